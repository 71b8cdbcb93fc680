using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Lays out a message of every lane, word by word, in the blocks that <see cref="LaneMd5{TLanes, TVector}"/> takes.</summary>
/// <remarks>
/// The messages of all lanes have the same shape, so all bars and quotes stand at the same places. A text of one byte moves all later words by 8 bits: the
/// last word of a message holds its last bytes, with zeros above them.
/// </remarks>
internal static unsafe class LaneMessage<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Appends digests in hexadecimal where the message ends with a whole word.</summary>
    /// <param name="end">The word behind the message.</param>
    /// <param name="hex">The texts, eight words each.</param>
    /// <param name="count">The number of texts.</param>
    /// <returns>The new end.</returns>
    public static TVector* Append(TVector* end, TVector* hex, int count)
    {
        int words = count * LaneDigest.HexWords;
        for (int word = 0; word < words; word++)
        {
            end[word] = hex[word];
        }

        return end + words;
    }

    /// <summary>Appends digests in hexadecimal where the message ends within a word.</summary>
    /// <param name="end">The last word of the message, which has room.</param>
    /// <param name="hex">The texts, eight words each.</param>
    /// <param name="count">The number of texts.</param>
    /// <param name="bits">The bits of the last word that are taken: 8 to 24.</param>
    /// <returns>The new end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector* Append(TVector* end, TVector* hex, int count, int bits)
    {
        int words = count * LaneDigest.HexWords;
        TVector carry = *end;
        for (int word = 0; word < words; word++)
        {
            TVector text = hex[word];
            end[word] = TLanes.Or(TLanes.ShiftLeft(text, bits), carry);
            carry = TLanes.ShiftRight(text, 32 - bits);
        }

        end += words;
        *end = carry;
        return end;
    }

    /// <summary>Sets bytes of the last word that are the same in all lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Put(TVector* end, uint text) => *end = TLanes.Or(*end, TLanes.Create(text));

    /// <summary>Pads the message as RFC 1321 says.</summary>
    /// <param name="message">The start of the message.</param>
    /// <param name="end">Its last word, in which there is room.</param>
    /// <param name="bits">The bits of the last word that are taken: 0 to 24.</param>
    /// <returns>The number of blocks.</returns>
    public static int Pad(TVector* message, TVector* end, int bits)
    {
        int bytes = ((int)(end - message) * sizeof(uint)) + (bits / 8);
        int blocks = Md5Block.CountBlocks(bytes);
        Put(end, 0x80u << bits);
        TVector* length = message + (blocks * LaneMd5<TLanes, TVector>.BlockWords) - 2;
        while (++end < length)
        {
            *end = default;
        }

        length[0] = TLanes.Create((uint)bytes * 8);
        length[1] = default;
        return blocks;
    }
}
