using OxyPlot;

namespace NasBench.Plots;

/// <summary>
/// The colours: those of Okabe and Ito for categories, which people with any of the usual kinds of colour blindness tell apart, without their yellow, which
/// white paper swallows; one hue from light to dark for amounts, and viridis for values. Lines beyond the seventh have dashes too.
/// </summary>
internal static class Palette
{
    /// <summary>Text and axes.</summary>
    public static readonly OxyColor Ink = OxyColor.FromRgb(0x22, 0x22, 0x22);

    /// <summary>Notes.</summary>
    public static readonly OxyColor Muted = OxyColor.FromRgb(0x5F, 0x63, 0x68);

    /// <summary>Lines of reference.</summary>
    public static readonly OxyColor Reference = OxyColor.FromRgb(0x8A, 0x8D, 0x91);

    /// <summary>The grid.</summary>
    public static readonly OxyColor Grid = OxyColor.FromRgb(0xE6, 0xE7, 0xE9);

    /// <summary>What must not be overlooked.</summary>
    public static readonly OxyColor Alert = OxyColor.FromRgb(0xA8, 0x1C, 0x1C);

    private const double LabelDarkness = 0.78;

    private static readonly OxyColor[] s_series =
    [
        OxyColor.FromRgb(0x00, 0x72, 0xB2), OxyColor.FromRgb(0xD5, 0x5E, 0x00), OxyColor.FromRgb(0x00, 0x9E, 0x73), OxyColor.FromRgb(0xCC, 0x79, 0xA7),
        OxyColor.FromRgb(0xE6, 0x9F, 0x00), OxyColor.FromRgb(0x56, 0xB4, 0xE9), OxyColor.FromRgb(0x33, 0x33, 0x33),
    ];

    private static readonly double[][] s_dashes = [[], [4, 1.6], [1.4, 1.4], [5, 1.4, 1.2, 1.4]];

    private static readonly OxyColor[] s_amounts =
    [
        OxyColor.FromRgb(0xD3, 0xE3, 0xF2), OxyColor.FromRgb(0x9C, 0xC4, 0xE1), OxyColor.FromRgb(0x5B, 0x9E, 0xCC), OxyColor.FromRgb(0x2A, 0x74, 0xB2),
        OxyColor.FromRgb(0x0F, 0x4C, 0x8A), OxyColor.FromRgb(0x06, 0x27, 0x55),
    ];

    private static readonly OxyColor[] s_values =
    [
        OxyColor.FromRgb(0x44, 0x01, 0x54), OxyColor.FromRgb(0x48, 0x28, 0x78), OxyColor.FromRgb(0x3E, 0x4A, 0x89), OxyColor.FromRgb(0x31, 0x68, 0x8E),
        OxyColor.FromRgb(0x26, 0x82, 0x8E), OxyColor.FromRgb(0x1F, 0x9E, 0x89), OxyColor.FromRgb(0x35, 0xB7, 0x79), OxyColor.FromRgb(0x6E, 0xCE, 0x58),
        OxyColor.FromRgb(0xB5, 0xDE, 0x2B), OxyColor.FromRgb(0xFD, 0xE7, 0x25),
    ];

    /// <summary>The colour of a category.</summary>
    /// <param name="number">Its number, from 0.</param>
    public static OxyColor Series(int number) => s_series[number % s_series.Length];

    /// <summary>The dashes of a category's line; empty for a whole line.</summary>
    /// <param name="number">Its number, from 0.</param>
    public static double[] Dashes(int number) => s_dashes[number / s_series.Length % s_dashes.Length];

    /// <summary>The colour of a category's name, dark enough to be read.</summary>
    /// <param name="color">The colour of its line.</param>
    public static OxyColor Label(OxyColor color)
        => OxyColor.FromRgb((byte)(color.R * LabelDarkness), (byte)(color.G * LabelDarkness), (byte)(color.B * LabelDarkness));

    /// <summary>The colour of an amount, light for little.</summary>
    /// <param name="part">From 0 to 1.</param>
    public static OxyColor Amount(double part) => Between(s_amounts, part);

    /// <summary>The colour of a value, dark for low.</summary>
    /// <param name="part">From 0 to 1.</param>
    public static OxyColor Value(double part) => Between(s_values, part);

    private static OxyColor Between(OxyColor[] colors, double part)
    {
        double place = Math.Clamp(part, 0, 1) * (colors.Length - 1);
        int below = Math.Min((int)place, colors.Length - 2);
        return OxyColor.Interpolate(colors[below], colors[below + 1], place - below);
    }
}
