using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>What is done with digests in lanes.</summary>
internal static unsafe class LaneDigests<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Writes a digest from the four little-endian words that MD5 gives.</summary>
    public static void Write(TVector* digest, TVector* words)
    {
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            digest[word] = TLanes.ReverseBytes(words[word]);
        }

        WriteHex(digest, digest + LaneDigest.BinaryWords);
    }

    /// <summary>Copies digests, in binary only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(TVector* source, TVector* destination)
    {
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            destination[word] = source[word];
        }
    }

    /// <summary>Replaces digests, in binary only, in some lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Replace(TVector lanes, TVector* source, TVector* destination)
    {
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            destination[word] = TLanes.Select(lanes, source[word], destination[word]);
        }
    }

    /// <summary>Moves the last digest of a list to its place among the sorted others: lane by lane, without branches, bubbling from the end.</summary>
    /// <param name="sorted">The digests, in binary only.</param>
    /// <param name="position">The number of digests before the last one.</param>
    public static void Insert(TVector* sorted, int position)
    {
        TVector* inserted = sorted + (position * LaneDigest.BinaryWords);
        for (; position > 0; position--, inserted -= LaneDigest.BinaryWords)
        {
            Order(inserted - LaneDigest.BinaryWords, inserted);
        }
    }

    /// <summary>
    /// Writes the texts of a list. They are twice as long as digests: it is faster to write them again after sorting than to move them along.
    /// </summary>
    public static void WriteHex(TVector* binary, int count, TVector* hex)
    {
        for (int i = 0; i < count; i++)
        {
            WriteHex(binary + (i * LaneDigest.BinaryWords), hex + (i * LaneDigest.HexWords));
        }
    }

    /// <summary>Sorts two digests, the most frequent case, without moving them: only their texts are selected.</summary>
    /// <param name="first">A digest with its text.</param>
    /// <param name="second">Another one.</param>
    /// <param name="hex">Receives the texts in ascending order.</param>
    public static void SortTwo(TVector* first, TVector* second, TVector* hex)
    {
        TVector exchange = Less(second, first);
        first += LaneDigest.BinaryWords;
        second += LaneDigest.BinaryWords;
        for (int word = 0; word < LaneDigest.HexWords; word++)
        {
            TVector a = first[word];
            TVector b = second[word];
            hex[word] = TLanes.Select(exchange, b, a);
            hex[word + LaneDigest.HexWords] = TLanes.Select(exchange, a, b);
        }
    }

    private static void WriteHex(TVector* binary, TVector* hex)
    {
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            TVector value = binary[word];
            hex[2 * word] = TLanes.UpperHex(value);
            hex[(2 * word) + 1] = TLanes.LowerHex(value);
        }
    }

    /// <summary>Exchanges two digests in the lanes in which the second one is smaller.</summary>
    private static void Order(TVector* first, TVector* second)
    {
        TVector exchange = Less(second, first);
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            TVector a = first[word];
            TVector b = second[word];
            first[word] = TLanes.Select(exchange, b, a);
            second[word] = TLanes.Select(exchange, a, b);
        }
    }

    /// <summary>Compares 128 bits, most significant word first.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Less(TVector* a, TVector* b)
    {
        TVector less = TLanes.Less(a[3], b[3]);
        less = TLanes.Or(TLanes.Less(a[2], b[2]), TLanes.And(TLanes.Equal(a[2], b[2]), less));
        less = TLanes.Or(TLanes.Less(a[1], b[1]), TLanes.And(TLanes.Equal(a[1], b[1]), less));
        return TLanes.Or(TLanes.Less(a[0], b[0]), TLanes.And(TLanes.Equal(a[0], b[0]), less));
    }
}
