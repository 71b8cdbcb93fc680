using OxyPlot;
using SkiaSharp;

namespace NasBench.Plots;

/// <summary>Draws PNG.</summary>
internal sealed class PngCanvas : SkiaCanvas
{
    private const double PointsPerInch = 72;

    private readonly SKSurface _surface;
    private readonly double _dpi;
    private readonly PictureFacts _facts;

    /// <summary>Begins a picture.</summary>
    /// <param name="size">Width and height in points.</param>
    /// <param name="dpi">Pixels an inch.</param>
    /// <param name="facts">What it says of itself.</param>
    public PngCanvas(OxySize size, double dpi, PictureFacts facts)
        : base(size)
    {
        _dpi = dpi;
        _facts = facts;
        int width = (int)Math.Round(size.Width * dpi / PointsPerInch);
        int height = (int)Math.Round(size.Height * dpi / PointsPerInch);
        _surface = SKSurface.Create(new SKImageInfo(width, height, SKColorType.Rgba8888, SKAlphaType.Opaque))
            ?? throw new FigureException($"a picture of {width} x {height} pixels is too large; give a smaller --width, --height or --dpi");
        Target.Clear(SKColors.White);
        Target.Scale((float)(dpi / PointsPerInch));
    }

    /// <inheritdoc/>
    protected override SKCanvas Target => _surface.Canvas;

    /// <inheritdoc/>
    public override void Save(Stream stream)
    {
        using SKImage image = _surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        PngChunks.Write(stream, data.AsSpan(), _dpi, [("Title", _facts.Title), ("Description", _facts.Description)]);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _surface.Dispose();
}
