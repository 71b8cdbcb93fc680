using System.Buffers.Binary;

namespace NasBench.Data;

/// <summary>Walks over the fields of a protobuf message. Every length is checked before it is used.</summary>
internal ref struct ProtobufCursor(ReadOnlySpan<byte> message)
{
    internal const int Varint = 0, Fixed64 = 1, LengthDelimited = 2, StartGroup = 3, EndGroup = 4, Fixed32 = 5;

    // As deep as Google's readers go.
    private const int MaxGroupDepth = 100;

    private readonly ReadOnlySpan<byte> _message = message;
    private int _position;

    /// <summary>Offset of the next byte.</summary>
    internal readonly int Position => _position;

    /// <summary>Whether the message is read to its end.</summary>
    internal readonly bool IsAtEnd => _position == _message.Length;

    /// <summary>Reads what stands before a field's value.</summary>
    internal bool TryReadTag(out int field, out int wireType)
    {
        bool read = TryReadVarint(out ulong tag) && tag <= uint.MaxValue;
        field = (int)(tag >> 3);
        wireType = (int)(tag & 7);
        return read && field != 0;
    }

    /// <summary>Reads a varint of at most ten bytes and 64 bits.</summary>
    internal bool TryReadVarint(out ulong value)
    {
        value = 0;
        for (int shift = 0; shift < 64 && _position < _message.Length; shift += 7)
        {
            ulong bits = _message[_position++];
            if (shift == 63 && bits > 1)
            {
                return false;
            }

            value |= (bits & 0x7F) << shift;
            if (bits < 0x80)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Reads a double.</summary>
    internal bool TryReadDouble(out double value)
    {
        value = 0;
        if (_message.Length - _position < sizeof(double))
        {
            return false;
        }

        value = BinaryPrimitives.ReadDoubleLittleEndian(_message[_position..]);
        _position += sizeof(double);
        return true;
    }

    /// <summary>Reads a string or an embedded message.</summary>
    internal bool TryReadBytes(out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryReadVarint(out ulong length) || length > (ulong)(_message.Length - _position))
        {
            return false;
        }

        value = _message.Slice(_position, (int)length);
        _position += (int)length;
        return true;
    }

    /// <summary>Passes over the value of a field of no interest, whole groups included.</summary>
    internal bool TrySkip(int field, int wireType)
    {
        if (wireType != StartGroup)
        {
            return TrySkipValue(wireType);
        }

        Span<int> open = stackalloc int[MaxGroupDepth];
        int depth = 0;
        open[depth++] = field;
        while (depth > 0)
        {
            if (!TryReadTag(out field, out wireType))
            {
                return false;
            }

            switch (wireType)
            {
                case StartGroup when depth < MaxGroupDepth:
                    open[depth++] = field;
                    break;
                case EndGroup when open[depth - 1] == field:
                    depth--;
                    break;
                default:
                    if (!TrySkipValue(wireType))
                    {
                        return false;
                    }

                    break;
            }
        }

        return true;
    }

    private bool TrySkipValue(int wireType) => wireType switch
    {
        Varint => TryReadVarint(out _),
        Fixed64 => TryAdvance(sizeof(ulong)),
        LengthDelimited => TryReadBytes(out _),
        Fixed32 => TryAdvance(sizeof(uint)),
        _ => false,
    };

    private bool TryAdvance(int count)
    {
        if (_message.Length - _position < count)
        {
            return false;
        }

        _position += count;
        return true;
    }
}
