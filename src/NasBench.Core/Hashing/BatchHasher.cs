using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

/// <summary>
/// Hashes many cells: sorts them by the degrees of their vertices, then by topology, so that the lanes of a vector hold cells whose messages have the same
/// shape, and mostly the same graph; hashes those left over one by one.
/// </summary>
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

    /// <summary>Degrees take 42 bits; the other 22 number more cells than are sorted at once.</summary>
    private const int StartBits = 64 - DegreeOrder.Bits;

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
            if (cells[position].IsOf<TSpace>() && cells[position].TryPrune(out Cell cell) && cell.HasOnlyKnownOperations(TSpace.OperationCount))
            {
                pruned.Span[position] = cell;
                keys.Span[count++] = cell.AdjacencyBits | ((ulong)position << PositionShift);
            }
            else
            {
                hashes[position] = default;
            }
        }

        Span<ulong> sorted = keys.Span[..count];
        Span<ulong> runs = spare.Span[..count];
        Sort(ref sorted, ref runs);
        HashRuns<TSpace>(pruned.Span, sorted, runs[..FindRuns(pruned.Span, sorted, runs)], hashes);
        return count;
    }

    /// <summary>Lists the runs of equal topology, sorted by degrees. Each entry holds the degrees and where the run starts.</summary>
    /// <returns>The number of runs.</returns>
    private static int FindRuns(ReadOnlySpan<Cell> cells, ReadOnlySpan<ulong> keys, Span<ulong> runs)
    {
        int count = 0;
        for (int start = 0; start < keys.Length; start++)
        {
            if (start == 0 || (uint)keys[start] != (uint)keys[start - 1])
            {
                var order = new DegreeOrder(cells[(int)(keys[start] >> PositionShift)]);
                runs[count++] = (order.Degrees << StartBits) | (uint)start;
            }
        }

        HeapSort.Sort(runs[..count]);
        return count;
    }

    /// <summary>Fills the lanes with the cells of runs of the same degrees.</summary>
    [SkipLocalsInit]
    private static void HashRuns<TSpace>(ReadOnlySpan<Cell> cells, ReadOnlySpan<ulong> keys, ReadOnlySpan<ulong> runs, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
    {
        Span<Cell> group = stackalloc Cell[Width];
        Span<int> positions = stackalloc int[Width];
        int count = 0;
        ulong degrees = 0;
        foreach (ulong run in runs)
        {
            if (run >> StartBits != degrees)
            {
                HashGroup<TSpace>(group[..count], positions, hashes);
                count = 0;
                degrees = run >> StartBits;
            }

            var start = (int)(run & ((1UL << StartBits) - 1));
            for (int i = start; i < keys.Length && (uint)keys[i] == (uint)keys[start]; i++)
            {
                if (count == group.Length)
                {
                    HashGroup<TSpace>(group, positions, hashes);
                    count = 0;
                }

                positions[count] = (int)(keys[i] >> PositionShift);
                group[count] = cells[positions[count]];
                count++;
            }
        }

        HashGroup<TSpace>(group[..count], positions, hashes);
    }

    [SkipLocalsInit]
    private static void HashGroup<TSpace>(ReadOnlySpan<Cell> cells, ReadOnlySpan<int> positions, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
    {
        if (cells.Length < SmallestGroup)
        {
            for (int i = 0; i < cells.Length; i++)
            {
                hashes[positions[i]] = ModuleHasher.HashPruned<TSpace>(cells[i]);
            }

            return;
        }

        Span<ModuleHash> results = stackalloc ModuleHash[cells.Length];
        HashLanes<TSpace>(cells, results);
        for (int i = 0; i < cells.Length; i++)
        {
            hashes[positions[i]] = results[i];
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

    /// <summary>Sorts by topology, stably: a radix sort from the lowest digit, which has nothing to do where the cells come in order.</summary>
    /// <param name="keys">The keys to sort; afterwards the sorted ones.</param>
    /// <param name="spare">Room for as many; afterwards memory that is no longer needed.</param>
    private static void Sort(ref Span<ulong> keys, ref Span<ulong> spare)
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
