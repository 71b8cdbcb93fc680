using OxyPlot;
using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>Names at the right of a plot, each at the height where its line ends, moved apart where they would touch.</summary>
internal static class EndLabels
{
    private const double Gap = 9;
    private const double Leader = 6;

    /// <summary>The room that the names take at the right.</summary>
    public static double WidthOf(IReadOnlyList<LineLabel> labels)
        => labels.Count == 0 ? 0 : labels.Max(label => StyleOf(label).Measure(label.Text)) + Gap + 1;

    /// <summary>Draws them.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="area">The area of the plot.</param>
    /// <param name="axis">The axis of the values.</param>
    /// <param name="labels">The names.</param>
    public static void Draw(PictureCanvas canvas, OxyRect area, Axis axis, IReadOnlyList<LineLabel> labels)
    {
        LineLabel[] ordered = [.. labels.OrderBy(label => HeightOf(label, axis, area))];
        double[] wished = [.. ordered.Select(label => HeightOf(label, axis, area))];
        double[] placed = Spread(wished, PlotStyle.LabelSize, area.Top, area.Bottom);
        for (int i = 0; i < ordered.Length; i++)
        {
            if (Math.Abs(placed[i] - wished[i]) > 1)
            {
                canvas.Stroke(
                    [[new ScreenPoint(area.Right + 1, wished[i]), new ScreenPoint(area.Right + Leader, placed[i])]], ordered[i].Color, 0.5);
            }

            double baseline = placed[i] + (PlotStyle.LabelSize * TypeFace.CapHeight / 2);
            canvas.Write(ordered[i].Text, new ScreenPoint(area.Right + Gap, baseline), StyleOf(ordered[i]));
        }
    }

    /// <summary>Places as near to the wished ones as distances allow, in their order.</summary>
    /// <param name="wished">Where each would like to be, ascending.</param>
    /// <param name="distance">The least distance of neighbours.</param>
    /// <param name="top">The first place that is allowed.</param>
    /// <param name="bottom">The last place that is allowed; with too many labels they pass it.</param>
    public static double[] Spread(IReadOnlyList<double> wished, double distance, double top, double bottom)
    {
        // Blocks of labels that touch, each at the mean of what its members wish for, joined where blocks would touch.
        List<(double Sum, int Count)> blocks = [];
        for (int i = 0; i < wished.Count; i++)
        {
            (double sum, int count) = (wished[i], 1);
            while (blocks.Count > 0 && Top(blocks[^1]) + (blocks[^1].Count * distance) > Top((sum, count)))
            {
                (double Sum, int Count) before = blocks[^1];
                blocks.RemoveAt(blocks.Count - 1);
                (sum, count) = (before.Sum + sum, before.Count + count);
            }

            blocks.Add((sum, count));
        }

        List<double> places = [];
        foreach ((double Sum, int Count) block in blocks)
        {
            for (int i = 0; i < block.Count; i++)
            {
                places.Add(Top(block) + (i * distance));
            }
        }

        double room = bottom;
        for (int i = places.Count - 1; i >= 0; i--)
        {
            places[i] = Math.Min(places[i], room);
            room = places[i] - distance;
        }

        double least = top;
        for (int i = 0; i < places.Count; i++)
        {
            places[i] = Math.Max(places[i], least);
            least = places[i] + distance;
        }

        return [.. places];

        double Top((double Sum, int Count) block) => (block.Sum / block.Count) - ((block.Count - 1) * distance / 2);
    }

    private static double HeightOf(LineLabel label, Axis axis, OxyRect area) => Math.Clamp(axis.Transform(label.Value), area.Top, area.Bottom);

    private static TextStyle StyleOf(LineLabel label) => new(PlotStyle.LabelSize, Palette.Label(label.Color));
}
