using OxyPlot;

namespace NasBench.Plots;

/// <summary>Names of lines in a corner of a plot that they leave empty: the upper left, the lower right, or the upper right.</summary>
/// <param name="names">The names, in the order of their colours.</param>
/// <param name="isRight">Whether they stand in the lower right corner.</param>
/// <param name="isHigh">Whether they stand in the upper right corner.</param>
internal sealed class CornerLegend(IReadOnlyList<string> names, bool isRight = false, bool isHigh = false)
{
    private const double LineLength = 10;
    private const double LineHeight = 9.6;
    private const double Padding = 3;

    /// <summary>Draws them.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="area">The area of the plot.</param>
    public void Draw(PictureCanvas canvas, OxyRect area)
    {
        TextStyle style = new(PlotStyle.TickSize, Palette.Ink);
        double width = names.Max(style.Measure) + LineLength + 4;
        double left = isRight || isHigh ? area.Right - width - Padding : area.Left + Padding + 2;
        double top = isRight ? area.Bottom - (names.Count * LineHeight) - Padding : area.Top + Padding;
        canvas.Fill(
            [
                [
                    new ScreenPoint(left - 2, top - 1), new ScreenPoint(left + width + 1, top - 1),
                    new ScreenPoint(left + width + 1, top + (names.Count * LineHeight) + 1), new ScreenPoint(left - 2, top + (names.Count * LineHeight) + 1),
                ],
            ],
            OxyColor.FromAColor(215, OxyColors.White));
        for (int i = 0; i < names.Count; i++)
        {
            double y = top + ((i + 0.5) * LineHeight);
            canvas.Stroke([[new ScreenPoint(left, y), new ScreenPoint(left + LineLength, y)]], Palette.Series(i), PlotStyle.LineWidth, Palette.Dashes(i));
            canvas.Write(names[i], new ScreenPoint(left + LineLength + 4, y + (style.Size * TypeFace.CapHeight / 2)), style);
        }
    }
}
