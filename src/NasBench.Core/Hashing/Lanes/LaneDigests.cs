using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>What is done with digests in lanes.</summary>
internal static unsafe class LaneDigests<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Vectors in which <see cref="Sort"/> works: the digests in binary, then their texts.</summary>
    public const int SortWords = Cell.MaxVertices * LaneDigest.Words;

    /// <summary>Writes a digest from the four little-endian words that MD5 gives.</summary>
    public static void Write(TVector* digest, TVector* words)
    {
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            digest[word] = TLanes.ReverseBytes(words[word]);
        }

        WriteHex(digest, digest + LaneDigest.BinaryWords);
    }

    /// <summary>Sorts digests, lane by lane, and gives their texts.</summary>
    /// <param name="sources">The digests.</param>
    /// <param name="count">Their number, at least two.</param>
    /// <param name="work">Room of <see cref="SortWords"/> vectors.</param>
    /// <returns>The texts in ascending order of the digests, eight vectors each, in <paramref name="work"/>.</returns>
    public static TVector* Sort(TVector** sources, int count, TVector* work)
    {
        TVector* hex = work + (Cell.MaxVertices * LaneDigest.BinaryWords);
        if (count == 2)
        {
            SelectTwo(sources[0], sources[1], hex);
            return hex;
        }

        // Texts are twice as long as digests: it is faster to write them again than to move them along.
        for (int i = 0; i < count; i++)
        {
            Insert(sources[i], i, work);
        }

        for (int i = 0; i < count; i++)
        {
            WriteHex(work + (i * LaneDigest.BinaryWords), hex + (i * LaneDigest.HexWords));
        }

        return hex;
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

    /// <summary>Two digests, the most frequent number, need not be moved to be sorted: their texts are chosen.</summary>
    private static void SelectTwo(TVector* first, TVector* second, TVector* hex)
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

    /// <summary>Insertion into a sorted list without branches: the new digest bubbles from the end, lane by lane.</summary>
    private static void Insert(TVector* source, int position, TVector* sorted)
    {
        TVector* inserted = sorted + (position * LaneDigest.BinaryWords);
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            inserted[word] = source[word];
        }

        for (; position > 0; position--, inserted -= LaneDigest.BinaryWords)
        {
            Order(inserted - LaneDigest.BinaryWords, inserted);
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
