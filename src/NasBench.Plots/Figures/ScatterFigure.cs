using NasBench.Analysis;
using NasBench.Search;
using OxyPlot;
using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>The picture of the original's page: training time against parameters, coloured by accuracy.</summary>
internal static class ScatterFigure
{
    private const double LowestPart = 0.05;

    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        EpochsColumns longest = landscape.Longest;
        List<(double Parameters, double Time, double Accuracy)> points = [];
        foreach (int index in landscape.Cells)
        {
            (double time, double accuracy) = (longest.TrainingTime[index], longest.Test[index]);
            if (!double.IsNaN(time) && !double.IsNaN(accuracy) && time > 0)
            {
                points.Add((landscape.TrainableParameters[index] / 1e6, time, 100 * accuracy));
            }
        }

        if (points.Count == 0)
        {
            throw new FigureException("the data set holds no cell with a training time and a test accuracy");
        }

        double[] sorted = [.. points.Select(point => point.Accuracy).Order()];
        double low = Samples.Quantile(sorted, LowestPart);
        double high = sorted[^1] > low ? sorted[^1] : low + 1;
        PointField field = new(
            [.. points.Select(point => point.Parameters)], [.. points.Select(point => point.Time)], [.. points.Select(point => point.Accuracy)], low, high);
        PlotModel model = PlotStyle.CreateModel();
        model.Axes.Add(AxisRange.Logarithmic(AxisPosition.Bottom, "trainable parameters (millions)", points.Select(point => point.Parameters)));
        model.Axes.Add(AxisRange.Logarithmic(AxisPosition.Left, "training time (s)", points.Select(point => point.Time)));
        model.Series.Add(field);
        PlotPanel panel = new(model)
        {
            RightMargin = ColorBar.Width,
            Overlay = (canvas, area) => ColorBar.Draw(canvas, area, Palette.Value, Marks(low, high), "test accuracy (%)"),
        };
        string dots = field.HasDots ? "each dot is one cell" : "the colour of a spot is the mean over its cells";
        return new FigureLayout
        {
            Title = $"Training time, parameters and test accuracy after {longest.Epochs} epochs",
            Inches = new OxySize(4.6, 3.2),
            Rows = [PanelRow.Of(panel)],
            Notes =
            [
                $"{Numbers.Count(points.Count)} cells after {longest.Epochs} epochs; means over the repeats, and {dots}.",
                $"The least {Numbers.Percent(LowestPart, 0)} of the accuracies have the darkest colour.",
            ],
        };
    }

    private static IEnumerable<(double Part, string Text)> Marks(double low, double high)
    {
        const int Count = 4;
        for (int i = 0; i <= Count; i++)
        {
            double part = i / (double)Count;
            string text = Numbers.Plain(Math.Round(low + (part * (high - low)), high - low > 4 ? 1 : 2));
            yield return (part, i == 0 ? "≤ " + text : text);
        }
    }
}
