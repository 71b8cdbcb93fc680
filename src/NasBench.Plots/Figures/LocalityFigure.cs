using NasBench.Analysis;
using OxyPlot;
using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>Figure 6 of the paper: how far along a random walk accuracies stay alike, and how much of the space is near the best cells.</summary>
internal static class LocalityFigure
{
    private const int Lags = 35;
    private const int MostDistance = 12;

    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        if (landscape.Cells.Length < 2)
        {
            throw new FigureException("locality needs two cells or more");
        }

        List<string> notes = ["Left: exact for walks over isomorphism classes, with one change of an edge or an operation a step, of mean test accuracy."];
        List<IPanel> panels = [];
        if (CreateWalk(material) is { } walk)
        {
            panels.Add(walk);
        }
        else
        {
            notes[0] = "The values of these cells do not vary along walks, so there is no autocorrelation.";
        }

        if (CreateVolume(material, notes) is { } volume)
        {
            panels.Add(volume);
        }

        if (panels.Count == 0)
        {
            throw new FigureException("the data do not allow to say how local they are: no values vary along walks, and there is no best cell");
        }

        return new FigureLayout
        {
            Title = "Autocorrelation of test accuracy along random walks, and the part of the space near the best cells",
            Inches = new OxySize(panels.Count == 1 ? 3.6 : 7, 2.7),
            Rows = [PanelRow.Of(panels)],
            Notes = notes,
        };
    }

    private static PlotPanel? CreateWalk(FigureMaterial material)
    {
        CancellationToken cancellation = material.Request.Cancellation;
        var graph = NeighborGraph.Build(NeighborKind.Class, null, cancellation);
        ReadOnlySpan<double> values = material.Landscape.Longest.Test;
        (string Name, double[] Values)[] walks =
        [
            ("from any class", WalkCorrelation.FromUniformStart(graph, values, Lags, null, cancellation)),
            ("in the long run", WalkCorrelation.Stationary(graph, values, Lags, null, cancellation)),
        ];
        walks = [.. walks.Where(one => one.Values.All(double.IsFinite))];
        if (walks.Length == 0)
        {
            return null;
        }

        PlotModel model = PlotStyle.CreateModel();
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Bottom, "steps of the walk", 0, Lags));
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Left, "autocorrelation", Math.Min(walks.Min(one => one.Values.Min()), 0) - 0.02, 1.02));
        PlotPanel panel = new(model, "Autocorrelation") { RightMargin = 6, Overlay = new CornerLegend([.. walks.Select(one => one.Name)], isHigh: true).Draw };
        for (int i = 0; i < walks.Length; i++)
        {
            double[] correlations = walks[i].Values;
            model.Series.Add(PlotStyle.CreateLine(correlations.Select((value, lag) => new DataPoint(lag, value)), Palette.Series(i)));
        }

        return panel;
    }

    private static PlotPanel? CreateVolume(FigureMaterial material, List<string> notes)
    {
        PeakSet[] sets = [PeakSet.Best(material.Landscape), PeakSet.WithinTwoErrors(material.Landscape)];
        if (sets[0].Cells.IsEmpty)
        {
            notes.Add("No cell has a test accuracy, so there is no best cell to measure around.");
            return null;
        }

        PlotModel model = PlotStyle.CreateModel();
        List<string> names = [];
        double least = 1;
        for (int i = 0; i < sets.Length; i++)
        {
            PeakVolume volume;
            try
            {
                volume = PeakVolume.Measure(sets[i].Cells, material.Request.Progress, material.Request.Cancellation);
            }
            catch (InsufficientMemoryException failure)
            {
                notes.Add($"The volume is left out: {failure.Message}.");
                return null;
            }

            ReadOnlySpan<long> points = volume.RawPoints;
            List<DataPoint> line = [];
            for (int distance = 0; distance <= Math.Min(MostDistance, points.Length - 1); distance++)
            {
                line.Add(new DataPoint(distance, points[distance] / (double)points[^1]));
            }

            least = Math.Min(least, line[0].Y);
            model.Series.Add(PlotStyle.CreateLine(line, Palette.Series(i)));
            names.Add(i == 0 ? "the best cell" : $"the best, within two errors: {Numbers.Count(sets[i].Cells.Length)}");
        }

        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Bottom, "distance (changed edges and operations)", 0, MostDistance));
        model.Axes.Add(PlotStyle.CreateLogarithmic(AxisPosition.Left, "part of all raw points", least / 1.5, 1.5));
        notes.Add("Right: raw points, valid or not, within a Hamming distance of the nearest point that means one of these cells.");
        return new PlotPanel(model, "Volume") { RightMargin = 6, Overlay = new CornerLegend(names, isRight: true).Draw };
    }
}
