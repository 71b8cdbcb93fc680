using NasBench.Analysis;
using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasBench.Plots;

/// <summary>Figure 4 of the paper: what it does to accuracy and training time to replace one operation by another.</summary>
internal static class ReplacementFigure
{
    /// <summary>Prepares it.</summary>
    public static FigureLayout Create(FigureMaterial material)
    {
        Landscape landscape = material.Landscape;
        EpochsColumns longest = landscape.Longest;
        (string Name, ReplacementMeans Means)[] effects =
        [
            .. ReplacementEffect.Of(landscape, longest, material.Request.Progress, material.Request.Cancellation)
                .Where(effect => effect.BySlot.Slots > 0)
                .Select(effect => ($"{CellPanel.ShortName(effect.From)} → {CellPanel.ShortName(effect.To)}", effect.BySlot)),
        ];
        if (effects.Length == 0)
        {
            throw new FigureException("no two cells of the data differ in one operation alone, so replacements have no effect to show");
        }

        List<IPanel> panels =
        [
            CreatePanel("change of validation accuracy (percentage points)", effects, effect => 100 * effect.ValidationDelta, hasNames: true),
        ];
        if (effects.Any(effect => effect.Means.TimeSlots > 0))
        {
            panels.Add(CreatePanel("change of training time (%)", effects, effect => 100 * (effect.TimeRatio - 1), hasNames: false));
        }

        return new FigureLayout
        {
            Title = $"Effects of replacing operations after {longest.Epochs} epochs",
            Inches = new OxySize(panels.Count == 1 ? 4 : 6.6, 2.3),
            Rows = [new PanelRow([.. panels.Select((panel, i) => (panel, i == 0 ? 1.35 : 1.0))])],
            Notes =
            [
                $"Means over {Numbers.Count(effects.Sum(effect => effect.Means.Slots))} slots (an interior vertex of a labelled pruned cell) "
                + $"after {longest.Epochs} epochs; time is the mean of ratios.",
            ],
        };
    }

    private static PlotPanel CreatePanel(
        string title, (string Name, ReplacementMeans Means)[] effects, Func<ReplacementMeans, double> value, bool hasNames)
    {
        double[] values = [.. effects.Select(effect => value(effect.Means)).Select(change => double.IsFinite(change) ? change : 0)];
        double most = Math.Max(values.Max(Math.Abs), 1e-3) * 1.35;
        PlotModel model = PlotStyle.CreateModel();
        LinearAxis names = PlotStyle.CreateLinear(AxisPosition.Left, "", -0.6, effects.Length - 0.4);
        names.MajorStep = 1;
        names.MajorTickSize = 0;
        names.MajorGridlineStyle = LineStyle.None;

        // Both plots leave the same room above and below, also where there are no names.
        names.LabelFormatter = place => place == Math.Round(place) && place >= 0 && place < effects.Length
            ? hasNames ? effects[effects.Length - 1 - (int)place].Name : " "
            : "";
        model.Axes.Add(PlotStyle.CreateLinear(AxisPosition.Bottom, title, -most, most));
        model.Axes.Add(names);
        for (int i = 0; i < values.Length; i++)
        {
            double y = effects.Length - 1 - i;
            model.Series.Add(PlotStyle.CreateLine([new DataPoint(0, y), new DataPoint(values[i], y)], Palette.Series(values[i] < 0 ? 1 : 0), null, 5));
        }

        return new PlotPanel(model)
        {
            Overlay = (canvas, area) =>
            {
                double zero = model.Axes[0].Transform(0);
                canvas.Stroke([[new ScreenPoint(zero, area.Top), new ScreenPoint(zero, area.Bottom)]], Palette.Ink, 0.6);
                TextStyle style = new(PlotStyle.TickSize, Palette.Ink);
                for (int i = 0; i < values.Length; i++)
                {
                    string text = (values[i] > 0 ? "+" : "") + Numbers.Plain(Math.Round(values[i], 2));
                    double end = model.Axes[0].Transform(values[i]);
                    double x = values[i] < 0 ? end - style.Measure(text) - 3 : end + 3;
                    canvas.Write(text, new ScreenPoint(x, model.Axes[1].Transform(effects.Length - 1 - i) + (style.Size * TypeFace.CapHeight / 2)), style);
                }
            },
        };
    }
}
