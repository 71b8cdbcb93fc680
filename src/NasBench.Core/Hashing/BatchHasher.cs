using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

/// <summary>Hashes many cells: sorts them by topology, so that the lanes of a vector hold cells of the same shape, and hashes lone ones one by one.</summary>
internal static class BatchHasher
{
    /// <summary>Cells sorted at once: enough to fill the lanes for cells in random order. 12 MB of borrowed memory.</summary>
    private const int ChunkSize = 1 << 19;

    /// <summary>Groups smaller than this are not worth a vector.</summary>
    private const int SmallestGroup = 4;

    private const int RadixBits = 8;

    /// <summary>A topology takes 21 bits of adjacency (the vertex count follows from it in a pruned graph).</summary>
    private const int KeyBits = Cell.MaxEdges;

    private const int PositionShift = 32;

    /// <summary>Hashes cells of any kind; <c>default</c> where there is no hash.</summary>
    /// <returns>The number of cells hashed.</returns>
    public static int Hash<TSpace>(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
    {
        int hashed = 0;
        for (int start = 0; start < cells.Length; start += ChunkSize)
        {
            int length = Math.Min(ChunkSize, cells.Length - start);
            hashed += HashChunk<TSpace>(cells.Slice(start, length), hashes.Slice(start, length));
        }

        return hashed;
    }

    private static int HashChunk<TSpace>(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
    {
        using SpanOwner<Cell> pruned = SpanOwner<Cell>.Allocate(cells.Length);
        using SpanOwner<ulong> keys = SpanOwner<ulong>.Allocate(cells.Length);
        using SpanOwner<ulong> spare = SpanOwner<ulong>.Allocate(cells.Length);
        int count = 0;
        for (int position = 0; position < cells.Length; position++)
        {
            if (cells[position].TryPrune(out Cell cell) && cell.HasOnlyKnownOperations(TSpace.OperationCount))
            {
                pruned.Span[position] = cell;
                keys.Span[count++] = cell.AdjacencyBits | ((ulong)position << PositionShift);
            }
            else
            {
                hashes[position] = default;
            }
        }

        HashGroups<TSpace>(pruned.Span, Sort(keys.Span[..count], spare.Span[..count]), hashes);
        return count;
    }

    /// <summary>Walks over the runs of equal topology.</summary>
    private static void HashGroups<TSpace>(ReadOnlySpan<Cell> cells, ReadOnlySpan<ulong> keys, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
    {
        int width = Width;
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && end - start < width && (uint)keys[end] == (uint)keys[start])
            {
                end++;
            }

            HashGroup<TSpace>(cells, keys[start..end], hashes);
            start = end;
        }
    }

    [SkipLocalsInit]
    private static void HashGroup<TSpace>(ReadOnlySpan<Cell> cells, ReadOnlySpan<ulong> keys, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
    {
        if (keys.Length < SmallestGroup)
        {
            foreach (ulong key in keys)
            {
                int position = (int)(key >> PositionShift);
                hashes[position] = ModuleHasher.HashPruned<TSpace>(cells[position]);
            }

            return;
        }

        Span<Cell> group = stackalloc Cell[keys.Length];
        Span<ModuleHash> results = stackalloc ModuleHash[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            group[i] = cells[(int)(keys[i] >> PositionShift)];
        }

        HashLanes<TSpace>(group, results);
        for (int i = 0; i < keys.Length; i++)
        {
            hashes[(int)(keys[i] >> PositionShift)] = results[i];
        }
    }

    /// <summary>The largest group that the widest vectors of this machine take at once.</summary>
    private static int Width => Lanes512.IsSupported ? QuadLanes<Lanes512, Vector512<uint>>.Count
        : Lanes256.IsSupported ? QuadLanes<Lanes256, Vector256<uint>>.Count
        : Lanes128.IsSupported ? QuadLanes<Lanes128, Vector128<uint>>.Count
        : SmallestGroup - 1;

    private static void HashLanes<TSpace>(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
    {
        if (Lanes512.IsSupported)
        {
            HashLanes<TSpace, Lanes512, Vector512<uint>>(cells, hashes);
        }
        else if (Lanes256.IsSupported)
        {
            HashLanes<TSpace, Lanes256, Vector256<uint>>(cells, hashes);
        }
        else
        {
            HashLanes<TSpace, Lanes128, Vector128<uint>>(cells, hashes);
        }
    }

    /// <summary>As many vectors as there are cells for: one, two or four.</summary>
    private static void HashLanes<TSpace, TLanes, TVector>(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        if (cells.Length > PairLanes<TLanes, TVector>.Count)
        {
            LaneHasher<TSpace, QuadLanes<TLanes, TVector>, VectorQuad<TVector>>.Hash(cells, hashes);
        }
        else if (cells.Length > TLanes.Count)
        {
            LaneHasher<TSpace, PairLanes<TLanes, TVector>, VectorPair<TVector>>.Hash(cells, hashes);
        }
        else
        {
            LaneHasher<TSpace, TLanes, TVector>.Hash(cells, hashes);
        }
    }

    /// <summary>Sorts by topology, stably: radix sort from the lowest digit, or nothing to do where the cells come in order.</summary>
    private static ReadOnlySpan<ulong> Sort(Span<ulong> keys, Span<ulong> spare)
    {
        Span<int> starts = stackalloc int[1 << RadixBits];
        for (int shift = 0; shift < KeyBits && !IsSorted(keys); shift += RadixBits)
        {
            CountStarts(keys, shift, starts);
            foreach (ulong key in keys)
            {
                spare[starts[(int)(key >> shift) & (starts.Length - 1)]++] = key;
            }

            Span<ulong> sorted = spare;
            spare = keys;
            keys = sorted;
        }

        return keys;
    }

    private static void CountStarts(ReadOnlySpan<ulong> keys, int shift, Span<int> starts)
    {
        starts.Clear();
        foreach (ulong key in keys)
        {
            starts[(int)(key >> shift) & (starts.Length - 1)]++;
        }

        int sum = 0;
        foreach (ref int start in starts)
        {
            (start, sum) = (sum, sum + start);
        }
    }

    private static bool IsSorted(ReadOnlySpan<ulong> keys)
    {
        for (int i = 1; i < keys.Length; i++)
        {
            if ((uint)keys[i] < (uint)keys[i - 1])
            {
                return false;
            }
        }

        return true;
    }
}
