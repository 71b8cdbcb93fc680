using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench;

public static partial class Space<TSpace>
{
    /// <summary>The index of a cell.</summary>
    /// <param name="cell">Any cell; dangling vertices are ignored.</param>
    /// <returns>The index of its class, or -1 for a cell that is not valid in the space.</returns>
    public static int Locate(Cell cell) => LocateCore(LocateTable<TSpace>.Instance, RankTables<TSpace>.Ranks, cell);

    /// <summary>The index of a cell, or why it has none.</summary>
    /// <param name="cell">Any cell; dangling vertices are ignored.</param>
    /// <param name="index">The index of its class, or -1.</param>
    /// <returns>As <see cref="Cell.Validate{TSpace}"/>.</returns>
    public static CellStatus TryLocate(Cell cell, out int index)
    {
        index = Locate(cell);
        return index >= 0 ? CellStatus.Ok : cell.Validate<TSpace>();
    }

    /// <summary>The indices of many cells.</summary>
    /// <param name="cells">Any cells.</param>
    /// <param name="indices">Receives an index for each cell, -1 where it is not valid in the space.</param>
    /// <returns>The number of valid cells.</returns>
    /// <exception cref="ArgumentException"><paramref name="indices"/> is shorter than <paramref name="cells"/>.</exception>
    public static int Locate(ReadOnlySpan<Cell> cells, Span<int> indices)
    {
        if (indices.Length < cells.Length)
        {
            throw new ArgumentException($"needs {cells.Length} entries, has {indices.Length}", nameof(indices));
        }

        if (LocateSlot.CanMultiply(TSpace.OperationCount, TSpace.MaxVertices))
        {
            if (Lanes512.IsSupported)
            {
                return LaneLocator<TSpace, Lanes512, Vector512<uint>>.Locate(cells, indices);
            }

            if (Lanes256.IsSupported)
            {
                return LaneLocator<TSpace, Lanes256, Vector256<uint>>.Locate(cells, indices);
            }

            if (Lanes128.IsSupported)
            {
                return LaneLocator<TSpace, Lanes128, Vector128<uint>>.Locate(cells, indices);
            }
        }

        return LocateEach(cells, indices);
    }

    /// <summary>The indices of many cells, one after the other.</summary>
    internal static int LocateEach(ReadOnlySpan<Cell> cells, Span<int> indices)
    {
        LocateTable<TSpace> table = LocateTable<TSpace>.Instance;
        ReadOnlySpan<ushort> ranks = RankTables<TSpace>.Ranks;
        int found = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            int index = LocateCore(table, ranks, cells[i]);
            indices[i] = index;
            found += ~index >>> 31;
        }

        return found;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int LocateCore(LocateTable<TSpace> table, ReadOnlySpan<ushort> ranks, Cell cell)
    {
        uint mask = Adjacency.PadToSeven(cell.AdjacencyBits, cell.Vertices);
        uint kept = Adjacency.KeptVertices(mask, Cell.MaxVertices - 1);
        uint interior = (kept >> 1) & ((1u << Cell.MaxInteriorVertices) - 1);
        uint key = mask & table.KeptEdges[(int)interior];
        if (kept == 0 || BitOperations.PopCount(key) > TSpace.MaxEdges || !IsAllowed(cell, kept, interior))
        {
            return -1;
        }

        ref readonly LocateSlot slot = ref table.Find(key);
        return slot.IndexOf<TSpace>(LocateSlot.Spread(cell.OperationBits), ranks);
    }

    /// <summary>What the limits on vertices, the names and the tag of the space ask of a connected cell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsAllowed(Cell cell, uint kept, uint interior)
    {
        return cell.Marks == Cell.MarksOf<TSpace>()
            && (TSpace.MaxVertices == Cell.MaxVertices || BitOperations.PopCount(kept) <= TSpace.MaxVertices)
            && (Cell.FindUnknownOperations<TSpace>(cell.OperationBits) & interior) == 0;
    }
}
