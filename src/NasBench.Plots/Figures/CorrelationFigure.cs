using NasBench.Analysis;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasBench.Plots;

/// <summary>How well shorter trainings order cells as the longest does, among all cells and among the best.</summary>
internal static class CorrelationFigure
{
    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        ColumnCorrelation[] correlations =
        [
            .. ColumnCorrelation.Of(landscape, material.Request.Progress, material.Request.Cancellation)
                .Where(one => double.IsFinite(one.Values.Spearman)),
        ];
        if (correlations.Length == 0)
        {
            throw new FigureException("the data hold no two columns with cells enough to correlate");
        }

        int[] tops = [.. ColumnCorrelation.TopPercents];
        PlotModel model = PlotStyle.CreateModel();
        LinearAxis parts = PlotStyle.CreateLinear(AxisPosition.Bottom, "best cells of the longest training (%)", -0.3, tops.Length - 0.7);
        parts.MajorStep = 1;
        parts.LabelFormatter = place => place == Math.Round(place) && place >= 0 && place < tops.Length ? Numbers.Count(tops[(int)place]) : "";
        model.Axes.Add(parts);
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Left, "Spearman's ρ", Math.Min(correlations.Min(one => one.Values.Spearman), 0) - 0.02, 1.02));
        PlotPanel panel = new(model);
        int number = 0;
        foreach (IGrouping<(ColumnName X, ColumnName Y), ColumnCorrelation> pair in correlations.GroupBy(one => (one.X, one.Y)))
        {
            OxyColor color = Palette.Series(number);
            DataPoint[] points = [.. pair.Select(one => new DataPoint(Array.IndexOf(tops, one.TopPercent), one.Values.Spearman)).OrderBy(point => point.X)];
            model.Series.Add(PlotStyle.CreateLine(points, color, Palette.Dashes(number)));
            ScatterSeries dots = new() { MarkerType = MarkerType.Circle, MarkerSize = 2, MarkerFill = color, MarkerStrokeThickness = 0 };
            dots.Points.AddRange(points.Select(point => new ScatterPoint(point.X, point.Y)));
            model.Series.Add(dots);
            panel.Labels.Add(new LineLabel($"{pair.Key.X} – {pair.Key.Y}", points[^1].Y, color));
            number++;
        }

        return new FigureLayout
        {
            Title = "Rank correlations between numbers of epochs, of all cells and of the best",
            Inches = new OxySize(5.2, 2.7),
            Rows = [PanelRow.Of(panel)],
            Notes = [$"Means over the repeats; validation@36 is the validation accuracy after 36 epochs. {Numbers.Count(landscape.Longest.CellCount)} cells."],
        };
    }
}
