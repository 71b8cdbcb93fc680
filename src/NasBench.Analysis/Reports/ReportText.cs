using System.Globalization;
using System.Text.Json;

namespace NasBench.Analysis;

/// <summary>Numbers as reports show them: in tables a dash, in JSON null, where there is none.</summary>
internal static class ReportText
{
    private const string Absent = "-";

    /// <summary>A fraction, such as an accuracy or a correlation, with six digits.</summary>
    public static string Fraction(double value) => Format(value, "F6");

    /// <summary>A number of things.</summary>
    public static string Count(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A whole number without separators, such as a depth.</summary>
    public static string Integer(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>Seconds with one digit.</summary>
    public static string Seconds(double value) => Format(value, "N1");

    /// <summary>Writes a number; null for one that there is not.</summary>
    public static void WriteValue(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    private static string Format(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : Absent;
}
