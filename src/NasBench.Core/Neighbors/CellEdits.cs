namespace NasBench;

/// <summary>
/// The one-step changes of a cell, numbered: first the flips of its edges in reading order, then for each interior vertex the other operations in canonical
/// order, then the new vertices (between each pair of vertices in reading order, with each operation).
/// </summary>
internal static class CellEdits
{
    /// <summary>The number of flips and operation changes.</summary>
    public static int CountChanges<TSpace>(int vertices)
        where TSpace : ISearchSpace<TSpace>
        => vertices < 2 ? 0 : RowMajorEdges.Count(vertices) + ((vertices - 2) * (TSpace.OperationCount - 1));

    /// <summary>The number of new vertices; none where the space has no room for one.</summary>
    public static int CountInsertions<TSpace>(int vertices)
        where TSpace : ISearchSpace<TSpace>
        => vertices < 2 || vertices >= TSpace.MaxVertices ? 0 : RowMajorEdges.Count(vertices) * TSpace.OperationCount;

    /// <summary>The cell after a change.</summary>
    public static Cell Apply<TSpace>(Cell cell, int edit)
        where TSpace : ISearchSpace<TSpace>
    {
        ReadOnlySpan<byte> edges = RowMajorEdges.Of(cell.Vertices);
        if (edit < edges.Length)
        {
            return cell.WithEdgesFlipped(1u << edges[edit]);
        }

        edit -= edges.Length;
        int others = TSpace.OperationCount - 1;
        if (edit < (cell.Vertices - 2) * others)
        {
            (int interior, int other) = Math.DivRem(edit, others);
            int vertex = interior + 1;
            return cell.WithOperation(vertex, other < cell.OperationAt(vertex) ? other : other + 1);
        }

        (int pair, int operation) = Math.DivRem(edit - ((cell.Vertices - 2) * others), TSpace.OperationCount);
        return Insert(cell, Adjacency.Tail(edges[pair]), Adjacency.Head(edges[pair]), operation);
    }

    /// <summary>The cell after each change: all flips and operation changes, and as many new vertices as the destination has room for.</summary>
    public static void ApplyAll<TSpace>(Cell cell, Span<Cell> edited)
        where TSpace : ISearchSpace<TSpace>
    {
        ReadOnlySpan<byte> edges = RowMajorEdges.Of(cell.Vertices);
        int count = 0;
        foreach (byte edge in edges)
        {
            edited[count++] = cell.WithEdgesFlipped(1u << edge);
        }

        for (int vertex = 1; vertex < cell.Vertices - 1; vertex++)
        {
            int own = cell.OperationAt(vertex);
            for (int other = 0; other < TSpace.OperationCount - 1; other++)
            {
                edited[count++] = cell.WithOperation(vertex, other < own ? other : other + 1);
            }
        }

        for (; count < edited.Length; count++)
        {
            edited[count] = Apply<TSpace>(cell, count);
        }
    }

    /// <summary>Whether the edge that a change flips, or the vertex whose operation it changes, lies within a set of vertices.</summary>
    public static bool IsAmong<TSpace>(Cell cell, int edit, uint vertices)
        where TSpace : ISearchSpace<TSpace>
    {
        ReadOnlySpan<byte> edges = RowMajorEdges.Of(cell.Vertices);
        if (edit >= edges.Length)
        {
            return ((vertices >> (((edit - edges.Length) / (TSpace.OperationCount - 1)) + 1)) & 1) != 0;
        }

        return ((vertices >> Adjacency.Tail(edges[edit])) & (vertices >> Adjacency.Head(edges[edit])) & 1) != 0;
    }

    /// <summary>The edges of a graph with a new vertex between two others; the new one comes just before the second.</summary>
    public static uint InsertVertex(uint mask, int vertices, int from, int to)
    {
        uint adjacency = 0;
        for (int vertex = 1; vertex < vertices; vertex++)
        {
            uint column = Adjacency.Predecessors(mask, vertex);
            uint below = column & ((1u << to) - 1);
            uint widened = below | ((column ^ below) << 1);
            adjacency |= widened << Adjacency.ColumnShift(vertex < to ? vertex : vertex + 1);
        }

        return adjacency | (1u << Adjacency.Edge(from, to)) | (1u << Adjacency.Edge(to, to + 1));
    }

    /// <summary>The cell with a new vertex between two others.</summary>
    private static Cell Insert(Cell cell, int from, int to, int operation)
    {
        int shift = Cell.OperationWidth * (to - 1);
        uint first = cell.OperationBits & ((1u << shift) - 1);
        uint operations = first | ((uint)operation << shift) | ((cell.OperationBits ^ first) << Cell.OperationWidth);
        return Cell.Pack(cell.Vertices + 1, InsertVertex(cell.AdjacencyBits, cell.Vertices, from, to), operations, cell.Marks);
    }
}
