namespace NasBench.Plots;

/// <summary>A text as glyphs on a line.</summary>
/// <param name="Glyphs">The glyphs.</param>
/// <param name="Starts">Where each begins, in units of the font.</param>
/// <param name="Width">Where the last one ends.</param>
internal sealed record GlyphLine(ushort[] Glyphs, float[] Starts, float Width);
