using System.Globalization;

namespace NasBench.Plots;

/// <summary>Numbers as pictures show them.</summary>
internal static class Numbers
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>A number in its shortest form, with a minus sign that is one.</summary>
    public static string Plain(double value) => Signed(value.ToString("#,0.######", CultureInfo.InvariantCulture));

    /// <summary>A number with three digits that count.</summary>
    public static string Short(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        double size = Math.Abs(value);
        return size is >= 0.001 and < 1e5 ? Signed(double.Parse(value.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture)
            .ToString("#,0.######", CultureInfo.InvariantCulture)) : Scientific(value);
    }

    /// <summary>A power of ten, or a multiple of one.</summary>
    public static string Power(double value)
    {
        double exponent = Math.Log10(value);
        double rounded = Math.Round(exponent);
        return Math.Abs(exponent - rounded) < 1e-6 ? "10" + Raise((int)rounded) : Scientific(value);
    }

    /// <summary>A count with thousands apart.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A part of a whole in percent.</summary>
    public static string Percent(double part, int digits = 1) => Signed((100 * part).ToString("F" + digits, CultureInfo.InvariantCulture)) + " %";

    private static string Scientific(double value)
    {
        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9);
        string factor = Signed((value / Math.Pow(10, exponent)).ToString("0.##", CultureInfo.InvariantCulture));
        return factor == "1" ? "10" + Raise(exponent) : $"{factor}×10{Raise(exponent)}";
    }

    private static string Raise(int exponent)
    {
        string digits = string.Concat(Math.Abs(exponent).ToString(CultureInfo.InvariantCulture).Select(digit => Superscripts[digit - '0']));
        return exponent < 0 ? "⁻" + digits : digits;
    }

    private static string Signed(string text) => text.Replace('-', '−');
}
