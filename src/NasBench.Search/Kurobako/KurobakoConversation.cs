using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace NasBench.Search;

/// <summary>
/// One side of kurobako's external program interface: JSON objects, one a line, that are answered one by one. Whatever a line holds, it is answered or
/// has no answer; nothing but the lack of memory is thrown.
/// </summary>
/// <remarks>
/// The program begins with its specification. Messages that end with <c>_CALL</c> have a reply, those that end with <c>_CAST</c> have none: what is wrong
/// with them shows in the reply to the next call. A line that is no message at all gets an <c>ERROR_REPLY</c>. Source: optuna/kurobako,
/// <c>kurobako_core/src/epi</c>. For use by one thread at a time.
/// </remarks>
public abstract class KurobakoConversation
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly ArrayBufferWriter<byte> _reply = new();

    private protected KurobakoConversation()
    {
    }

    /// <summary>Writes the first line: what this problem or solver is.</summary>
    /// <param name="output">Where to write.</param>
    public void Begin(IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        Write(output, WriteSpecification);
    }

    /// <summary>Answers one line.</summary>
    /// <param name="line">The line, without its line feed.</param>
    /// <param name="output">Receives the reply, a line, where there is one.</param>
    public void Answer(ReadOnlyMemory<byte> line, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        try
        {
            using JsonDocument message = JsonDocument.Parse(line);
            if (Take(KurobakoJson.Text(message.RootElement, "type"), message.RootElement) is { } write)
            {
                Write(output, write);
            }
        }
        catch (KurobakoException failure)
        {
            WriteError(output, failure.Kind, failure.Message);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            WriteError(output, KurobakoErrorKind.InvalidInput, $"expected one JSON object on each line: {failure.Message}");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            WriteError(output, KurobakoErrorKind.Bug, $"{failure.GetType().Name}: {failure.Message}");
        }
    }

    /// <summary>Writes the members of the first message.</summary>
    private protected abstract void WriteSpecification(Utf8JsonWriter json);

    /// <summary>Does what a message says.</summary>
    /// <returns>Writes the members of the reply, while the message is still there; null for no reply.</returns>
    private protected abstract Action<Utf8JsonWriter>? Take(string type, JsonElement message);

    private protected static KurobakoException Unknown(string type)
        => KurobakoException.InvalidInput($"there is no message of the type '{type}' for this program");

    private void WriteError(IBufferWriter<byte> output, string kind, string message) => Write(output, json =>
    {
        json.WriteString("type", "ERROR_REPLY");
        json.WriteString("kind", kind);
        json.WriteString("message", message);
    });

    /// <summary>A line that fails on the way leaves nothing behind.</summary>
    private void Write(IBufferWriter<byte> output, Action<Utf8JsonWriter> write)
    {
        _reply.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_reply, s_options))
        {
            json.WriteStartObject();
            write(json);
            json.WriteEndObject();
        }

        output.Write(_reply.WrittenSpan);
        output.Write("\n"u8);
    }
}
