using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// Locates many cells: pruning, limits and hashing of the key run without branches in the lanes of vectors, one cell in each; then each cell takes three
/// dependent reads (displacement, slot, rank), which overlap from cell to cell.
/// </summary>
/// <remarks>
/// Only the tables of <see cref="LocateTable{TSpace}"/> are read: no table over raw masks (4 MB) is needed, because pruning sixteen cells costs less than one
/// read that misses the second-level cache.
/// </remarks>
internal static unsafe class LaneLocator<TSpace, TLanes, TVector>
    where TSpace : ISearchSpace<TSpace>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Cells that go through the lanes before their tables are read: enough to overlap the reads, few enough for the stack.</summary>
    private const int BlockSize = 64;

    /// <summary>Vertices and names of a cell of seven vertices with the right first and last name, above the operations.</summary>
    private const uint SevenVertices = Cell.MaxVertices - 2;

    /// <summary>Where the tag of the space stands above the operations.</summary>
    private const int TagShift = Cell.TagShift - Cell.VertexShift;

    private const ulong SevenVertexBits = (ulong)SevenVertices << Cell.VertexShift;

    private const ulong VertexBits = (ulong)Cell.VertexMask << Cell.VertexShift;

    /// <summary>The indices of cells, -1 where they are not in the space.</summary>
    /// <returns>The number of cells in the space.</returns>
    [SkipLocalsInit]
    public static int Locate(ReadOnlySpan<Cell> cells, Span<int> indices)
    {
        Block block;
        int found = 0;
        for (int start = 0; start < cells.Length; start += BlockSize)
        {
            int length = Math.Min(BlockSize, cells.Length - start);
            ulong* padded = block.Cells;
            if (length == BlockSize && HaveSevenVertices(cells.Slice(start, length)))
            {
                fixed (Cell* source = cells[start..])
                {
                    Prepare((ulong*)source, &block);
                }
            }
            else
            {
                Pad(cells.Slice(start, length), padded);
                Prepare(padded, &block);
            }

            found += LookUp(&block, indices.Slice(start, length));
        }

        return found;
    }

    private static bool HaveSevenVertices(ReadOnlySpan<Cell> cells)
    {
        ulong differences = 0;
        foreach (Cell cell in cells)
        {
            differences |= cell.Bits ^ SevenVertexBits;
        }

        return (differences & VertexBits) == 0;
    }

    /// <summary>Moves the output of smaller graphs to vertex 6. Entries without a cell become graphs without edges, which are in no space.</summary>
    private static void Pad(ReadOnlySpan<Cell> cells, ulong* padded)
    {
        for (int i = 0; i < BlockSize; i++)
        {
            Cell cell = i < cells.Length ? cells[i] : default;
            ulong rest = cell.Bits & ~(VertexBits | Cell.AdjacencyMask);
            padded[i] = rest | SevenVertexBits | Adjacency.PadToSeven(cell.AdjacencyBits, cell.Vertices);
        }
    }

    /// <summary>Everything up to the reads, for a block of seven-vertex cells.</summary>
    private static void Prepare(ulong* cells, Block* block)
    {
        LocateTable<TSpace> table = LocateTable<TSpace>.Instance;
        for (int i = 0; i < BlockSize; i += TLanes.Count)
        {
            TVector mask = TLanes.And(TLanes.Narrow(cells + i, 0), TLanes.Create(Cell.AdjacencyMask));
            TVector operations = TLanes.And(TLanes.Narrow(cells + i, Cell.OperationShift), TLanes.Create(Cell.AllOperationsMask));
            TVector kept = LanePruner<TLanes, TVector>.KeptVertices(mask);
            TVector key = TLanes.And(mask, LanePruner<TLanes, TVector>.EdgesAmong(kept));
            TVector valid = TLanes.And(
                TLanes.Equal(TLanes.Narrow(cells + i, Cell.VertexShift), TLanes.Create(SevenVertices | (TSpace.Tag << TagShift))),
                IsWithinLimits(kept, key, operations));

            operations = TLanes.And(operations, valid);
            Store(block->Valid + i, valid);
            Store(block->Buckets + i, TLanes.ShiftRight(TLanes.Multiply(key, TLanes.Create(LocateTable<TSpace>.Multiplier)), table.BucketShift));
            Store(block->Slots + i, TLanes.ShiftRight(TLanes.Multiply(key, TLanes.Create(LocateTable<TSpace>.SlotMultiplier)), table.SlotShift));
            Store(block->LowOperations + i, SpreadLow(operations));
            Store(block->HighOperations + i, SpreadHigh(operations));
        }
    }

    private static int LookUp(Block* block, Span<int> indices)
    {
        LocateTable<TSpace> table = LocateTable<TSpace>.Instance;
        ReadOnlySpan<ushort> ranks = RankTables<TSpace>.Ranks;
        int found = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            ref readonly LocateSlot slot = ref table.At((int)block->Buckets[i], (int)block->Slots[i]);
            ulong spread = block->LowOperations[i] | ((ulong)block->HighOperations[i] << 32);
            int valid = (int)block->Valid[i];

            // Operations of invalid cells are cleared, so that every read stays within its table.
            indices[i] = (slot.FirstIndex + ranks[slot.RankStart + (int)slot.Multiply(spread)]) | ~valid;
            found -= valid;
        }

        return found;
    }

    /// <summary>All ones for cells that are connected, within the limits of the space, and with known operations only.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector IsWithinLimits(TVector kept, TVector key, TVector operations)
    {
        TVector within = TLanes.Less(LanePruner<TLanes, TVector>.PopCount(key), TLanes.Create((uint)TSpace.MaxEdges + 1));
        if (TSpace.MaxVertices < Cell.MaxVertices)
        {
            within = TLanes.And(within, TLanes.Less(LanePruner<TLanes, TVector>.PopCount(kept), TLanes.Create((uint)TSpace.MaxVertices + 1)));
        }

        TVector one = TLanes.Create(1);
        TVector connected = TLanes.Equal(TLanes.And(kept, one), one);
        TVector unknown = TLanes.And(UnknownOperations(operations), TLanes.ShiftRight(kept, 1));
        return TLanes.And(TLanes.And(within, connected), TLanes.Equal(unknown, TLanes.Create(0)));
    }

    /// <summary>The interior vertices whose code is not below the operation count: bit i for vertex i + 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector UnknownOperations(TVector operations)
    {
        // Adding what is missing to 8 carries into the bit above a code exactly if the code is too large; every second code has room for the carry.
        const uint EvenCodes = 0x71C7;
        const uint EvenOnes = 0x1041;
        const uint OddCodes = 0x01C7;
        const uint OddOnes = 0x0041;
        uint missing = Cell.OperationMask + 1 - (uint)TSpace.OperationCount;
        TVector even = TLanes.Add(TLanes.And(operations, TLanes.Create(EvenCodes)), TLanes.Create(EvenOnes * missing));
        TVector odd = TLanes.Add(TLanes.And(TLanes.ShiftRight(operations, 3), TLanes.Create(OddCodes)), TLanes.Create(OddOnes * missing));
        TVector first = TLanes.And(TLanes.ShiftRight(even, 3), TLanes.Create(1));
        TVector second = TLanes.And(TLanes.ShiftRight(odd, 2), TLanes.Create(2));
        TVector third = TLanes.And(TLanes.ShiftRight(even, 7), TLanes.Create(4));
        TVector fourth = TLanes.And(TLanes.ShiftRight(odd, 6), TLanes.Create(8));
        TVector fifth = TLanes.And(TLanes.ShiftRight(even, 11), TLanes.Create(16));
        return TLanes.Or(TLanes.Or(TLanes.Or(first, second), TLanes.Or(third, fourth)), fifth);
    }

    /// <summary>The low half of <see cref="LocateSlot.Spread"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SpreadLow(TVector operations)
    {
        TVector first = TLanes.And(operations, TLanes.Create(7));
        TVector second = TLanes.ShiftLeft(TLanes.And(operations, TLanes.Create(7 << 3)), 9);
        TVector third = TLanes.ShiftLeft(TLanes.And(operations, TLanes.Create(7 << 6)), 18);
        return TLanes.Or(TLanes.Or(first, second), third);
    }

    /// <summary>The high half of <see cref="LocateSlot.Spread"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector SpreadHigh(TVector operations)
    {
        TVector fourth = TLanes.ShiftRight(TLanes.And(operations, TLanes.Create(7 << 9)), 5);
        TVector fifth = TLanes.ShiftLeft(TLanes.And(operations, TLanes.Create(7 << 12)), 4);
        return TLanes.Or(fourth, fifth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(uint* destination, TVector value) => Unsafe.WriteUnaligned(destination, value);

    /// <summary>What the vector part leaves for the reads: about 2 KB.</summary>
    private struct Block
    {
        public fixed ulong Cells[BlockSize];
        public fixed uint Valid[BlockSize];
        public fixed uint Buckets[BlockSize];
        public fixed uint Slots[BlockSize];
        public fixed uint LowOperations[BlockSize];
        public fixed uint HighOperations[BlockSize];
    }
}
