using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace NasBench.Search;

/// <summary>The values of one column of one row group, and how they are written: one dictionary page where that saves space, and one data page.</summary>
/// <param name="name">The column's name.</param>
/// <param name="type">Its type.</param>
/// <param name="isOptional">Whether a value can be absent.</param>
internal sealed class ParquetColumn(string name, ParquetType type, bool isOptional = false)
{
    private const int PlainEncoding = 0;
    private const int RleEncoding = 3;
    private const int RleDictionaryEncoding = 8;
    private const int DataPage = 0;
    private const int DictionaryPage = 2;

    // Values are the bits of numbers, or positions in the list of texts.
    private readonly List<long> _values = [];
    private readonly List<int> _levels = [];
    private readonly List<string> _texts = [];
    private readonly Dictionary<string, int> _textPositions = new(StringComparer.Ordinal);

    public string Name => name;

    public ParquetType Type => type;

    public bool IsOptional => isOptional;

    public void Add(long value)
    {
        _values.Add(value);
        _levels.Add(1);
    }

    /// <summary>Adds a number; one that is not finite is absent.</summary>
    public void Add(double value)
    {
        if (isOptional && !double.IsFinite(value))
        {
            AddAbsent();
        }
        else
        {
            Add(BitConverter.DoubleToInt64Bits(value));
        }
    }

    public void Add(string text)
    {
        ref int position = ref CollectionsMarshal.GetValueRefOrAddDefault(_textPositions, text, out bool isKnown);
        if (!isKnown)
        {
            position = _texts.Count;
            _texts.Add(text);
        }

        Add(position);
    }

    public void AddAbsent() => _levels.Add(0);

    /// <summary>Writes the pages and forgets the values.</summary>
    /// <param name="stream">Where to write.</param>
    /// <param name="offset">Where in the file that is.</param>
    public ParquetChunk Write(Stream stream, long offset)
    {
        using var body = new MemoryStream();
        using var pages = new MemoryStream();
        WriteLevels(body);
        long dictionaryOffset = -1;
        int encoding = PlainEncoding;
        if (TryNumber(out int[] numbers, out long[] entries))
        {
            encoding = RleDictionaryEncoding;
            dictionaryOffset = offset;
            using var dictionary = new MemoryStream();
            WritePlain(dictionary, entries);
            WritePage(pages, DictionaryPage, entries.Length, PlainEncoding, dictionary);
            int width = RunLengths.WidthOf(entries.Length);
            body.WriteByte((byte)width);
            RunLengths.Write(body, numbers, width);
        }
        else
        {
            WritePlain(body, CollectionsMarshal.AsSpan(_values));
        }

        long dataOffset = offset + pages.Length;
        WritePage(pages, DataPage, _levels.Count, encoding, body);
        pages.WriteTo(stream);
        var chunk = new ParquetChunk(this, _levels.Count, pages.Length, dictionaryOffset, dataOffset, encoding);
        _values.Clear();
        _levels.Clear();
        _texts.Clear();
        _textPositions.Clear();
        return chunk;
    }

    private void WriteLevels(MemoryStream body)
    {
        if (!isOptional)
        {
            return;
        }

        using var levels = new MemoryStream();
        RunLengths.Write(levels, CollectionsMarshal.AsSpan(_levels), width: 1);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, (int)levels.Length);
        body.Write(length);
        levels.WriteTo(body);
    }

    /// <summary>Numbers the distinct values in the order of their first appearance, where there are few enough for that to save space.</summary>
    private bool TryNumber(out int[] numbers, out long[] entries)
    {
        numbers = [];
        entries = [];
        if (type == ParquetType.Boolean)
        {
            return false;
        }

        int limit = type == ParquetType.ByteArray ? int.MaxValue : Math.Max(_values.Count / 4, 1);
        var known = new Dictionary<long, int>();
        var distinct = new List<long>();
        var found = new int[_values.Count];
        for (int i = 0; i < found.Length; i++)
        {
            ref int number = ref CollectionsMarshal.GetValueRefOrAddDefault(known, _values[i], out bool isKnown);
            if (!isKnown)
            {
                if (distinct.Count == limit)
                {
                    return false;
                }

                number = distinct.Count;
                distinct.Add(_values[i]);
            }

            found[i] = number;
        }

        numbers = found;
        entries = [.. distinct];
        return true;
    }

    private void WritePlain(MemoryStream stream, ReadOnlySpan<long> values)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        int bits = 0;
        for (int i = 0; i < values.Length; i++)
        {
            switch (type)
            {
                case ParquetType.Boolean:
                    bits |= (int)values[i] << (i & 7);
                    if ((i & 7) == 7 || i + 1 == values.Length)
                    {
                        stream.WriteByte((byte)bits);
                        bits = 0;
                    }

                    break;
                case ParquetType.Int32:
                    BinaryPrimitives.WriteInt32LittleEndian(bytes, (int)values[i]);
                    stream.Write(bytes[..sizeof(int)]);
                    break;
                case ParquetType.ByteArray:
                    byte[] text = Encoding.UTF8.GetBytes(_texts[(int)values[i]]);
                    BinaryPrimitives.WriteInt32LittleEndian(bytes, text.Length);
                    stream.Write(bytes[..sizeof(int)]);
                    stream.Write(text);
                    break;
                default:
                    BinaryPrimitives.WriteInt64LittleEndian(bytes, values[i]);
                    stream.Write(bytes);
                    break;
            }
        }
    }

    private static void WritePage(MemoryStream pages, int pageType, int count, int encoding, MemoryStream body)
    {
        var header = new ThriftWriter(pages);
        header.BeginStruct();
        header.Write(1, pageType);
        header.Write(2, (int)body.Length);
        header.Write(3, (int)body.Length);
        header.BeginStruct(pageType == DataPage ? 5 : 7);
        header.Write(1, count);
        header.Write(2, encoding);
        if (pageType == DataPage)
        {
            header.Write(3, RleEncoding);
            header.Write(4, RleEncoding);
        }

        header.EndStruct();
        header.EndStruct();
        body.WriteTo(pages);
    }
}
