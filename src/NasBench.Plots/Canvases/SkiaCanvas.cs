using OxyPlot;
using SkiaSharp;

namespace NasBench.Plots;

/// <summary>Draws on a canvas of Skia: what PNG and PDF share.</summary>
internal abstract class SkiaCanvas : PictureCanvas
{
    /// <summary>Takes the size.</summary>
    /// <param name="size">Width and height in points.</param>
    protected SkiaCanvas(OxySize size)
        : base(size)
    {
    }

    /// <summary>Where to draw, in points.</summary>
    protected abstract SKCanvas Target { get; }

    /// <inheritdoc/>
    public override void Fill(IEnumerable<IList<ScreenPoint>> polygons, OxyColor color)
    {
        using SKPath path = Path(polygons, isClosed: true);
        using SKPaint paint = Paint(color);
        Target.DrawPath(path, paint);
    }

    /// <inheritdoc/>
    public override void Stroke(IEnumerable<IList<ScreenPoint>> lines, OxyColor color, double width, double[]? dashes = null, bool isClosed = false)
    {
        using SKPath path = Path(lines, isClosed);
        using SKPaint paint = Paint(color);
        paint.Style = SKPaintStyle.Stroke;
        paint.StrokeWidth = (float)width;
        paint.StrokeJoin = SKStrokeJoin.Round;
        using SKPathEffect? effect = dashes is { Length: > 0 } ? SKPathEffect.CreateDash(Array.ConvertAll(dashes, dash => (float)dash), 0) : null;
        paint.PathEffect = effect;
        Target.DrawPath(path, paint);
    }

    /// <inheritdoc/>
    public override void FillEllipses(IEnumerable<OxyRect> boxes, OxyColor color)
    {
        using SKPaint paint = Paint(color);
        foreach (OxyRect box in boxes)
        {
            Target.DrawOval(Rectangle(box), paint);
        }
    }

    /// <inheritdoc/>
    public override void Write(string text, ScreenPoint start, TextStyle style, double rotation = 0)
    {
        GlyphLine line = style.Face.Lay(text);
        if (line.Glyphs.Length == 0)
        {
            return;
        }

        using SKFont font = style.Face.CreateFont(style.Size);
        using SKPaint paint = Paint(style.Color);
        float[] starts = Array.ConvertAll(line.Starts, place => (float)(place * style.Size / TypeFace.UnitsPerEm));
        using SKTextBlob? blob = SKTextBlob.CreateHorizontal(text, font, starts, 0);
        if (blob is null)
        {
            return;
        }

        Target.Save();
        Target.Translate((float)start.X, (float)start.Y);
        Target.RotateDegrees((float)rotation);
        Target.DrawText(blob, 0, 0, paint);
        Target.Restore();
    }

    /// <inheritdoc/>
    public override void DrawImage(byte[] png, OxyRect box)
    {
        using SKImage image = SKImage.FromEncodedData(png);
        using SKPaint paint = Paint(OxyColors.Black);
        Target.DrawImage(image, Rectangle(box), new SKSamplingOptions(SKFilterMode.Linear), paint);
    }

    /// <inheritdoc/>
    public override void PushClip(OxyRect box)
    {
        Target.Save();
        Target.ClipRect(Rectangle(box));
    }

    /// <inheritdoc/>
    public override void PopClip() => Target.Restore();

    private static SKRect Rectangle(OxyRect box) => new((float)box.Left, (float)box.Top, (float)box.Right, (float)box.Bottom);

    private static SKPaint Paint(OxyColor color) => new() { Color = new SKColor(color.R, color.G, color.B, color.A), IsAntialias = true };

    private static SKPath Path(IEnumerable<IList<ScreenPoint>> lines, bool isClosed)
    {
        using SKPathBuilder path = new();
        foreach (IList<ScreenPoint> line in lines)
        {
            for (int i = 0; i < line.Count; i++)
            {
                if (i == 0)
                {
                    path.MoveTo((float)line[i].X, (float)line[i].Y);
                }
                else
                {
                    path.LineTo((float)line[i].X, (float)line[i].Y);
                }
            }

            if (isClosed && line.Count > 0)
            {
                path.Close();
            }
        }

        return path.Detach();
    }
}
