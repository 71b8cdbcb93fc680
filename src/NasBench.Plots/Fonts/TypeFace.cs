using SkiaSharp;

namespace NasBench.Plots;

/// <summary>
/// A weight of Source Sans 3, which travels inside the library: the same letters in the same places on every machine. Widths are those of the font's own
/// design, without hints. Thread-safe.
/// </summary>
internal sealed class TypeFace
{
    /// <summary>The part of the size that letters reach above the line, for layout.</summary>
    public const double Ascent = 0.75;

    /// <summary>The part of the size that letters reach below the line, for layout.</summary>
    public const double Descent = 0.25;

    /// <summary>The height of digits and capitals, as a part of the size.</summary>
    public const double CapHeight = 0.66;

    /// <summary>Units of the font in its size.</summary>
    public const int UnitsPerEm = 1000;

    private static readonly Lazy<TypeFace> s_regular = new(() => new TypeFace("Regular", "r"));
    private static readonly Lazy<TypeFace> s_semiBold = new(() => new TypeFace("SemiBold", "b"));

    private TypeFace(string weight, string key)
    {
        Key = key;
        string name = $"SourceSans3-{weight}.ttf";
        using Stream stream = typeof(TypeFace).Assembly.GetManifestResourceStream(name)!;
        Skia = SKTypeface.FromStream(stream);
    }

    /// <summary>A letter that tells the weights apart.</summary>
    public string Key { get; }

    /// <summary>The font as Skia has it.</summary>
    public SKTypeface Skia { get; }

    /// <summary>One of the two weights.</summary>
    public static TypeFace Of(bool isBold) => isBold ? s_semiBold.Value : s_regular.Value;

    /// <summary>A font of a size, without anything that hangs on the machine.</summary>
    public SKFont CreateFont(double size) => new(Skia, (float)size)
    {
        Hinting = SKFontHinting.None,
        Subpixel = true,
        LinearMetrics = true,
        Edging = SKFontEdging.Antialias,
    };

    /// <summary>Lays a text out on a line.</summary>
    /// <param name="text">The text.</param>
    /// <returns>Its glyphs, and where each begins, in units of the font.</returns>
    public GlyphLine Lay(string text)
    {
        using SKFont font = CreateFont(UnitsPerEm);
        ushort[] glyphs = font.GetGlyphs(text);
        float[] widths = font.GetGlyphWidths(glyphs);
        float[] starts = new float[glyphs.Length];
        float end = 0;
        for (int i = 0; i < glyphs.Length; i++)
        {
            starts[i] = end;
            end += widths[i];
        }

        return new GlyphLine(glyphs, starts, end);
    }

    /// <summary>The outline of a glyph as the path of an SVG, in units of the font, downwards; empty for a space.</summary>
    public string Outline(ushort glyph)
    {
        using SKFont font = CreateFont(UnitsPerEm);
        using SKPath? path = font.GetGlyphPath(glyph);
        return path is null || path.IsEmpty ? "" : path.ToSvgPathData();
    }

    /// <summary>The width of a text.</summary>
    public double Measure(string text, double size) => Lay(text).Width * size / UnitsPerEm;
}
