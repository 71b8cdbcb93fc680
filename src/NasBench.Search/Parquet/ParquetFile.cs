using System.Buffers.Binary;

namespace NasBench.Search;

/// <summary>
/// A small Parquet writer (parquet-format 2.x, uncompressed, dictionaries): the same rows give the same bytes on every machine, and native builds have it.
/// </summary>
/// <param name="stream">Where to write; it stays open.</param>
/// <param name="columns">The columns.</param>
/// <param name="notes">What the file says of itself: names and values.</param>
internal sealed class ParquetFile(Stream stream, IReadOnlyList<ParquetColumn> columns, IReadOnlyList<KeyValuePair<string, string>> notes)
{
    private const int RleEncoding = 3;
    private const int Uncompressed = 0;
    private const int Utf8 = 0;
    private const string CreatedBy = "NasBench version 1.0";

    private readonly List<(IReadOnlyList<ParquetChunk> Chunks, long Rows)> _groups = [];
    private long _length;

    private static ReadOnlySpan<byte> Magic => "PAR1"u8;

    /// <summary>Writes what the columns hold as a row group.</summary>
    /// <param name="rows">How many rows that are.</param>
    public void WriteGroup(long rows)
    {
        if (_length == 0)
        {
            stream.Write(Magic);
            _length = Magic.Length;
        }

        var chunks = new List<ParquetChunk>();
        foreach (ParquetColumn column in columns)
        {
            ParquetChunk chunk = column.Write(stream, _length);
            _length += chunk.Size;
            chunks.Add(chunk);
        }

        _groups.Add((chunks, rows));
    }

    /// <summary>Writes the end of the file.</summary>
    public void Complete()
    {
        if (_length == 0)
        {
            WriteGroup(0);
        }

        using var footer = new MemoryStream();
        WriteFooter(new ThriftWriter(footer));
        footer.WriteTo(stream);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)footer.Length);
        stream.Write(length);
        stream.Write(Magic);
    }

    private void WriteFooter(ThriftWriter writer)
    {
        writer.BeginStruct();
        writer.Write(1, 1);
        writer.BeginStructs(2, columns.Count + 1);
        writer.BeginStruct();
        writer.Write(4, "schema");
        writer.Write(5, columns.Count);
        writer.EndStruct();
        foreach (ParquetColumn column in columns)
        {
            writer.BeginStruct();
            writer.Write(1, (int)column.Type);
            writer.Write(3, column.IsOptional ? 1 : 0);
            writer.Write(4, column.Name);
            if (column.Type == ParquetType.ByteArray)
            {
                writer.Write(6, Utf8);
            }

            writer.EndStruct();
        }

        writer.Write(3, _groups.Sum(group => group.Rows));
        writer.BeginStructs(4, _groups.Count);
        foreach ((IReadOnlyList<ParquetChunk> chunks, long rows) in _groups)
        {
            writer.BeginStruct();
            writer.BeginStructs(1, chunks.Count);
            foreach (ParquetChunk chunk in chunks)
            {
                WriteChunk(writer, chunk);
            }

            writer.Write(2, chunks.Sum(chunk => chunk.Size));
            writer.Write(3, rows);
            writer.EndStruct();
        }

        writer.BeginStructs(5, notes.Count);
        foreach ((string name, string value) in notes)
        {
            writer.BeginStruct();
            writer.Write(1, name);
            writer.Write(2, value);
            writer.EndStruct();
        }

        writer.Write(6, CreatedBy);
        writer.EndStruct();
    }

    private static void WriteChunk(ThriftWriter writer, ParquetChunk chunk)
    {
        writer.BeginStruct();
        writer.Write(2, chunk.DictionaryOffset >= 0 ? chunk.DictionaryOffset : chunk.DataOffset);
        writer.BeginStruct(3);
        writer.Write(1, (int)chunk.Column.Type);
        writer.Write(2, chunk.DictionaryOffset >= 0 ? [0, RleEncoding, chunk.Encoding] : [chunk.Encoding, RleEncoding]);
        writer.WriteNames(3, chunk.Column.Name);
        writer.Write(4, Uncompressed);
        writer.Write(5, chunk.Count);
        writer.Write(6, chunk.Size);
        writer.Write(7, chunk.Size);
        writer.Write(9, chunk.DataOffset);
        if (chunk.DictionaryOffset >= 0)
        {
            writer.Write(11, chunk.DictionaryOffset);
        }

        writer.EndStruct();
        writer.EndStruct();
    }
}
