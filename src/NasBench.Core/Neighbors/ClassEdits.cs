namespace NasBench;

/// <summary>
/// The changes of all cells of a topology class at once. All have the same graph, so the graph that a change makes of it is pruned, checked and looked up
/// once per class. For each cell, a change then costs one multiplication and one read.
/// </summary>
internal readonly ref struct ClassEdits<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>The most changes that there can be: flips, operations and new vertices of a graph of six vertices with seven operations.</summary>
    public const int MaxCount = 15 + (4 * 7) + (15 * 7);

    private readonly ReadOnlySpan<LocateSlot> _edits;

    /// <summary>Lists the changes whose result is valid.</summary>
    /// <param name="cells">The class.</param>
    /// <param name="withNewVertices">Whether new vertices are among the changes, as in <see cref="NeighborKind.Extended"/>.</param>
    /// <param name="edits">Room for <see cref="MaxCount"/> of them.</param>
    public ClassEdits(ClassCells<TSpace> cells, bool withNewVertices, Span<LocateSlot> edits)
    {
        int count = ListFlips(cells, edits);
        count += ListOperations(cells, edits[count..]);
        count += withNewVertices && cells.Vertices < TSpace.MaxVertices ? ListInsertions(cells, edits[count..]) : 0;
        _edits = edits[..count];
    }

    /// <summary>The number of valid changes.</summary>
    public int Count => _edits.Length;

    /// <summary>Writes the indices of the changed cells, except those of the cell's own class.</summary>
    /// <param name="operations">The operations of the cell.</param>
    /// <param name="index">Its index.</param>
    /// <param name="neighbors">Room for <see cref="Count"/> of them.</param>
    /// <returns>How many were written.</returns>
    public int Write(uint operations, int index, Span<int> neighbors)
    {
        ReadOnlySpan<ushort> ranks = RankTables<TSpace>.Ranks;
        ulong spread = LocateSlot.Spread(operations);
        int count = 0;
        foreach (ref readonly LocateSlot edit in _edits)
        {
            // Always written, and kept only if it counts: a branch here would be unpredictable.
            int neighbor = edit.IndexOf<TSpace>(spread, ranks);
            neighbors[count] = neighbor;
            count += neighbor != index ? 1 : 0;
        }

        return count;
    }

    private static int ListFlips(ClassCells<TSpace> cells, Span<LocateSlot> edits)
    {
        int count = 0;
        foreach (byte edge in RowMajorEdges.Of(cells.Vertices))
        {
            count += TryFind(cells.AdjacencyBits ^ (1u << edge), cells.Vertices, out edits[count]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Every operation on every vertex. The cell's own operation is among them; it leads to the cell's own class.</summary>
    private static int ListOperations(ClassCells<TSpace> cells, Span<LocateSlot> edits)
    {
        TryFind(cells.AdjacencyBits, cells.Vertices, out LocateSlot own);
        int count = 0;
        for (int vertex = 1; vertex < cells.Vertices - 1; vertex++)
        {
            for (int operation = 0; operation < TSpace.OperationCount; operation++)
            {
                edits[count++] = own.WithOperation(vertex, operation);
            }
        }

        return count;
    }

    private static int ListInsertions(ClassCells<TSpace> cells, Span<LocateSlot> edits)
    {
        int count = 0;
        foreach (byte edge in RowMajorEdges.Of(cells.Vertices))
        {
            int vertex = Adjacency.Head(edge);
            uint graph = CellEdits.InsertVertex(cells.AdjacencyBits, cells.Vertices, Adjacency.Tail(edge), vertex);
            if (TryFind(graph, cells.Vertices + 1, out LocateSlot slot))
            {
                for (int operation = 0; operation < TSpace.OperationCount; operation++)
                {
                    edits[count++] = slot.WithOperation(vertex, operation).WithoutVertex(vertex);
                }
            }
        }

        return count;
    }

    private static bool TryFind(uint mask, int vertices, out LocateSlot slot)
        => LocateTable<TSpace>.Instance.TryFind(Adjacency.PadToSeven(mask, vertices), out slot);
}
