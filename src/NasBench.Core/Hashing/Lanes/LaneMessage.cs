using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Lays out a message of every lane, word by word, in the blocks that <see cref="LaneMd5{TLanes, TVector}"/> takes.</summary>
/// <remarks>
/// The messages of all lanes have the same shape, so all bars and quotes stand at the same places. A text of one byte moves all later words by 8 bits: the
/// bytes that do not fill a word yet are carried.
/// </remarks>
/// <param name="words">Room for the whole message with its padding.</param>
internal unsafe ref struct LaneMessage<TLanes, TVector>(TVector* words)
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    private TVector* _next = words;
    private TVector _carry;
    private int _carriedBits;

    /// <summary>Appends the eight words of a digest in hexadecimal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendHex(TVector* hex)
    {
        TVector* next = _next;
        if (_carriedBits == 0)
        {
            for (int word = 0; word < LaneDigest.HexWords; word++)
            {
                next[word] = hex[word];
            }
        }
        else
        {
            TVector carry = _carry;
            int carried = _carriedBits;
            for (int word = 0; word < LaneDigest.HexWords; word++)
            {
                next[word] = TLanes.Or(TLanes.ShiftLeft(hex[word], carried), carry);
                carry = TLanes.ShiftRight(hex[word], 32 - carried);
            }

            _carry = carry;
        }

        _next = next + LaneDigest.HexWords;
    }

    /// <summary>Appends one to three bytes that are the same in all lanes and at most fill the current word.</summary>
    /// <param name="text">The bytes, first one lowest.</param>
    /// <param name="bits">Their length in bits.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendPart(uint text, int bits)
    {
        _carry = TLanes.Or(_carry, TLanes.Create(text << _carriedBits));
        _carriedBits += bits;
        if (_carriedBits == 32)
        {
            *_next++ = _carry;
            _carry = default;
            _carriedBits = 0;
        }
    }

    /// <summary>Appends four bytes that are the same in all lanes, where some are carried.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AppendWord(uint text)
    {
        *_next++ = TLanes.Or(TLanes.Create(text << _carriedBits), _carry);
        _carry = TLanes.Create(text >> (32 - _carriedBits));
    }

    /// <summary>Pads the message as RFC 1321 says.</summary>
    /// <param name="words">The start of the message.</param>
    /// <returns>The number of blocks.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int Pad(TVector* words)
    {
        TVector* next = _next;
        int bytes = ((int)(next - words) * sizeof(uint)) + (_carriedBits / 8);
        int blocks = Md5Block.CountBlocks(bytes);
        *next++ = TLanes.Or(TLanes.Create(0x80u << _carriedBits), _carry);
        TVector* length = words + (blocks * LaneMd5<TLanes, TVector>.BlockWords) - 2;
        for (; next < length; next++)
        {
            *next = default;
        }

        length[0] = TLanes.Create((uint)bytes * 8);
        length[1] = default;
        return blocks;
    }
}
