using System.Text.Json;

namespace NasBench.Cli;

/// <summary>Writes JSON objects, one on each line.</summary>
internal sealed class JsonLineWriter(Utf8Output output) : IDisposable
{
    private readonly Utf8JsonWriter _json = new(output, JsonText.Options);

    /// <summary>Writes one object and a line feed.</summary>
    public void Write(Action<Utf8JsonWriter> write)
    {
        _json.WriteStartObject();
        write(_json);
        _json.WriteEndObject();
        _json.Flush();
        _json.Reset();
        output.Write((byte)'\n');
    }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();
}
