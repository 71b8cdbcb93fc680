using System.Text.Encodings.Web;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary>How all JSON of the command is written: on one line, shortest digits that read back to the same double, absent values as null.</summary>
internal static class JsonText
{
    /// <summary>Text stays readable: only what JSON itself forbids is escaped.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes one object and a line feed.</summary>
    public static void WriteDocument(Utf8Output output, Action<Utf8JsonWriter> write)
    {
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write((byte)'\n');
    }

    /// <summary>
    /// Writes a number; null for NaN, which stands for a value that the file does not hold. JSON has no infinity: it is a string, so that nobody takes it for
    /// absent.
    /// </summary>
    public static void WriteMeasured(this Utf8JsonWriter json, string name, double value)
    {
        if (double.IsFinite(value))
        {
            json.WriteNumber(name, value);
        }
        else if (double.IsNaN(value))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteString(name, value > 0 ? "Infinity" : "-Infinity");
        }
    }

    /// <summary>Writes an integer or null.</summary>
    public static void WriteOptional(this Utf8JsonWriter json, string name, long? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
