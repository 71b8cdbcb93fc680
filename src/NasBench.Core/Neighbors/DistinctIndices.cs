using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasBench;

/// <summary>
/// Sorts some tens of indices without a branch that depends on them: the place of each is the number of smaller ones, counted for all of them side by side.
/// </summary>
internal static class DistinctIndices
{
    /// <summary>More are sorted the usual way.</summary>
    private const int MaxCount = 64;

    /// <summary>What stands behind the indices, in whole vectors: larger than any.</summary>
    private const int Filler = int.MaxValue;

    /// <summary>Sorts indices and moves each of them once to the front; those of no cell, -1, are left out.</summary>
    /// <returns>How many different ones there are.</returns>
    public static int Sort(Span<int> indices)
    {
        if (indices.Length > MaxCount)
        {
            HeapSort.Sort(indices);
            return MoveDistinct(indices, indices);
        }

        return SortFew(indices);
    }

    [SkipLocalsInit]
    private static int SortFew(Span<int> indices)
    {
        Span<int> padded = stackalloc int[MaxCount];
        Span<int> places = stackalloc int[MaxCount];
        int lanes = Vector<int>.Count;
        int length = (indices.Length + lanes - 1) / lanes * lanes;
        indices.CopyTo(padded);
        padded[indices.Length..length].Fill(Filler);
        Span<Vector<int>> blocks = MemoryMarshal.Cast<int, Vector<int>>(padded[..length]);
        for (int block = 0; block < blocks.Length; block++)
        {
            Vector<int> own = blocks[block];
            Vector<int> smaller = Vector<int>.Zero;
            foreach (int index in indices)
            {
                // All ones is -1.
                smaller -= Vector.LessThan(new Vector<int>(index), own);
            }

            smaller.CopyTo(places[(block * lanes)..]);
        }

        // Equal indices share a place and leave those after it empty.
        Span<int> sorted = padded[..indices.Length];
        sorted.Fill(-1);
        for (int i = 0; i < indices.Length; i++)
        {
            sorted[places[i]] = indices[i];
        }

        return MoveDistinct(sorted, indices);
    }

    /// <summary>Moves what differs from the one before, and is no empty place, to the front.</summary>
    private static int MoveDistinct(ReadOnlySpan<int> sorted, Span<int> indices)
    {
        int count = 0;
        int last = -1;
        foreach (int index in sorted)
        {
            indices[count] = index;
            bool isNew = index > last;
            count += isNew ? 1 : 0;
            last = isNew ? index : last;
        }

        return count;
    }
}
