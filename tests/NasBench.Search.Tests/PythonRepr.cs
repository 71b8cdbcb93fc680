using System.Globalization;

namespace NasBench.Search.Tests;

/// <summary>Numbers as Python's <c>repr</c> writes them: the fewest digits that give the number again, with an exponent below 1e-4 and from 1e16 on.</summary>
internal static class PythonRepr
{
    public static string Of(double number)
    {
        if (!double.IsFinite(number))
        {
            return double.IsNaN(number) ? "nan" : number > 0 ? "inf" : "-inf";
        }

        // The same digits, as d.ddddE+000.
        string shortest = number.ToString("R", CultureInfo.InvariantCulture);
        string sign = shortest[0] == '-' ? "-" : "";
        (string digits, int exponent) = Split(shortest[sign.Length..]);
        if (exponent is < -4 or >= 16)
        {
            string fraction = digits.Length > 1 ? "." + digits[1..] : "";
            return $"{sign}{digits[0]}{fraction}e{(exponent < 0 ? '-' : '+')}{Math.Abs(exponent):00}";
        }

        if (exponent < 0)
        {
            return $"{sign}0.{new string('0', -exponent - 1)}{digits}";
        }

        string padded = digits.PadRight(exponent + 2, '0');
        return $"{sign}{padded[..(exponent + 1)]}.{padded[(exponent + 1)..]}";
    }

    /// <summary>The digits without zeros at either end, and the power of ten of the first.</summary>
    private static (string Digits, int Exponent) Split(string shortest)
    {
        string[] parts = shortest.Split('E');
        string[] halves = parts[0].Split('.');
        string all = string.Concat(halves);
        string digits = all.TrimStart('0');
        if (digits.Length == 0)
        {
            return ("0", 0);
        }

        int exponent = halves[0].Length - 1 - (all.Length - digits.Length) + (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
        digits = digits.TrimEnd('0');
        return (digits, exponent);
    }
}
