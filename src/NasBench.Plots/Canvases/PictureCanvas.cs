using OxyPlot;

namespace NasBench.Plots;

/// <summary>
/// Where a picture is drawn. Lengths are points, 72 to an inch, from the upper left corner. Everything comes down to polygons, lines, dots, text and images,
/// so that the formats cannot differ in what they show.
/// </summary>
internal abstract class PictureCanvas : IDisposable
{
    /// <summary>Takes the size.</summary>
    /// <param name="size">Width and height in points.</param>
    protected PictureCanvas(OxySize size) => Size = size;

    /// <summary>Width and height in points.</summary>
    public OxySize Size { get; }

    /// <summary>Fills polygons.</summary>
    /// <param name="polygons">Their corners.</param>
    /// <param name="color">The colour.</param>
    public abstract void Fill(IEnumerable<IList<ScreenPoint>> polygons, OxyColor color);

    /// <summary>Draws lines.</summary>
    /// <param name="lines">The points of each.</param>
    /// <param name="color">The colour.</param>
    /// <param name="width">The width in points.</param>
    /// <param name="dashes">Lengths of dashes and gaps in points; null for a whole line.</param>
    /// <param name="isClosed">Whether the last point is joined to the first.</param>
    public abstract void Stroke(IEnumerable<IList<ScreenPoint>> lines, OxyColor color, double width, double[]? dashes = null, bool isClosed = false);

    /// <summary>Fills ellipses.</summary>
    /// <param name="boxes">What they touch from inside.</param>
    /// <param name="color">The colour.</param>
    public abstract void FillEllipses(IEnumerable<OxyRect> boxes, OxyColor color);

    /// <summary>Writes a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where its line begins.</param>
    /// <param name="style">How it looks.</param>
    /// <param name="rotation">Degrees, clockwise.</param>
    public abstract void Write(string text, ScreenPoint start, TextStyle style, double rotation = 0);

    /// <summary>Draws an image, its pixels as they are.</summary>
    /// <param name="png">The image as PNG.</param>
    /// <param name="box">Where.</param>
    public abstract void DrawImage(byte[] png, OxyRect box);

    /// <summary>Draws only inside a box until <see cref="PopClip"/>; boxes inside boxes are allowed.</summary>
    public abstract void PushClip(OxyRect box);

    /// <summary>Ends the last <see cref="PushClip"/>.</summary>
    public abstract void PopClip();

    /// <summary>Ends the picture and writes it.</summary>
    /// <param name="stream">Where to.</param>
    public abstract void Save(Stream stream);

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of what is not memory of ours.</summary>
    protected virtual void Dispose(bool disposing)
    {
    }
}
