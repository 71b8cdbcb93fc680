using NasBench.Search;
using OxyPlot;
using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>Ranks over time: at each moment the runs of all algorithms are ranked together, and the mean rank of each algorithm is drawn.</summary>
internal static class RanksFigure
{
    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        SearchSet searches = material.Searches;
        if (searches.Groups.Count < 2)
        {
            throw new FigureException("ranks compare algorithms: the searches hold only one");
        }

        double[] times = TimeGrid.Create(searches.Groups.SelectMany(group => group.Curves), searches.Budget.Limit);
        if (times.Length == 0)
        {
            throw new FigureException($"there is no time before the budget of {searches.Budget} is spent at which every run has a value");
        }

        double[][] ranks = CurveComparison.MeanRanks([.. searches.Groups.Select(group => group.Curves)], times);
        int runs = searches.Groups.Sum(group => group.Curves.Count);
        PlotModel model = PlotStyle.CreateModel();
        model.Axes.Add(PlotStyle.CreateLogarithmic(AxisPosition.Bottom, searches.SpentTitle, times[0] * 0.95, searches.Budget.Limit));
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Left, $"mean rank among {runs} runs"));
        PlotPanel panel = new(model);
        for (int i = 0; i < ranks.Length; i++)
        {
            OxyColor color = Palette.Series(i);
            model.Series.Add(PlotStyle.CreateLine(CurveBand.Steps(times, ranks[i], 0), color, Palette.Dashes(i)));
            panel.Labels.Add(new LineLabel(searches.Groups[i].Label, ranks[i][^1], color));
        }

        return new FigureLayout
        {
            Title = $"Mean ranks by regret until {searches.Budget}",
            Inches = new OxySize(4.6, 2.7),
            Rows = [PanelRow.Of(panel)],
            Notes = [$"Rank 1 is the smallest regret ({searches.Regret.GetName()}); equal ones share the mean of their ranks.", .. searches.Notes],
        };
    }
}
