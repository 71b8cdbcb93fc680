using NasBench.Analysis;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasBench.Plots;

/// <summary>Figure 5 of the paper: accuracy and training time by the depth and by the width of cells.</summary>
internal static class ShapesFigure
{
    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        EpochsColumns longest = landscape.Longest;
        CancellationToken cancellation = material.Request.Cancellation;
        IReadOnlyList<ShapeGroup> depths = ShapeGroup.Of(landscape, longest, ShapeKind.Depth, cancellation);
        IReadOnlyList<ShapeGroup> widths = ShapeGroup.Of(landscape, longest, ShapeKind.Width, cancellation);
        if (depths.Count == 0)
        {
            throw new FigureException("the data set holds no validation accuracy to draw");
        }

        const string Depth = "depth (edges of the longest path)";
        const string Width = "width (outputs needed at once)";
        List<PanelRow> rows = [PanelRow.Of(CreateAccuracy(Depth, depths), CreateAccuracy(Width, widths))];
        if (depths.Concat(widths).All(group => double.IsFinite(group.TrainingTimeMean)))
        {
            rows.Add(PanelRow.Of(CreateTime(Depth, depths), CreateTime(Width, widths)));
        }

        return new FigureLayout
        {
            Title = $"Validation accuracy and training time by depth and width after {longest.Epochs} epochs",
            Inches = new OxySize(6.4, rows.Count == 1 ? 2.5 : 4.4),
            Rows = rows,
            Notes =
            [
                $"{Numbers.Count(depths.Sum(group => (long)group.Cells))} cells after {longest.Epochs} epochs: means; "
                + "bars of accuracy reach from quartile to quartile.",
            ],
        };
    }

    private static PlotPanel CreateAccuracy(string title, IReadOnlyList<ShapeGroup> groups)
    {
        PlotModel model = CreateModel(title, groups);
        double low = 100 * groups.Min(group => Math.Min(group.ValidationLowerQuartile, group.ValidationMean));
        double high = 100 * groups.Max(group => Math.Max(group.ValidationUpperQuartile, group.ValidationMean));
        model.Axes.Add(AxisRange.Linear(AxisPosition.Left, "validation accuracy (%)", low, high));
        foreach (ShapeGroup group in groups)
        {
            DataPoint[] ends = [new(group.Value, 100 * group.ValidationLowerQuartile), new(group.Value, 100 * group.ValidationUpperQuartile)];
            model.Series.Add(PlotStyle.CreateLine(ends, OxyColor.FromAColor(110, Palette.Series(0)), null, 3));
        }

        AddDots(model, groups.Select(group => new DataPoint(group.Value, 100 * group.ValidationMean)));
        return new PlotPanel(model) { RightMargin = 6 };
    }

    private static PlotPanel CreateTime(string title, IReadOnlyList<ShapeGroup> groups)
    {
        PlotModel model = CreateModel(title, groups);
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Left, "mean training time (s)", 0, 1.08 * groups.Max(group => group.TrainingTimeMean)));
        AddDots(model, groups.Select(group => new DataPoint(group.Value, group.TrainingTimeMean)));
        return new PlotPanel(model) { RightMargin = 6 };
    }

    private static PlotModel CreateModel(string title, IReadOnlyList<ShapeGroup> groups)
    {
        PlotModel model = PlotStyle.CreateModel();
        LinearAxis values = PlotStyle.CreateLinear(AxisPosition.Bottom, title, groups[0].Value - 0.5, groups[^1].Value + 0.5);
        values.MajorStep = 1;
        model.Axes.Add(values);
        return model;
    }

    private static void AddDots(PlotModel model, IEnumerable<DataPoint> points)
    {
        DataPoint[] all = [.. points];
        model.Series.Add(PlotStyle.CreateLine(all, Palette.Series(0), null, 0.8));
        ScatterSeries dots = new() { MarkerType = MarkerType.Circle, MarkerSize = 2.4, MarkerFill = Palette.Series(0), MarkerStrokeThickness = 0 };
        dots.Points.AddRange(all.Select(point => new ScatterPoint(point.X, point.Y)));
        model.Series.Add(dots);
    }
}
