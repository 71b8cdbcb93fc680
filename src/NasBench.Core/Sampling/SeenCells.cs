using System.Numerics;

namespace NasBench;

/// <summary>The classes of a space that a search has seen, one bit each, and draws among those that it has not seen.</summary>
/// <remarks>53 KB for NAS-Bench-101; no call allocates after that. For use by one thread at a time.</remarks>
public sealed class SeenCells
{
    private readonly Type _space;
    private readonly int _classes;
    private readonly ulong[] _seen;

    /// <summary>Starts with no class of NAS-Bench-101 seen.</summary>
    public SeenCells()
        : this(typeof(Nas101), Nas101.CellCount)
    {
    }

    private SeenCells(Type space, int classes)
    {
        _space = space;
        _classes = classes;
        _seen = new ulong[(classes + 63) / 64];
    }

    /// <summary>The number of classes seen.</summary>
    public int Count { get; private set; }

    /// <summary>Starts with no class of a space seen.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <returns>An empty set.</returns>
    public static SeenCells Create<TSpace>()
        where TSpace : ISearchSpace<TSpace>
        => new(typeof(TSpace), TSpace.CellCount);

    /// <summary>Whether a class has been seen.</summary>
    /// <param name="index">An index; one outside the space has not been seen.</param>
    /// <returns>Whether <see cref="Add"/> was called with it.</returns>
    public bool Contains(int index) => (uint)index < (uint)_classes && ((_seen[index >> 6] >> index) & 1) != 0;

    /// <summary>Marks a class as seen.</summary>
    /// <param name="index">0 to the number of cells - 1.</param>
    /// <returns>Whether it was new.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space.</exception>
    public bool Add(int index)
    {
        IndexCheck.ThrowIfOutside(index, _classes);
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
    /// <param name="random">Makes the draw.</param>
    /// <param name="index">The index drawn; -1 once all have been seen.</param>
    /// <returns>Whether there was one.</returns>
    /// <remarks>One draw, then a count through the bits: microseconds.</remarks>
    public bool TryNextUnseen(Random random, out int index)
    {
        ArgumentNullException.ThrowIfNull(random);
        index = -1;
        if (Count == _classes)
        {
            return false;
        }

        index = FindUnseen(RandomDraws.Below(random, _classes - Count));
        Add(index);
        return true;
    }

    /// <summary>Throws where the classes are those of another space: the same index would mean another cell.</summary>
    internal void ThrowIfNotOf<TSpace>(string parameter)
        where TSpace : ISearchSpace<TSpace>
    {
        if (_space != typeof(TSpace))
        {
            throw new ArgumentException($"holds classes of {_space.Name}, not of {typeof(TSpace).Name}", parameter);
        }
    }

    /// <summary>The unseen class that has this many unseen ones before it.</summary>
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
