using System.Text.Json;
using System.Text.Unicode;

namespace NasBench.Cli;

/// <summary>
/// Reads a line of a batch: an object with <c>matrix</c> and <c>ops</c>, or <c>hash</c>, or the same under the names of data sets and answers,
/// <c>module_adjacency</c>, <c>module_operations</c>, <c>module_hash</c>; for a pair of cells the short names, each with <c>a_</c> and with <c>b_</c>
/// before it. Unknown fields are passed over, a field that is null counts as absent.
/// </summary>
internal static class BatchLineParser
{
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 512 };

    /// <summary>Reads a line; what is wrong with it ends up in <see cref="BatchLine.Error"/>, with the <c>id</c> kept where it could be read.</summary>
    public static BatchLine Parse(ReadOnlyMemory<byte> text) => Parse(text, isPair: false);

    /// <summary>Reads a line that names two cells, as <see cref="Parse(ReadOnlyMemory{byte})"/> does one that names one.</summary>
    public static BatchLine ParsePair(ReadOnlyMemory<byte> text) => Parse(text, isPair: true);

    private static BatchLine Parse(ReadOnlyMemory<byte> text, bool isPair)
    {
        BatchLine line = new();
        try
        {
            LineFields fields = new() { IsPair = isPair };
            string? complaint = ReadObject(text, line, ref fields) ?? Complete(line, fields);
            line.Error = complaint is null ? null : Bad(complaint);
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a string that is not UTF-8, or half a surrogate pair.
            line.Error = Bad($"not JSON: {failure.Message}");
        }

        if (!Utf8.IsValid(text.Span))
        {
            // The reader looks at the encoding of a string only where it is asked for its text, and the id is copied as it stands.
            line.Error = Bad("not JSON: the text is not UTF-8");
            line.Id = Utf8.IsValid(line.Id.Span) ? line.Id : BatchLine.NoId;
        }

        return line;
    }

    private static string? ReadObject(ReadOnlyMemory<byte> text, BatchLine line, ref LineFields fields)
    {
        Utf8JsonReader reader = new(text.Span, Options);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return "the line is not a JSON object";
        }

        string? complaint = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // All fields are read even after a complaint: the id may come last.
            string? found = ReadField(ref reader, text, line, ref fields);
            complaint ??= found;
        }

        return reader.Read() ? "more than one JSON value on the line" : complaint;
    }

    private static string? ReadField(ref Utf8JsonReader reader, ReadOnlyMemory<byte> text, BatchLine line, ref LineFields fields)
    {
        if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            int start = (int)reader.TokenStartIndex;
            reader.Skip();
            line.Id = text[start..(int)reader.BytesConsumed];
            return null;
        }

        return fields.IsPair ? ReadPairField(ref reader, ref fields)
            : reader.ValueTextEquals("matrix"u8) ? ReadMatrix(ref reader, ref fields.First, "matrix")
            : reader.ValueTextEquals("ops"u8) ? ReadOperations(ref reader, ref fields.First, "ops")
            : reader.ValueTextEquals("hash"u8) ? ReadHash(ref reader, ref fields.First, "hash")
            : reader.ValueTextEquals("module_adjacency"u8) ? ReadMatrix(ref reader, ref fields.Second, "module_adjacency")
            : reader.ValueTextEquals("module_operations"u8) ? ReadOperations(ref reader, ref fields.Second, "module_operations")
            : reader.ValueTextEquals("module_hash"u8) ? ReadHash(ref reader, ref fields.Second, "module_hash")
            : reader.ValueTextEquals("epochs"u8) ? ReadEpochs(ref reader, line)
            : reader.ValueTextEquals("half"u8) ? ReadHalf(ref reader, line)
            : reader.ValueTextEquals("repeat"u8) ? ReadRepeat(ref reader, line)
            : PassOver(ref reader);
    }

    private static string? ReadPairField(ref Utf8JsonReader reader, ref LineFields fields) =>
        reader.ValueTextEquals("a_matrix"u8) ? ReadMatrix(ref reader, ref fields.First, "a_matrix")
        : reader.ValueTextEquals("a_ops"u8) ? ReadOperations(ref reader, ref fields.First, "a_ops")
        : reader.ValueTextEquals("a_hash"u8) ? ReadHash(ref reader, ref fields.First, "a_hash")
        : reader.ValueTextEquals("b_matrix"u8) ? ReadMatrix(ref reader, ref fields.Second, "b_matrix")
        : reader.ValueTextEquals("b_ops"u8) ? ReadOperations(ref reader, ref fields.Second, "b_ops")
        : reader.ValueTextEquals("b_hash"u8) ? ReadHash(ref reader, ref fields.Second, "b_hash")
        : PassOver(ref reader);

    private static string? ReadMatrix(ref Utf8JsonReader reader, ref ReferenceFields fields, string name)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                fields.Matrix = GivenMatrix.Parse(reader.GetString()!);
                break;
            case JsonTokenType.StartArray:
                fields.Matrix = GivenMatrix.ParseRows(ref reader);
                break;
            case JsonTokenType.Null:
                return null;
            default:
                reader.Skip();
                break;
        }

        return fields.Matrix is null ? $"'{name}' is neither a string of digits nor rows of numbers" : null;
    }

    private static string? ReadOperations(ref Utf8JsonReader reader, ref ReferenceFields fields, string name)
    {
        reader.Read();
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                fields.Operations = reader.GetString()!.Split(',', StringSplitOptions.TrimEntries);
                return null;
            case JsonTokenType.Null:
                return null;
            case JsonTokenType.StartArray:
                return ReadNames(ref reader, ref fields, name);
            default:
                reader.Skip();
                return $"'{name}' is not a list of names";
        }
    }

    private static string? ReadNames(ref Utf8JsonReader reader, ref ReferenceFields fields, string name)
    {
        List<string> names = [];
        bool allNames = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            allNames &= reader.TokenType == JsonTokenType.String;
            if (reader.TokenType == JsonTokenType.String)
            {
                names.Add(KnownName(ref reader) ?? reader.GetString()!);
            }

            reader.Skip();
        }

        fields.Operations = [.. names];
        return allNames ? null : $"'{name}' is not a list of names";
    }

    /// <summary>Spares a string for each vertex of each line.</summary>
    private static string? KnownName(ref Utf8JsonReader reader)
    {
        foreach (string name in Nas101.OperationNames)
        {
            if (reader.ValueTextEquals(name))
            {
                return name;
            }
        }

        return null;
    }

    private static string? ReadHash(ref Utf8JsonReader reader, ref ReferenceFields fields, string name)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        ModuleHash hash = default;
        bool read = reader.TokenType == JsonTokenType.String && ModuleHash.TryParse(reader.GetString(), null, out hash);
        fields.Hash = hash;
        reader.Skip();
        return read ? null : $"'{name}' is not a string of 32 hexadecimal digits";
    }

    private static string? ReadEpochs(ref Utf8JsonReader reader, BatchLine line)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        int epochs = 0;
        bool read = reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out epochs) && epochs > 0;
        line.Epochs = epochs;
        reader.Skip();
        return read ? null : "'epochs' is not a whole number from 1 up";
    }

    private static string? ReadHalf(ref Utf8JsonReader reader, BatchLine line)
    {
        reader.Read();
        line.Half = reader.TokenType switch
        {
            JsonTokenType.True => true,
            JsonTokenType.False => false,
            _ => null,
        };
        bool read = line.Half is not null || reader.TokenType == JsonTokenType.Null;
        reader.Skip();
        return read ? null : "'half' is neither true nor false";
    }

    private static string? ReadRepeat(ref Utf8JsonReader reader, BatchLine line)
    {
        reader.Read();
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        RepeatChoice choice = default;
        bool read = (reader.TokenType == JsonTokenType.String && RepeatChoice.TryParse(reader.GetString(), out choice))
            || (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out int number) && number >= 0
                && RepeatChoice.TryParse(number.ToString(), out choice));
        line.Repeat = choice;
        reader.Skip();
        return read ? null : "'repeat' is not one of sample, mean, all, or a whole number from 0 up";
    }

    private static string? PassOver(ref Utf8JsonReader reader)
    {
        reader.Skip();
        return null;
    }

    private static string? Complete(BatchLine line, in LineFields fields)
    {
        CellReference? second = null;
        string? complaint = fields.IsPair ? Complete(fields.First, "a_", out CellReference? first) : CompleteOne(fields, out first);
        if (complaint is null && fields.IsPair)
        {
            complaint = Complete(fields.Second, "b_", out second);
        }

        (line.Cell, line.Other) = complaint is null ? (first, second) : (null, null);
        return complaint;
    }

    /// <summary>One cell under either set of names. A graph under the short names goes before one under the long names; two hashes must agree.</summary>
    private static string? CompleteOne(in LineFields fields, out CellReference? cell)
    {
        cell = null;
        (ReferenceFields own, ReferenceFields stored) = (fields.First, fields.Second);
        if (own.Hash is not null && stored.Hash is not null && own.Hash != stored.Hash)
        {
            return "'hash' and 'module_hash' are not the same";
        }

        own.Hash ??= stored.Hash;
        if (own.Matrix is null && own.Operations is null)
        {
            if ((stored.Matrix is null) != (stored.Operations is null))
            {
                return stored.Matrix is null ? "'module_operations' without 'module_adjacency'" : "'module_adjacency' without 'module_operations'";
            }

            (own.Matrix, own.Operations) = (stored.Matrix, stored.Operations);
        }

        return Complete(own, "", out cell);
    }

    private static string? Complete(in ReferenceFields fields, string prefix, out CellReference? cell)
    {
        cell = null;
        if ((fields.Matrix is null) != (fields.Operations is null))
        {
            return fields.Matrix is null ? $"'{prefix}ops' without '{prefix}matrix'" : $"'{prefix}matrix' without '{prefix}ops'";
        }

        if (fields.Matrix is null && fields.Hash is null)
        {
            return $"no cell: '{prefix}matrix' and '{prefix}ops', or '{prefix}hash', expected";
        }

        cell = new CellReference(fields.Matrix is null ? null : new GivenCell(fields.Matrix, fields.Operations!), fields.Hash);
        return null;
    }

    private static NoAnswer Bad(string message) => new(ErrorKind.BadLine, message);

    private struct LineFields
    {
        public bool IsPair;

        /// <summary>The first cell of a pair, or what the short names hold.</summary>
        public ReferenceFields First;

        /// <summary>The second cell of a pair, or what the long names hold.</summary>
        public ReferenceFields Second;
    }

    private struct ReferenceFields
    {
        public GivenMatrix? Matrix;
        public string[]? Operations;
        public ModuleHash? Hash;
    }
}
