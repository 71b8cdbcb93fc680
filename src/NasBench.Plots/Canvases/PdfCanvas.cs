using OxyPlot;
using SkiaSharp;

namespace NasBench.Plots;

/// <summary>Draws PDF of one page, with the letters that are used of the font embedded. No date is written: the same picture has the same bytes.</summary>
internal sealed class PdfCanvas : SkiaCanvas
{
    private readonly MemoryStream _bytes = new();
    private readonly SKDocument _document;

    /// <summary>Begins a picture.</summary>
    /// <param name="size">Width and height in points.</param>
    /// <param name="dpi">Pixels an inch of what must be drawn as pixels.</param>
    /// <param name="facts">What it says of itself.</param>
    public PdfCanvas(OxySize size, double dpi, PictureFacts facts)
        : base(size)
    {
        SKDocumentPdfMetadata metadata = new((float)dpi)
        {
            Title = facts.Title,
            Subject = facts.Description,
            Creator = "nasbench",
        };
        _document = SKDocument.CreatePdf(_bytes, metadata);
        Target = _document.BeginPage((float)size.Width, (float)size.Height);
    }

    /// <inheritdoc/>
    protected override SKCanvas Target { get; }

    /// <inheritdoc/>
    public override void Save(Stream stream)
    {
        _document.EndPage();
        _document.Close();
        _bytes.WriteTo(stream);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _document.Dispose();
}
