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

    /// <summary>Writes numbers as an array, with null for those that there are not.</summary>
    public static void WriteValues(this Utf8JsonWriter json, string name, IEnumerable<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an array of objects.</summary>
    /// <param name="json">Where to write.</param>
    /// <param name="items">What the objects are about.</param>
    /// <param name="write">Writes the members of one.</param>
    public static void WriteList<T>(this Utf8JsonWriter json, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray();
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>A number in a format of .NET.</summary>
    public static string Format(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : Absent;
}
