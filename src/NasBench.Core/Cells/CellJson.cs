using System.Text.Json;

namespace NasBench;

/// <summary>Cells as JSON strings.</summary>
internal static class CellJson
{
    /// <summary>Room for the text of nearly every cell.</summary>
    private const int StackLength = 512;

    /// <summary>Reads a string or the name of a property.</summary>
    /// <exception cref="JsonException">It is neither, is not the text of a cell, or holds a name that the space lacks.</exception>
    public static Cell Read<TSpace>(ref Utf8JsonReader reader)
        where TSpace : ISearchSpace<TSpace>
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            throw new JsonException($"a cell is a string, not a value of the kind {reader.TokenType}");
        }

        long length = reader.HasValueSequence ? reader.ValueSequence.Length : reader.ValueSpan.Length;
        Span<byte> text = length <= StackLength ? stackalloc byte[StackLength] : new byte[length];
        text = text[..reader.CopyString(text)];
        CellStatus status = CellTextReader.Parse<TSpace, byte>(text, out Cell cell);
        if (status != CellStatus.Ok)
        {
            throw new JsonException($"not a cell: {status.Describe()}");
        }

        ThrowIfUnknownName<TSpace>(text);
        return cell;
    }

    public static void Write(Utf8JsonWriter writer, Cell cell)
    {
        Span<byte> text = stackalloc byte[StackLength];
        if (cell.TryFormat(text, out int length))
        {
            writer.WriteStringValue(text[..length]);
        }
        else
        {
            writer.WriteStringValue(cell.ToString());
        }
    }

    public static void WritePropertyName(Utf8JsonWriter writer, Cell cell)
    {
        Span<byte> text = stackalloc byte[StackLength];
        if (cell.TryFormat(text, out int length))
        {
            writer.WritePropertyName(text[..length]);
        }
        else
        {
            writer.WritePropertyName(cell.ToString());
        }
    }

    /// <summary>
    /// Parsing accepts any name on a vertex that pruning removes. Here such a name shows that a cell of another space was written.
    /// </summary>
    private static void ThrowIfUnknownName<TSpace>(ReadOnlySpan<byte> text)
        where TSpace : ISearchSpace<TSpace>
    {
        ReadOnlySpan<byte> names = text[(text.LastIndexOf((byte)' ') + 1)..];
        foreach (Range range in names.Split((byte)','))
        {
            ReadOnlySpan<byte> name = names[range];
            if (VertexLabel.Parse<TSpace>(name) == VertexLabel.Unknown && !name.SequenceEqual("unknown"u8))
            {
                throw new JsonException(
                    $"not a cell of the search space: unknown operation '{System.Text.Encoding.UTF8.GetString(name)}' "
                    + $"(known are {string.Join(", ", TSpace.OperationNames!)})");
            }
        }
    }
}
