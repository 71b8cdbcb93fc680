using NasBench.Analysis;
using NasBench.Search;
using OxyPlot;
using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>Figure 3 of the paper: accuracy against the number of parameters and against training time, with the cells that no other beats in both.</summary>
internal static class CostFigure
{
    private const double Lowest = 0.01;

    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        EpochsColumns longest = landscape.Longest;
        List<(double Cost, double Accuracy)> byParameters = [];
        List<(double Cost, double Accuracy)> byTime = [];
        foreach (int index in landscape.Cells)
        {
            double accuracy = 100 * longest.Test[index];
            if (double.IsNaN(accuracy))
            {
                continue;
            }

            byParameters.Add((landscape.TrainableParameters[index] / 1e6, accuracy));
            if (longest.TrainingTime[index] > 0)
            {
                byTime.Add((longest.TrainingTime[index], accuracy));
            }
        }

        if (byParameters.Count == 0)
        {
            throw new FigureException("the data set holds no test accuracy to draw");
        }

        List<IPanel> panels = [CreatePanel("trainable parameters (millions)", byParameters)];
        List<string> notes = [$"{Numbers.Count(byParameters.Count)} cells after {longest.Epochs} epochs, means over the repeats."];
        if (byTime.Count > 0)
        {
            panels.Add(CreatePanel("training time (s)", byTime));
        }
        else
        {
            notes.Add("The data hold no training times.");
        }

        notes.Add("The line joins the cells that no cheaper one reaches.");
        if (byParameters.Count > PointField.MostDots)
        {
            notes.Add($"The least {Numbers.Percent(Lowest, 0)} of the accuracies lie below the axis.");
        }

        return new FigureLayout
        {
            Title = $"Test accuracy after {longest.Epochs} epochs against parameters and training time",
            Inches = new OxySize(7, 2.9),
            Rows = [PanelRow.Of(panels)],
            Notes = notes,
        };
    }

    private static PlotPanel CreatePanel(string cost, List<(double Cost, double Accuracy)> points)
    {
        double[] sorted = [.. points.Select(point => point.Accuracy).Order()];
        double from = points.Count > PointField.MostDots ? Samples.Quantile(sorted, Lowest) : sorted[0];
        PointField field = new([.. points.Select(point => point.Cost)], [.. points.Select(point => point.Accuracy)]);
        PlotModel model = PlotStyle.CreateModel();
        model.Axes.Add(AxisRange.Logarithmic(AxisPosition.Bottom, cost, points.Select(point => point.Cost)));
        model.Axes.Add(AxisRange.Linear(AxisPosition.Left, "mean test accuracy (%)", from, sorted[^1]));
        model.Series.Add(field);
        model.Series.Add(PlotStyle.CreateLine(Front(points), Palette.Series(1), null, 1));
        return new PlotPanel(model)
        {
            RightMargin = field.HasDots ? 6 : ColorBar.Width,
            Overlay = field.HasDots ? null : (canvas, area) => ColorBar.Draw(canvas, area, Palette.Amount, Marks(field.High), "cells"),
        };
    }

    /// <summary>The best accuracy for at most each cost, as steps.</summary>
    private static IEnumerable<DataPoint> Front(List<(double Cost, double Accuracy)> points)
    {
        double best = double.NegativeInfinity;
        foreach ((double cost, double accuracy) in points.OrderBy(point => point.Cost).ThenByDescending(point => point.Accuracy))
        {
            if (accuracy > best)
            {
                if (double.IsFinite(best))
                {
                    yield return new DataPoint(cost, best);
                }

                yield return new DataPoint(cost, accuracy);
                best = accuracy;
            }
        }
    }

    private static IEnumerable<(double Part, string Text)> Marks(double most)
    {
        for (double count = 1; count <= most; count *= 10)
        {
            yield return (Math.Log(count) / Math.Log(most), Numbers.Count((long)count));
        }
    }
}
