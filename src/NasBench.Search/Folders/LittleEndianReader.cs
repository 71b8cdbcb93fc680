using System.Buffers.Binary;

namespace NasBench.Search;

/// <summary>Reads numbers one after the other from memory that holds them.</summary>
/// <param name="source">The memory.</param>
internal ref struct LittleEndianReader(ReadOnlySpan<byte> source)
{
    private ReadOnlySpan<byte> _rest = source;

    public int ReadInt32()
    {
        int value = BinaryPrimitives.ReadInt32LittleEndian(_rest);
        _rest = _rest[sizeof(int)..];
        return value;
    }

    public long ReadInt64()
    {
        long value = BinaryPrimitives.ReadInt64LittleEndian(_rest);
        _rest = _rest[sizeof(long)..];
        return value;
    }

    public double ReadDouble()
    {
        double value = BinaryPrimitives.ReadDoubleLittleEndian(_rest);
        _rest = _rest[sizeof(double)..];
        return value;
    }

    public float ReadSingle()
    {
        float value = BinaryPrimitives.ReadSingleLittleEndian(_rest);
        _rest = _rest[sizeof(float)..];
        return value;
    }
}
