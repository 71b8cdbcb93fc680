using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasBench;

/// <summary>
/// Sorts some tens of indices without a branch that depends on them: the rank of each is the number of smaller ones, which is counted for all of them in
/// vectors.
/// </summary>
internal static class DistinctIndices
{
    /// <summary>Above this number, indices are sorted by <see cref="HeapSort"/>.</summary>
    private const int MaxCount = 64;

    /// <summary>Fills the last vector after the indices: larger than any index.</summary>
    private const int Filler = int.MaxValue;

    /// <summary>Sorts indices and keeps one of each at the front; -1, which stands for no cell, is left out.</summary>
    /// <returns>The number of different indices.</returns>
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
        Span<int> ranks = stackalloc int[MaxCount];
        int lanes = Vector<int>.Count;
        int length = (indices.Length + lanes - 1) / lanes * lanes;
        indices.CopyTo(padded);
        padded[indices.Length..length].Fill(Filler);
        Span<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(padded[..length]);
        for (int i = 0; i < vectors.Length; i++)
        {
            Vector<int> own = vectors[i];
            Vector<int> smaller = Vector<int>.Zero;
            foreach (int index in indices)
            {
                // All ones is -1.
                smaller -= Vector.LessThan(new Vector<int>(index), own);
            }

            smaller.CopyTo(ranks[(i * lanes)..]);
        }

        // Equal indices have the same rank and leave the places after it empty.
        Span<int> sorted = padded[..indices.Length];
        sorted.Fill(-1);
        for (int i = 0; i < indices.Length; i++)
        {
            sorted[ranks[i]] = indices[i];
        }

        return MoveDistinct(sorted, indices);
    }

    /// <summary>Moves each index that differs from the one before it to the front, and skips empty places.</summary>
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
