using System.Numerics;

namespace NasBench;

/// <summary>
/// Facts about the graph of a cell, by which the NAS-Bench-101 paper groups cells (section 3, figure 5), and how many cells are isomorphic to it.
/// All are the same for isomorphic cells.
/// </summary>
/// <remarks>Cells are pruned first; limits of a space and first and last names play no part. Nothing allocates. Thread-safe.</remarks>
public static class CellFacts
{
    /// <summary>The number of edges of the longest path from input to output, which the paper calls depth.</summary>
    /// <param name="cell">A cell.</param>
    /// <returns>1 to 6; 0 where the output cannot be reached.</returns>
    public static int Depth(Cell cell)
    {
        int depth = 0;
        for (uint paths = Paths(cell); paths != 0; paths &= paths - 1)
        {
            depth = Math.Max(depth, 1 + BitOperations.PopCount((uint)BitOperations.TrailingZeroCount(paths)));
        }

        return depth;
    }

    /// <summary>
    /// The number of edges of the largest directed cut, which the paper calls width: the vertices are split in two so that the input is on one side,
    /// the output on the other, and no edge runs back.
    /// </summary>
    /// <param name="cell">A cell.</param>
    /// <returns>1 to 12; 0 where the output cannot be reached.</returns>
    public static int Width(Cell cell)
    {
        if (!AlignedCell.TryCreate(cell, out AlignedCell aligned))
        {
            return 0;
        }

        const uint All = (1u << Cell.MaxVertices) - 1;
        int width = 0;
        for (uint interior = 0; interior < 1u << Cell.MaxInteriorVertices; interior++)
        {
            uint before = 1 | (interior << 1);
            uint after = All & ~before;
            if ((aligned.Mask & VertexSets.Leaving(after) & VertexSets.Entering(before)) == 0)
            {
                width = Math.Max(width, BitOperations.PopCount(aligned.Mask & VertexSets.Leaving(before) & VertexSets.Entering(after)));
            }
        }

        return width;
    }

    /// <summary>The number of paths from input to output.</summary>
    /// <param name="cell">A cell.</param>
    /// <returns>0 to 32.</returns>
    public static int PathCount(Cell cell) => BitOperations.PopCount(Paths(cell));

    /// <summary>
    /// The number of ways to rename the interior vertices of the pruned cell so that edges and operations stay as they are, the identity included.
    /// </summary>
    /// <param name="cell">A cell.</param>
    /// <returns>1 to 120; 0 where the output cannot be reached.</returns>
    public static int AutomorphismCount(Cell cell)
    {
        if (!cell.TryPrune(out Cell pruned))
        {
            return 0;
        }

        AlignedCell aligned = AlignedCell.OfPruned(pruned);
        int count = 0;
        for (int assignment = 0; assignment < AssignmentTables.Count; assignment++)
        {
            count += FixesDummies(assignment, pruned.Vertices - 2) && Fixes(aligned, assignment) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The number of seven-vertex encodings of a cell of NAS-Bench-101. See <see cref="EncodingCount{TSpace}"/>.</summary>
    /// <param name="cell">A cell.</param>
    /// <returns>1 to 36,354,501; 0 where the cell is not valid.</returns>
    public static long EncodingCount(Cell cell) => EncodingCount<Nas101>(cell);

    /// <summary>
    /// The number of raw cells with the most vertices of a space that are isomorphic to a cell once pruned. Vertices off every path count with all the edges
    /// and operations that they can have. The sum over NAS-Bench-101 is 373,754,169; the best measured cell has 4 (paper, section 3.3).
    /// </summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">A cell.</param>
    /// <returns>The number; 0 where the cell is not valid in the space.</returns>
    /// <remarks>Microseconds; the first call takes some hundredths of a second to count the ways to wire vertices off every path.</remarks>
    public static long EncodingCount<TSpace>(Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        if (cell.Validate<TSpace>() != CellStatus.Ok)
        {
            return 0;
        }

        cell.TryPrune(out Cell pruned);
        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        long count = 0;
        foreach (Placement placement in placements[..Placement.List(pruned, TSpace.MaxVertices - 2, placements)])
        {
            count += EncodingCounts<TSpace>.Wirings(placement.Kept);
        }

        for (int vertices = pruned.Vertices; vertices < TSpace.MaxVertices; vertices++)
        {
            count *= TSpace.OperationCount;
        }

        return count;
    }

    private static uint Paths(Cell cell) => cell.Vertices < 2 ? 0 : CellPaths.Find(Adjacency.PadToSeven(cell.AdjacencyBits, cell.Vertices));

    private static bool FixesDummies(int assignment, int interior)
    {
        for (int place = interior; place < Cell.MaxInteriorVertices; place++)
        {
            if (Nas101.Relabellings[(assignment * Cell.MaxInteriorVertices) + place] != place)
            {
                return false;
            }
        }

        return true;
    }

    private static bool Fixes(AlignedCell cell, int assignment)
        => Relabelling.MapsInto(cell.Mask, cell.Mask, assignment) && Relabelling.MapLabels(cell.Labels, assignment) == cell.Labels;
}
