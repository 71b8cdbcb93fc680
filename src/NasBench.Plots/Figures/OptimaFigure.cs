using NasBench.Analysis;
using NasBench.Search;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasBench.Plots;

/// <summary>Local optima: how good the cells are at which steepest ascent ends, from every cell, beside all cells.</summary>
internal static class OptimaFigure
{
    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        EpochsColumns longest = landscape.Longest;
        CancellationToken cancellation = material.Request.Cancellation;
        double[] all = FigureMaterial.Present(longest.Validation);
        if (all.Length < 2)
        {
            throw new FigureException("local optima need two cells with a validation accuracy or more");
        }

        (string Name, LocalOptima Optima)[] kinds =
        [
            ("class", LocalOptima.Find(NeighborGraph.Build(NeighborKind.Class, null, cancellation), longest.Validation)),
            ("extended", LocalOptima.Find(NeighborGraph.Build(NeighborKind.Extended, null, cancellation), longest.Validation)),
        ];
        double from = Samples.Quantile(all, 0.02);
        double margin = Math.Max((all[^1] - from) * 0.03, 0.001);
        PlotModel model = PlotStyle.CreateModel();
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Bottom, "mean validation accuracy (%)", 100 * (from - margin), 100 * (all[^1] + margin)));
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Left, "part of the cells", 0, 1.02));
        AddDistribution(model, all, 0);
        for (int i = 0; i < kinds.Length; i++)
        {
            List<double> summits = [];
            foreach (int index in kinds[i].Optima.Summits)
            {
                if (index >= 0)
                {
                    summits.Add(longest.Validation[index]);
                }
            }

            summits.Sort();
            AddDistribution(model, [.. summits], i + 1);
        }

        CornerLegend legend = new(["all cells", .. kinds.Select(kind => $"end of ascent, {kind.Name}")]);
        return new FigureLayout
        {
            Title = $"Local optima of mean validation accuracy after {longest.Epochs} epochs",
            Inches = new OxySize(4.6, 2.9),
            Rows = [PanelRow.Of(new PlotPanel(model) { RightMargin = 6, Overlay = legend.Draw })],
            Notes =
            [
                $"{Numbers.Count(all.Length)} cells after {longest.Epochs} epochs; steepest ascent from each.",
                .. kinds.Select(kind =>
                    $"Neighbours {kind.Name}: {Numbers.Count(kind.Optima.Strict)} cells are above all of them; "
                    + $"ascent from {Numbers.Percent(kind.Optima.GlobalBasinShare)} of the cells ends at the best one."),
            ],
        };
    }

    private static void AddDistribution(PlotModel model, double[] sorted, int number)
    {
        LineSeries line = PlotStyle.CreateLine(StepDistribution.Points(Array.ConvertAll(sorted, value => 100 * value)), Palette.Series(number));
        model.Series.Add(line);
    }
}
