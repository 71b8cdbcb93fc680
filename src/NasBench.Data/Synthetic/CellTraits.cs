using System.Numerics;

namespace NasBench.Data;

/// <summary>The properties of a cell that made-up metrics depend on. Isomorphic cells have the same.</summary>
/// <param name="Depth">Edges on the longest path from input to output.</param>
/// <param name="HasDirectEdge">Whether the input is connected to the output by an edge.</param>
/// <param name="Convolutions3x3">Vertices that are 3x3 convolutions.</param>
/// <param name="MaxPools">Vertices that are max poolings.</param>
internal readonly record struct CellTraits(int Depth, bool HasDirectEdge, int Convolutions3x3, int MaxPools)
{
    private const int Convolution3x3 = 0;
    private const int MaxPool = 2;

    /// <summary>The traits of what remains of a cell after pruning; the cell must be connected.</summary>
    public static CellTraits Of(Cell cell)
    {
        if (!cell.TryPrune(out Cell pruned))
        {
            throw new ArgumentException("The cell is disconnected.", nameof(cell));
        }

        int output = pruned.Vertices - 1;
        Span<int> depths = stackalloc int[Cell.MaxVertices];
        int convolutions = 0;
        int pools = 0;
        for (int vertex = 1; vertex <= output; vertex++)
        {
            depths[vertex] = 0;
            for (uint predecessors = pruned.Predecessors(vertex); predecessors != 0; predecessors &= predecessors - 1)
            {
                depths[vertex] = Math.Max(depths[vertex], depths[BitOperations.TrailingZeroCount(predecessors)] + 1);
            }

            if (vertex < output)
            {
                int operation = pruned.GetOperation(vertex);
                convolutions += operation == Convolution3x3 ? 1 : 0;
                pools += operation == MaxPool ? 1 : 0;
            }
        }

        return new CellTraits(depths[output], pruned.HasEdge(0, output), convolutions, pools);
    }
}
