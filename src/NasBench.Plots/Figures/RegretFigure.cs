using NasBench.Search;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasBench.Plots;

/// <summary>Figure 7 of the paper: the regret over what was spent, and how the final regrets are distributed over runs.</summary>
internal static class RegretFigure
{
    private const int MostBands = 6;

    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        SearchSet searches = material.Searches;
        double floor = RegretGrain.Half(material.Request.Data, searches.Regret);
        List<string> notes = [];
        PlotPanel curves = CreateCurves(material, floor, notes, isBandDefault: false);
        PlotPanel final = CreateFinal(searches, floor);
        notes.AddRange(NotesOf(searches, floor));
        return new FigureLayout
        {
            Title = $"Regret of {string.Join("; ", searches.Groups.Select(group => group.Label))} until {searches.Budget}",
            Inches = new OxySize(7, 2.9),
            Rows = [new PanelRow([(curves, 1.35), (final, 1)])],
            Notes = notes,
        };
    }

    /// <summary>The plot of the curves, with names at their ends.</summary>
    /// <param name="material">What is drawn.</param>
    /// <param name="floor">Where 0 is drawn.</param>
    /// <param name="notes">Receives what one must know.</param>
    /// <param name="isBandDefault">Whether curves have bands unless they are unwanted.</param>
    public static PlotPanel CreateCurves(FigureMaterial material, double floor, List<string> notes, bool isBandDefault)
    {
        SearchSet searches = material.Searches;
        bool hasBand = material.Request.HasBand ?? (isBandDefault && searches.Groups.Count <= MostBands);
        CurveCenter center = material.Request.Center ?? (hasBand ? CurveCenter.Median : CurveCenter.Mean);
        CurveBand?[] bands = [.. searches.Groups.Select(group => CurveBand.Create(group.Curves, searches.Budget.Limit, center))];
        if (bands.All(band => band is null))
        {
            throw new FigureException($"no algorithm has a value in every run before the budget of {searches.Budget} is spent");
        }

        double first = bands.Min(band => band?.Times[0] ?? double.PositiveInfinity);
        double highest = bands.Max(band => band is null ? 0 : hasBand ? band.High.Max() : band.Center.Max());
        double lowest = bands.Min(band => band is null ? double.PositiveInfinity : (hasBand ? band.Low : band.Center).Min());
        string title = center == CurveCenter.Mean ? "Mean of all runs" : hasBand ? "Median and quartiles" : "Median of all runs";
        PlotModel model = PlotStyle.CreateModel();
        (double low, double high) = RangeOf(lowest, highest, floor);
        model.Axes.Add(PlotStyle.CreateLogarithmic(AxisPosition.Bottom, searches.SpentTitle, first * 0.9, searches.Budget.Limit));
        model.Axes.Add(PlotStyle.CreateLogarithmic(AxisPosition.Left, searches.RegretTitle, low, high));
        PlotPanel panel = new(model, title) { Overlay = MarkZero(model, floor, low, isVertical: true) };
        AddReference(material, panel, first, floor);
        for (int i = 0; i < bands.Length; i++)
        {
            Add(panel, searches.Groups[i], bands[i], i, hasBand, floor, notes);
        }

        return panel;
    }

    /// <summary>The plot of the distribution of final regrets.</summary>
    public static PlotPanel CreateFinal(SearchSet searches, double floor)
    {
        double[][] finals = [.. searches.Groups.Select(group => group.Final)];
        double[] all = [.. finals.SelectMany(values => values)];
        (double low, double high) = RangeOf(all.DefaultIfEmpty(floor).Min(), all.DefaultIfEmpty(0.1).Max(), floor);
        PlotModel model = PlotStyle.CreateModel();
        model.Axes.Add(PlotStyle.CreateLogarithmic(AxisPosition.Bottom, searches.RegretTitle, low, high));
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Left, "part of the runs", 0, 1.02));
        for (int i = 0; i < finals.Length; i++)
        {
            double[] sorted = [.. finals[i].Select(value => Math.Max(value, floor)).Order()];
            model.Series.Add(PlotStyle.CreateLine(StepDistribution.Points(sorted), Palette.Series(i), Palette.Dashes(i)));
        }

        return new PlotPanel(model, $"Distribution after {searches.BudgetText}") { Overlay = MarkZero(model, floor, low, isVertical: false), RightMargin = 8 };
    }

    /// <summary>What the runs are, and how values are drawn that an axis has no place for.</summary>
    public static IEnumerable<string> NotesOf(SearchSet searches, double floor)
    {
        int[] counts = [.. searches.Groups.Select(group => group.Curves.Count).Distinct()];
        string runs = counts.Length == 1 ? Plural(counts[0], "run") : $"{counts.Min()} to {counts.Max()} runs";
        string profiles = string.Join(", ", searches.Groups.Select(group => group.Algorithm.Profile.GetName()).Distinct());
        yield return $"{runs} of each algorithm, settings of: {profiles}; curves are steps and begin where every run has a value.";
        if (searches.Zeros > 0)
        {
            yield return $"Regrets of 0 are drawn at {Numbers.Short(floor)}, half of the smallest that these data can show.";
        }

        foreach (string note in searches.Notes)
        {
            yield return note;
        }
    }

    private static string Plural(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static void Add(PlotPanel panel, SearchedRuns group, CurveBand? band, int number, bool hasBand, double floor, List<string> notes)
    {
        if (band is null)
        {
            notes.Add($"{group.Label} has not in every run a value before the budget is spent, so it has no curve.");
            return;
        }

        OxyColor color = Palette.Series(number);
        if (hasBand && group.Curves.Count > 1)
        {
            AreaSeries area = PlotStyle.CreateBand(color);
            area.Points.AddRange(CurveBand.Steps(band.Times, band.High, floor));
            area.Points2.AddRange(CurveBand.Steps(band.Times, band.Low, floor));
            panel.Model.Series.Add(area);
        }

        panel.Model.Series.Add(PlotStyle.CreateLine(CurveBand.Steps(band.Times, band.Center, floor), color, Palette.Dashes(number)));
        panel.Labels.Add(new LineLabel(group.Label, Math.Max(band.Center[^1], floor), color));
    }

    private static void AddReference(FigureMaterial material, PlotPanel panel, double first, double floor)
    {
        IReadOnlyList<DataPoint> points = RandomReference.Create(
            material.Request.Data, material.Landscape, material.Searches, material.Request.Cancellation);
        DataPoint[] shown = [.. points.Where(point => point.X >= first * 0.9).Select(point => new DataPoint(point.X, Math.Max(point.Y, floor)))];
        if (shown.Length > 1)
        {
            panel.Model.Series.Add(PlotStyle.CreateLine(shown, Palette.Reference, [3, 2], 0.9));
            panel.Labels.Add(new LineLabel("random (expected)", shown[^1].Y, Palette.Reference));
        }
    }

    private static (double Low, double High) RangeOf(double lowest, double highest, double floor)
    {
        double low = lowest <= 0 ? floor * 0.8 : lowest / 1.3;
        double high = Math.Max(highest, floor) * 1.25;
        return high / low < 4 ? (low / 2, high * 2) : (low, high);
    }

    /// <summary>Marks where 0 is drawn, if that is in sight.</summary>
    private static Action<PictureCanvas, OxyRect>? MarkZero(PlotModel model, double floor, double low, bool isVertical)
    {
        if (low > floor)
        {
            return null;
        }

        return (canvas, area) =>
        {
            TextStyle style = new(PlotStyle.TickSize, Palette.Ink);
            if (isVertical)
            {
                double y = model.Axes[1].Transform(floor);
                canvas.Stroke([[new ScreenPoint(area.Left, y), new ScreenPoint(area.Right, y)]], Palette.Reference, 0.5, [1, 1.5]);
                canvas.Write("0", new ScreenPoint(area.Left - 4.5 - style.Measure("0"), y + (style.Size * TypeFace.CapHeight / 2)), style);
            }
            else
            {
                double x = model.Axes[0].Transform(floor);
                canvas.Stroke([[new ScreenPoint(x, area.Top), new ScreenPoint(x, area.Bottom)]], Palette.Reference, 0.5, [1, 1.5]);
                canvas.Write("0", new ScreenPoint(x - (style.Measure("0") / 2), area.Bottom + 4.5 + (style.Size * TypeFace.Ascent)), style);
            }
        };
    }
}
