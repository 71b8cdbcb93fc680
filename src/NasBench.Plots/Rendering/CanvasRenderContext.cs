using OxyPlot;

namespace NasBench.Plots;

/// <summary>Lets OxyPlot draw on a canvas of ours, with our font whatever font is asked for.</summary>
/// <param name="canvas">The canvas.</param>
internal sealed class CanvasRenderContext(PictureCanvas canvas) : RenderContextBase
{
    private const double BoldFrom = 550;

    private int _clips;

    /// <inheritdoc/>
    public override int ClipCount => _clips;

    /// <inheritdoc/>
    public override void DrawLine(
        IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[]? dashArray, LineJoin lineJoin)
    {
        if (IsSeen(stroke, thickness) && points.Count > 1)
        {
            canvas.Stroke([points], stroke, thickness, InPoints(dashArray, thickness));
        }
    }

    /// <inheritdoc/>
    public override void DrawLineSegments(
        IList<ScreenPoint> points, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode, double[]? dashArray, LineJoin lineJoin)
    {
        if (IsSeen(stroke, thickness) && points.Count > 1)
        {
            canvas.Stroke(points.Chunk(2).Select(ends => (IList<ScreenPoint>)ends), stroke, thickness, InPoints(dashArray, thickness));
        }
    }

    /// <inheritdoc/>
    public override void DrawPolygon(
        IList<ScreenPoint> points,
        OxyColor fill,
        OxyColor stroke,
        double thickness,
        EdgeRenderingMode edgeRenderingMode,
        double[]? dashArray,
        LineJoin lineJoin)
    {
        if (fill.IsVisible() && points.Count > 2)
        {
            canvas.Fill([points], fill);
        }

        if (IsSeen(stroke, thickness) && points.Count > 1)
        {
            canvas.Stroke([points], stroke, thickness, InPoints(dashArray, thickness), isClosed: true);
        }
    }

    /// <inheritdoc/>
    public override void DrawEllipses(IList<OxyRect> extents, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
    {
        if (fill.IsVisible() && extents.Count > 0)
        {
            canvas.FillEllipses(extents, fill);
        }
    }

    /// <inheritdoc/>
    public override void DrawEllipse(OxyRect extents, OxyColor fill, OxyColor stroke, double thickness, EdgeRenderingMode edgeRenderingMode)
        => DrawEllipses([extents], fill, stroke, thickness, edgeRenderingMode);

    /// <inheritdoc/>
    public override void DrawText(
        ScreenPoint p,
        string text,
        OxyColor fill,
        string? fontFamily,
        double fontSize,
        double fontWeight,
        double rotation,
        HorizontalAlignment horizontalAlignment,
        VerticalAlignment verticalAlignment,
        OxySize? maxSize)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        TextStyle style = new(fontSize, fill, fontWeight > BoldFrom);
        double along = style.Measure(text) * horizontalAlignment switch
        {
            HorizontalAlignment.Left => 0,
            HorizontalAlignment.Center => -0.5,
            _ => -1,
        };
        double across = fontSize * verticalAlignment switch
        {
            VerticalAlignment.Top => TypeFace.Ascent,
            VerticalAlignment.Middle => TypeFace.CapHeight / 2,
            _ => -TypeFace.Descent,
        };
        (double sine, double cosine) = Math.SinCos(rotation * Math.PI / 180);
        canvas.Write(text, new ScreenPoint(p.X + (along * cosine) - (across * sine), p.Y + (along * sine) + (across * cosine)), style, rotation);
    }

    /// <inheritdoc/>
    public override OxySize MeasureText(string? text, string? fontFamily, double fontSize, double fontWeight) => string.IsNullOrEmpty(text)
        ? OxySize.Empty
        : new OxySize(new TextStyle(fontSize, Palette.Ink, fontWeight > BoldFrom).Measure(text), fontSize * (TypeFace.Ascent + TypeFace.Descent));

    /// <inheritdoc/>
    public override void DrawImage(
        OxyImage source,
        double srcX,
        double srcY,
        double srcWidth,
        double srcHeight,
        double destX,
        double destY,
        double destWidth,
        double destHeight,
        double opacity,
        bool interpolate)
        => canvas.DrawImage(source.GetData(), new OxyRect(destX, destY, destWidth, destHeight));

    /// <inheritdoc/>
    public override void PushClip(OxyRect clippingRectangle)
    {
        _clips++;
        canvas.PushClip(clippingRectangle);
    }

    /// <inheritdoc/>
    public override void PopClip()
    {
        _clips--;
        canvas.PopClip();
    }

    private static bool IsSeen(OxyColor stroke, double thickness) => stroke.IsVisible() && thickness > 0;

    /// <summary>OxyPlot counts dashes in widths of the line.</summary>
    private static double[]? InPoints(double[]? dashes, double thickness)
        => dashes is { Length: > 0 } ? Array.ConvertAll(dashes, dash => dash * Math.Max(thickness, 0.5)) : null;
}
