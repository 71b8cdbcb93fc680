using NasBench.Analysis;
using NasBench.Search;
using OxyPlot;
using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>Figure 2 of the paper: how accuracies are distributed over all cells, and how much repeats of one cell differ.</summary>
internal static class DistributionsFigure
{
    private const double Left = 0.02;

    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        EpochsColumns longest = landscape.Longest;
        List<string> notes = [];
        List<IPanel> panels =
        [
            CreateAccuracies($"Accuracy after {longest.Epochs} epochs", notes, [
                ("train", FigureMaterial.Present(longest.Train)),
                ("validation", FigureMaterial.Present(longest.Validation)),
                ("test", FigureMaterial.Present(longest.Test)),
            ], hasLegend: true),
        ];
        if (landscape.Columns.Count > 1)
        {
            (string, double[])[] all = [.. landscape.Columns.Select(column => (Numbers.Count(column.Epochs), FigureMaterial.Present(column.Test)))];
            panels.Add(CreateAccuracies("Test accuracy after n epochs", notes, all, hasLegend: false));
        }

        if (CreateNoise(landscape) is { } noise)
        {
            panels.Add(noise);
        }
        else
        {
            notes.Add("There is no cell with two repeats, so noise is not shown.");
        }

        notes.Insert(0, $"{Numbers.Count(longest.CellCount)} cells; accuracies are means over the repeats.");
        return new FigureLayout
        {
            Title = "Distribution of accuracies over cells, and of the deviation between repeats",
            Inches = new OxySize(panels.Count == 1 ? 3.3 : panels.Count == 2 ? 6.2 : 7.2, 2.5),
            Rows = [PanelRow.Of(panels)],
            Notes = notes,
        };
    }

    private static PlotPanel CreateAccuracies(string title, List<string> notes, IReadOnlyList<(string Name, double[] Values)> all, bool hasLegend)
    {
        (string Name, double[] Values)[] shown = [.. all.Where(one => one.Values.Length > 0)];
        if (shown.Length == 0)
        {
            throw new FigureException("the data set holds no accuracy to draw");
        }

        double from = shown.Min(one => Samples.Quantile(one.Values, Left));
        double to = shown.Max(one => one.Values[^1]);
        double margin = Math.Max((to - from) * 0.03, 0.002);
        from = Math.Max(from - margin, 0);
        PlotModel model = PlotStyle.CreateModel();
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Bottom, "accuracy (%)", 100 * from, 100 * Math.Min(to + margin, 1)));
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Left, "part of the cells", 0, 1.02));
        for (int i = 0; i < shown.Length; i++)
        {
            double[] percent = Array.ConvertAll(shown[i].Values, value => 100 * value);
            model.Series.Add(PlotStyle.CreateLine(StepDistribution.Points(percent), Palette.Series(i)));
        }

        string note = $"Up to {Numbers.Percent(Left, 0)} of the cells lie left of an axis.";
        if (shown.Any(one => one.Values[0] < from) && !notes.Contains(note))
        {
            notes.Add(note);
        }

        return new PlotPanel(model, title)
        {
            RightMargin = 6,
            Overlay = hasLegend ? new CornerLegend([.. shown.Select(one => one.Name)]).Draw : (canvas, _) => NameAtMedians(canvas, model, shown),
        };
    }

    /// <summary>Writes the name of each curve right of its middle, below which a distribution leaves room.</summary>
    private static void NameAtMedians(PictureCanvas canvas, PlotModel model, (string Name, double[] Values)[] all)
    {
        for (int i = 0; i < all.Length; i++)
        {
            TextStyle style = new(PlotStyle.TickSize, Palette.Label(Palette.Series(i)), IsBold: true);
            double x = model.Axes[0].Transform(100 * Samples.Quantile(all[i].Values, 0.5)) + 2.5;
            string name = i == 0 ? $"n = {all[i].Name}" : all[i].Name;
            canvas.Write(name, new ScreenPoint(x, model.Axes[1].Transform(0.5) + (style.Size * TypeFace.Ascent)), style);
        }
    }

    private static PlotPanel? CreateNoise(Landscape landscape)
    {
        List<(string Name, double[] Values)> all = [];
        foreach (EpochsColumns column in landscape.Columns)
        {
            List<double> deviations = [];
            foreach (int index in landscape.Cells)
            {
                double deviation = Samples.Deviation(column.TestOfRepeats(index));
                if (!double.IsNaN(deviation))
                {
                    deviations.Add(100 * deviation);
                }
            }

            deviations.Sort();
            if (deviations.Count > 0)
            {
                all.Add((Numbers.Count(column.Epochs), [.. deviations]));
            }
        }

        if (all.Count == 0)
        {
            return null;
        }

        double to = Math.Max(all.Max(one => Samples.Quantile(one.Values, 0.99)) * 1.05, 0.05);
        PlotModel model = PlotStyle.CreateModel();
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Bottom, "sd of test accuracy (%)", 0, to));
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Left, "part of the cells", 0, 1.02));
        for (int i = 0; i < all.Count; i++)
        {
            model.Series.Add(PlotStyle.CreateLine(StepDistribution.Points(all[i].Values), Palette.Series(i)));
        }

        CornerLegend legend = new([.. all.Select(one => $"{one.Name} epochs")], isRight: true);
        return new PlotPanel(model, "Deviation between repeats") { Overlay = legend.Draw, RightMargin = 6 };
    }
}
