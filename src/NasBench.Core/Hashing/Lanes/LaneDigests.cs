using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>What is done with digests in lanes.</summary>
internal static unsafe class LaneDigests<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Writes a digest from the four little-endian words that MD5 gives.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(TVector* digest, TVector* words)
    {
        TVector low = TLanes.Create(0x0F0F0F0F);
        for (int word = 0; word < LaneDigest.BinaryWords; word++)
        {
            TVector value = words[word];
            digest[word] = TLanes.ReverseBytes(value);

            // A byte prints its high nibble first, so the nibbles change places before they are spread over bytes.
            TVector nibbles = TLanes.Or(TLanes.ShiftLeft(TLanes.And(value, low), 4), TLanes.And(TLanes.ShiftRight(value, 4), low));
            digest[LaneDigest.BinaryWords + (2 * word)] = TLanes.HexDigits(Spread(TLanes.And(nibbles, TLanes.Create(0xFFFF)), low));
            digest[LaneDigest.BinaryWords + (2 * word) + 1] = TLanes.HexDigits(Spread(TLanes.ShiftRight(nibbles, 16), low));
        }
    }

    /// <summary>Sorts digests, lane by lane. They change places, so copies are sorted.</summary>
    /// <param name="sources">The digests.</param>
    /// <param name="count">Their number, at least two.</param>
    /// <param name="sorted">Receives the copies in ascending order, 12 vectors each.</param>
    public static void Sort(TVector** sources, int count, TVector* sorted)
    {
        for (int i = 0; i < count; i++)
        {
            Insert(sources[i], i, sorted);
        }
    }

    /// <summary>Insertion into a sorted list without branches: the new digest bubbles from the end, lane by lane.</summary>
    private static void Insert(TVector* source, int position, TVector* sorted)
    {
        TVector* inserted = sorted + (position * LaneDigest.Words);
        Copy(source, inserted);
        for (int i = position; i > 0; i--, inserted -= LaneDigest.Words)
        {
            Order(inserted - LaneDigest.Words, inserted);
        }
    }

    /// <summary>Exchanges two digests in the lanes in which the second one is smaller.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Order(TVector* first, TVector* second)
    {
        TVector exchange = Less(second, first);
        for (int word = 0; word < LaneDigest.Words; word++)
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

    private static void Copy(TVector* source, TVector* destination)
    {
        for (int word = 0; word < LaneDigest.Words; word++)
        {
            destination[word] = source[word];
        }
    }

    /// <summary>Spreads the four nibbles in the low half of each lane over its four bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Spread(TVector nibbles, TVector low)
    {
        TVector pairs = TLanes.And(TLanes.Or(nibbles, TLanes.ShiftLeft(nibbles, 8)), TLanes.Create(0x00FF00FF));
        return TLanes.And(TLanes.Or(pairs, TLanes.ShiftLeft(pairs, 4)), low);
    }
}
