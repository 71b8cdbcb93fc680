using System.Text;

namespace NasBench.Search;

/// <summary>Writes Thrift's compact protocol, in which Parquet describes itself: varints, and fields by the distance of their numbers.</summary>
/// <param name="stream">Where to write.</param>
internal sealed class ThriftWriter(Stream stream)
{
    private const int Int32Type = 5;
    private const int Int64Type = 6;
    private const int BinaryType = 8;
    private const int ListType = 9;
    private const int StructType = 12;
    private const int LongList = 15;

    private readonly Stack<int> _outer = new();
    private int _lastField;

    /// <summary>Begins a struct that stands by itself or in a list.</summary>
    public void BeginStruct()
    {
        _outer.Push(_lastField);
        _lastField = 0;
    }

    /// <summary>Begins a struct that is a field.</summary>
    public void BeginStruct(int field)
    {
        WriteField(field, StructType);
        BeginStruct();
    }

    /// <summary>Ends the innermost struct.</summary>
    public void EndStruct()
    {
        stream.WriteByte(0);
        _lastField = _outer.Pop();
    }

    /// <summary>Begins a list of structs.</summary>
    public void BeginStructs(int field, int count) => BeginList(field, StructType, count);

    public void Write(int field, int value)
    {
        WriteField(field, Int32Type);
        WriteZigZag(value);
    }

    public void Write(int field, long value)
    {
        WriteField(field, Int64Type);
        WriteZigZag(value);
    }

    public void Write(int field, string value)
    {
        WriteField(field, BinaryType);
        WriteBinary(value);
    }

    public void Write(int field, ReadOnlySpan<int> values)
    {
        BeginList(field, Int32Type, values.Length);
        foreach (int value in values)
        {
            WriteZigZag(value);
        }
    }

    public void WriteNames(int field, string value)
    {
        BeginList(field, BinaryType, 1);
        WriteBinary(value);
    }

    private void BeginList(int field, int type, int count)
    {
        WriteField(field, ListType);
        stream.WriteByte((byte)((Math.Min(count, LongList) << 4) | type));
        if (count >= LongList)
        {
            WriteVarint((ulong)count);
        }
    }

    private void WriteField(int field, int type)
    {
        int distance = field - _lastField;
        _lastField = field;
        stream.WriteByte((byte)((distance << 4) | type));
    }

    private void WriteBinary(string value)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(value);
        WriteVarint((ulong)bytes.Length);
        stream.Write(bytes);
    }

    private void WriteZigZag(long value) => WriteVarint((ulong)((value << 1) ^ (value >> 63)));

    private void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.WriteByte((byte)(value | 0x80));
        }

        stream.WriteByte((byte)value);
    }
}
