using System.Buffers.Binary;

namespace NasBench.Search;

/// <summary>Writes numbers one after the other into memory that has room for them.</summary>
/// <param name="destination">The memory.</param>
internal ref struct LittleEndianWriter(Span<byte> destination)
{
    private Span<byte> _rest = destination;

    public void Write(int value)
    {
        BinaryPrimitives.WriteInt32LittleEndian(_rest, value);
        _rest = _rest[sizeof(int)..];
    }

    public void Write(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_rest, value);
        _rest = _rest[sizeof(long)..];
    }

    public void Write(double value)
    {
        BinaryPrimitives.WriteDoubleLittleEndian(_rest, value);
        _rest = _rest[sizeof(double)..];
    }

    public void Write(float value)
    {
        BinaryPrimitives.WriteSingleLittleEndian(_rest, value);
        _rest = _rest[sizeof(float)..];
    }
}
