namespace NasBench.Bench;

/// <summary>Pruning as the original's <c>ModelSpec._prune</c> does it: what the input reaches and what reaches the output stays.</summary>
public static class StraightforwardPruner
{
    /// <summary>Copies what stays.</summary>
    /// <param name="cell">The raw cell.</param>
    /// <param name="matrix">Receives the pruned matrix, as many entries as the raw one at most.</param>
    /// <param name="labels">Receives the labels that stay.</param>
    /// <returns>The number of vertices that stay; 0 where the input does not reach the output.</returns>
    public static int Prune(StraightforwardCell cell, Span<byte> matrix, Span<sbyte> labels)
    {
        int vertices = cell.Vertices;
        Span<bool> fromInput = stackalloc bool[vertices];
        Span<bool> toOutput = stackalloc bool[vertices];
        MarkReachable(cell, fromInput, toOutput);
        if (!fromInput[vertices - 1])
        {
            return 0;
        }

        Span<int> kept = stackalloc int[vertices];
        int count = 0;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            if (fromInput[vertex] && toOutput[vertex])
            {
                labels[count] = cell.Labels[vertex];
                kept[count++] = vertex;
            }
        }

        for (int from = 0; from < count; from++)
        {
            for (int to = 0; to < count; to++)
            {
                matrix[(from * count) + to] = cell.Matrix[(kept[from] * vertices) + kept[to]];
            }
        }

        return count;
    }

    /// <summary>Edges only go to higher vertices, so one sweep each way finds everything.</summary>
    private static void MarkReachable(StraightforwardCell cell, Span<bool> fromInput, Span<bool> toOutput)
    {
        int vertices = cell.Vertices;
        fromInput.Clear();
        toOutput.Clear();
        fromInput[0] = true;
        toOutput[vertices - 1] = true;
        for (int from = 0; from < vertices; from++)
        {
            for (int to = from + 1; to < vertices && fromInput[from]; to++)
            {
                fromInput[to] |= cell.Matrix[(from * vertices) + to] != 0;
            }
        }

        for (int to = vertices - 1; to > 0; to--)
        {
            for (int from = 0; from < to && toOutput[to]; from++)
            {
                toOutput[from] |= cell.Matrix[(from * vertices) + to] != 0;
            }
        }
    }
}
