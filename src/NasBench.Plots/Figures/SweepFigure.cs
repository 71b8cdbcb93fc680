using NasBench.Search;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasBench.Plots;

/// <summary>Figure 8 of the paper: how algorithms and their settings compare, as medians with quartiles, and what is left in the end.</summary>
internal static class SweepFigure
{
    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        SearchSet searches = material.Searches;
        double floor = RegretGrain.Half(material.Request.Data, searches.Regret);
        List<string> notes = [];
        PlotPanel curves = RegretFigure.CreateCurves(material, floor, notes, isBandDefault: true);
        PlotPanel ends = CreateEnds(searches, floor);
        notes.AddRange(RegretFigure.NotesOf(searches, floor));
        notes.Add("Right: median and quartiles of the final regrets.");
        double height = Math.Max(2.9, 1.4 + (0.16 * searches.Groups.Count));
        return new FigureLayout
        {
            Title = $"Settings compared by regret until {searches.Budget}",
            Inches = new OxySize(7, height),
            Rows = [new PanelRow([(curves, 1.5), (ends, 1)])],
            Notes = notes,
        };
    }

    private static PlotPanel CreateEnds(SearchSet searches, double floor)
    {
        PlotModel model = PlotStyle.CreateModel();
        double lowest = double.PositiveInfinity;
        double highest = floor;
        int count = searches.Groups.Count;
        for (int i = 0; i < count; i++)
        {
            double[] sorted = [.. searches.Groups[i].Final.Select(value => Math.Max(value, floor)).Order()];
            if (sorted.Length == 0)
            {
                continue;
            }

            double y = count - 1 - i;
            double low = Samples.Quantile(sorted, 0.25);
            double middle = Samples.Quantile(sorted, 0.5);
            double high = Samples.Quantile(sorted, 0.75);
            OxyColor color = Palette.Series(i);
            model.Series.Add(PlotStyle.CreateLine([new DataPoint(low, y), new DataPoint(high, y)], color, null, 2.4));
            ScatterSeries dot = new() { MarkerType = MarkerType.Circle, MarkerSize = 2.6, MarkerFill = color, MarkerStrokeThickness = 0 };
            dot.Points.Add(new ScatterPoint(middle, y));
            model.Series.Add(dot);
            lowest = Math.Min(lowest, low);
            highest = Math.Max(highest, high);
        }

        double from = Math.Min(lowest, highest) / 1.4;
        double to = highest * 1.4;
        DecadeAxis regrets = PlotStyle.CreateLogarithmic(AxisPosition.Bottom, searches.RegretTitle, from, to);
        LinearAxis names = PlotStyle.CreateLinear(AxisPosition.Left, "", -0.6, count - 0.4);
        names.MajorStep = 1;
        names.MinorTickSize = 0;
        names.MajorTickSize = 0;
        names.LabelFormatter = value => value == Math.Round(value) && value >= 0 && value < count ? ShortName(searches, count - 1 - (int)value) : "";
        model.Axes.Add(regrets);
        model.Axes.Add(names);
        return new PlotPanel(model, $"After {searches.BudgetText}") { RightMargin = 8 };
    }

    /// <summary>The settings alone where all algorithms have one name.</summary>
    private static string ShortName(SearchSet searches, int number)
    {
        SearchedRuns group = searches.Groups[number];
        bool isOne = searches.Groups.All(other => other.Name == group.Name);
        string start = group.Name + ", ";
        return isOne && group.Label.StartsWith(start, StringComparison.Ordinal) ? group.Label[start.Length..] : group.Label;
    }
}
