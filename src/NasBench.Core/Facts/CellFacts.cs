using System.Numerics;

namespace NasBench;

/// <summary>
/// Facts about the graph of a cell, by which the NAS-Bench-101 paper groups cells (section 3, figure 5), and how many cells are isomorphic to it.
/// All are the same for isomorphic cells.
/// </summary>
/// <remarks>Cells are pruned first; limits of a space and first and last names play no part. Nothing allocates. Thread-safe.</remarks>
public static class CellFacts
{
    /// <summary>The ways to split the interior vertices in two.</summary>
    private const uint SplitCount = 1u << Cell.MaxInteriorVertices;

    private const uint AllVertices = (1u << Cell.MaxVertices) - 1;

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
    /// The number of edges of the largest directed cut over which no edge runs back: the vertices are split in two so that the input is on one side, the
    /// output on the other, and every edge between the sides leads from the first to the second. It is one reading of what the paper calls width;
    /// <see cref="LiveOutputs"/> is the one whose maximum over NAS-Bench-101 is the 5 that the paper states.
    /// </summary>
    /// <param name="cell">A cell.</param>
    /// <returns>1 to 12; 0 where the output cannot be reached.</returns>
    public static int Width(Cell cell)
    {
        int width = 0;
        if (AlignedCell.TryCreate(cell, out AlignedCell aligned))
        {
            for (uint interior = 0; interior < SplitCount; interior++)
            {
                uint before = Before(interior);
                width = RunsBack(aligned.Mask, before) ? width : Math.Max(width, BitOperations.PopCount(Crossing(aligned.Mask, before)));
            }
        }

        return width;
    }

    /// <summary>
    /// The most vertices whose outputs are needed at the same time while the cell is computed vertex by vertex: of the splits that <see cref="Width"/> looks
    /// at, the most vertices from which an edge crosses. It is the reading of the paper's width (section 3.2, figure 5) whose maximum over NAS-Bench-101 is 5.
    /// </summary>
    /// <param name="cell">A cell.</param>
    /// <returns>1 to 6; 0 where the output cannot be reached.</returns>
    public static int LiveOutputs(Cell cell)
    {
        int most = 0;
        if (AlignedCell.TryCreate(cell, out AlignedCell aligned))
        {
            for (uint interior = 0; interior < SplitCount; interior++)
            {
                uint before = Before(interior);
                most = RunsBack(aligned.Mask, before) ? most : Math.Max(most, CountTails(Crossing(aligned.Mask, before), before));
            }
        }

        return most;
    }

    /// <summary>The number of edges of the largest directed cut, where edges that run back over it are allowed and not counted.</summary>
    /// <param name="cell">A cell.</param>
    /// <returns>1 to 12; 0 where the output cannot be reached.</returns>
    public static int DirectedCut(Cell cell)
    {
        int most = 0;
        if (AlignedCell.TryCreate(cell, out AlignedCell aligned))
        {
            for (uint interior = 0; interior < SplitCount; interior++)
            {
                most = Math.Max(most, BitOperations.PopCount(Crossing(aligned.Mask, Before(interior))));
            }
        }

        return most;
    }

    /// <summary>
    /// In how many ways the vertices of the pruned cell can be numbered so that every edge leads to a higher number, where ways count once that give the same
    /// matrix and the same operations: the number of pruned cells that are isomorphic to it. The sum over a space is the number of its labelled pruned cells.
    /// </summary>
    /// <param name="cell">A cell.</param>
    /// <returns>1 to 120; 0 where the output cannot be reached.</returns>
    public static int NumberingCount(Cell cell)
    {
        if (!cell.TryPrune(out Cell pruned))
        {
            return 0;
        }

        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        return Placement.List(pruned, pruned.Vertices - 2, placements);
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

    /// <summary>The vertices on the side of the input: it, and some interior ones.</summary>
    private static uint Before(uint interior) => 1 | (interior << 1);

    /// <summary>The edges that lead out of a set of vertices.</summary>
    private static uint Crossing(uint mask, uint before) => mask & VertexSets.Leaving(before) & VertexSets.Entering(AllVertices & ~before);

    private static bool RunsBack(uint mask, uint before) => (mask & VertexSets.Leaving(AllVertices & ~before) & VertexSets.Entering(before)) != 0;

    /// <summary>The vertices of a set from which one of the edges starts.</summary>
    private static int CountTails(uint edges, uint vertices)
    {
        int count = 0;
        for (; vertices != 0; vertices &= vertices - 1)
        {
            count += (edges & VertexSets.Leaving(vertices & (0 - vertices))) != 0 ? 1 : 0;
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
