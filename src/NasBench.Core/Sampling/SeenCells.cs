using System.Numerics;

namespace NasBench;

/// <summary>The classes of a space that a search has seen, a bit each, and draws among those that it has not.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>53 KB for NAS-Bench-101; no call allocates after that. One thread at a time.</remarks>
public sealed class SeenCells<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private readonly ulong[] _seen = new ulong[(TSpace.CellCount + 63) / 64];

    /// <summary>The number of classes seen.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a class has been seen.</summary>
    /// <param name="index">An index; one outside of the space has not been seen.</param>
    /// <returns>Whether <see cref="Add"/> was called with it.</returns>
    public bool Contains(int index) => (uint)index < (uint)TSpace.CellCount && ((_seen[index >> 6] >> index) & 1) != 0;

    /// <summary>Marks a class as seen.</summary>
    /// <param name="index">0 to the number of cells - 1.</param>
    /// <returns>Whether it was new.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space.</exception>
    public bool Add(int index)
    {
        CellIndex.ThrowIfOutside<TSpace>(index);
        ulong bit = 1UL << index;
        bool isNew = (_seen[index >> 6] & bit) == 0;
        _seen[index >> 6] |= bit;
        Count += isNew ? 1 : 0;
        return isNew;
    }

    /// <summary>Forgets every class.</summary>
    public void Clear()
    {
        Array.Clear(_seen);
        Count = 0;
    }

    /// <summary>Draws uniformly among the classes that have not been seen, and marks the one drawn.</summary>
    /// <typeparam name="TRandom">The source of random bits.</typeparam>
    /// <param name="random">Draws the bits.</param>
    /// <param name="index">The index drawn; -1 once all have been seen.</param>
    /// <returns>Whether there was one.</returns>
    /// <remarks>One draw, then a count through the bits: microseconds.</remarks>
    public bool TryNextUnseen<TRandom>(ref TRandom random, out int index)
        where TRandom : struct, IRandomSource
    {
        index = -1;
        if (Count == TSpace.CellCount)
        {
            return false;
        }

        index = FindUnseen(RandomDraws.Below(ref random, TSpace.CellCount - Count));
        Add(index);
        return true;
    }

    /// <summary>The unseen class with so many unseen ones before it.</summary>
    private int FindUnseen(int rank)
    {
        int word = 0;
        int unseen = BitOperations.PopCount(~_seen[0]);
        while (rank >= unseen)
        {
            rank -= unseen;
            unseen = BitOperations.PopCount(~_seen[++word]);
        }

        ulong rest = ~_seen[word];
        for (; rank > 0; rank--)
        {
            rest &= rest - 1;
        }

        return (word << 6) + BitOperations.TrailingZeroCount(rest);
    }
}
