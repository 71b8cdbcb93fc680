using NasBench.Cli.Cells;

namespace NasBench.Cli.Drawing;

/// <summary>What is drawn: named vertices, edges from lower to higher numbers, and which vertices pruning keeps.</summary>
internal sealed class CellGraph
{
    private CellGraph(string[] names, (int From, int To)[] edges, bool[] isKept)
    {
        Names = names;
        Edges = edges;
        IsKept = isKept;
    }

    /// <summary>The names of the vertices.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The edges, each from a lower to a higher vertex.</summary>
    public IReadOnlyList<(int From, int To)> Edges { get; }

    /// <summary>Whether a vertex lies on a path from input to output.</summary>
    public IReadOnlyList<bool> IsKept { get; }

    /// <summary>The graph of a cell whose shape is right.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="onlyKept">Whether to leave out what pruning removes.</param>
    public static CellGraph Of(GivenCell cell, bool onlyKept)
    {
        int count = cell.Operations.Length;
        int[] kept = new int[count];
        int keptCount = cell.View.Prune(kept);
        bool[] isKept = new bool[count];
        foreach (int vertex in kept.AsSpan(0, keptCount))
        {
            isKept[vertex] = true;
        }

        int[] drawn = onlyKept ? kept[..keptCount] : [.. Enumerable.Range(0, count)];
        List<(int From, int To)> edges = [];
        for (int from = 0; from < drawn.Length; from++)
        {
            for (int to = from + 1; to < drawn.Length; to++)
            {
                if (cell.Matrix.Span[drawn[from], drawn[to]] == 1)
                {
                    edges.Add((from, to));
                }
            }
        }

        return new CellGraph([.. drawn.Select(vertex => cell.Operations[vertex])], [.. edges], [.. drawn.Select(vertex => isKept[vertex])]);
    }
}
