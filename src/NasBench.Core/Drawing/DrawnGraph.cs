using CommunityToolkit.HighPerformance;

namespace NasBench;

/// <summary>What is drawn: vertices with their names and looks, edges from lower to higher numbers, and which vertices pruning keeps.</summary>
internal sealed class DrawnGraph
{
    private DrawnGraph(string[] names, VertexStyle[] styles, (int From, int To)[] edges, bool[] isKept)
    {
        Names = names;
        Styles = styles;
        Edges = edges;
        IsKept = isKept;
    }

    /// <summary>The names of the vertices.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>The colours of the vertices.</summary>
    public IReadOnlyList<VertexStyle> Styles { get; }

    /// <summary>The edges, each from a lower to a higher vertex.</summary>
    public IReadOnlyList<(int From, int To)> Edges { get; }

    /// <summary>Whether a vertex lies on a path from input to output.</summary>
    public IReadOnlyList<bool> IsKept { get; }

    /// <summary>The graph of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="operations">The names of the operations; none where they are not known.</param>
    public static DrawnGraph Of(Cell cell, ReadOnlySpan<string> operations)
    {
        int count = cell.Vertices;
        string[] names = new string[count];
        VertexStyle[] styles = new VertexStyle[count];
        bool[] isKept = new bool[count];
        uint kept = Adjacency.KeptVertices(cell.AdjacencyBits, count - 1);
        List<(int From, int To)> edges = [];
        for (int vertex = 0; vertex < count; vertex++)
        {
            names[vertex] = CellTextWriter.NameOf(cell, vertex, operations);
            styles[vertex] = VertexStyle.Of(cell, vertex);
            isKept[vertex] = count > 1 && ((kept >> vertex) & 1) != 0;
            for (int to = vertex + 1; to < count; to++)
            {
                if (cell.HasEdge(vertex, to))
                {
                    edges.Add((vertex, to));
                }
            }
        }

        return new DrawnGraph(names, styles, [.. edges], isKept);
    }

    /// <summary>The graph of a matrix and its names.</summary>
    /// <param name="matrix">The adjacency matrix.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="onlyKept">Whether to leave out what pruning removes.</param>
    /// <exception cref="ArgumentException">The matrix is not square, not upper triangular or not binary, or there is not one name for each vertex.</exception>
    public static DrawnGraph Of<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, bool onlyKept)
        where TSpace : ISearchSpace<TSpace>
    {
        CellInput<TSpace> input = new(matrix, operations);
        if (input.CheckShape() != CellStatus.Ok)
        {
            throw new ArgumentException(input.Describe()!, nameof(matrix));
        }

        int[] kept = new int[operations.Length];
        int keptCount = input.Prune(kept);
        bool[] isKept = new bool[operations.Length];
        foreach (int vertex in kept.AsSpan(0, keptCount))
        {
            isKept[vertex] = true;
        }

        int[] drawn = onlyKept ? kept[..keptCount] : [.. Enumerable.Range(0, operations.Length)];
        string[] names = new string[drawn.Length];
        for (int vertex = 0; vertex < drawn.Length; vertex++)
        {
            names[vertex] = operations[drawn[vertex]];
        }

        return new DrawnGraph(
            names, [.. names.Select(VertexStyle.Of<TSpace>)], [.. ListEdges(matrix, drawn)], [.. drawn.Select(vertex => isKept[vertex])]);
    }

    private static List<(int From, int To)> ListEdges(ReadOnlySpan2D<byte> matrix, int[] drawn)
    {
        List<(int From, int To)> edges = [];
        for (int from = 0; from < drawn.Length; from++)
        {
            for (int to = from + 1; to < drawn.Length; to++)
            {
                if (matrix[drawn[from], drawn[to]] == 1)
                {
                    edges.Add((from, to));
                }
            }
        }

        return edges;
    }
}
