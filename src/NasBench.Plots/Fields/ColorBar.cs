using OxyPlot;

namespace NasBench.Plots;

/// <summary>What colours mean, at the right of a plot.</summary>
internal static class ColorBar
{
    /// <summary>The room that it takes.</summary>
    public const double Width = 48;

    private const double BarWidth = 7;
    private const double Distance = 6;
    private const int Steps = 128;

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="area">The area of the plot.</param>
    /// <param name="color">The colour of each part, from 0 at the bottom to 1.</param>
    /// <param name="marks">Parts with the numbers beside them.</param>
    /// <param name="title">What is shown.</param>
    public static void Draw(PictureCanvas canvas, OxyRect area, Func<double, OxyColor> color, IEnumerable<(double Part, string Text)> marks, string title)
    {
        double left = area.Right + Distance;
        double height = area.Height;
        canvas.DrawImage(PixelGrid.Ramp(color, Steps), new OxyRect(left, area.Top, BarWidth, height));
        TextStyle style = new(PlotStyle.TickSize - 0.5, Palette.Ink);
        foreach ((double part, string text) in marks)
        {
            double y = area.Bottom - (height * part);
            canvas.Stroke([[new ScreenPoint(left + BarWidth, y), new ScreenPoint(left + BarWidth + 2, y)]], Palette.Ink, 0.6);
            canvas.Write(text, new ScreenPoint(left + BarWidth + 3.5, y + (style.Size * TypeFace.CapHeight / 2)), style);
        }

        TextStyle titleStyle = new(PlotStyle.LabelSize, Palette.Ink);
        double middle = area.Top + ((height - titleStyle.Measure(title)) / 2);
        canvas.Write(title, new ScreenPoint(area.Right + Width - PlotStyle.LabelSize, middle), titleStyle, rotation: 90);
    }
}
