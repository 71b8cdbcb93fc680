namespace NasBench;

/// <summary>A cell in the form that a definition of neighbours changes, and which changes that definition counts.</summary>
internal readonly struct EditedCell<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private readonly Cell _cell;
    private readonly int _index;
    private readonly uint _kept;
    private readonly NeighborKind _kind;

    public EditedCell(Cell cell, NeighborKind kind)
    {
        _kind = kind;
        if (!cell.IsOf<TSpace>())
        {
            // Nothing that one space knows is true of a cell of another.
            _cell = default;
            Count = 0;
        }
        else if (kind is NeighborKind.Class or NeighborKind.Extended)
        {
            // A disconnected cell has nothing to change.
            Count = cell.TryPrune(out _cell) ? CountPruned(_cell.Vertices, kind) : 0;
        }
        else
        {
            _cell = cell.PadTo(TSpace.MaxVertices);
            Count = CellEdits.CountChanges<TSpace>(_cell.Vertices);
        }

        _index = Space<TSpace>.Locate(_cell);
        _kept = Adjacency.KeptVertices(_cell.AdjacencyBits, _cell.Vertices - 1);
    }

    /// <summary>The number of changes.</summary>
    public int Count { get; }

    public Cell Apply(int edit) => CellEdits.Apply<TSpace>(_cell, edit);

    /// <summary>Applies every change.</summary>
    /// <param name="edited">Receives <see cref="Count"/> cells.</param>
    public void ApplyAll(Span<Cell> edited)
    {
        if (Count > 0)
        {
            CellEdits.ApplyAll<TSpace>(_cell, edited[..Count]);
        }
    }

    /// <summary>Whether a changed cell, whose index is known, is a neighbour.</summary>
    public bool IsNeighbor(int edit, Cell edited, int index)
        => _kind == NeighborKind.Naszilla ? IsNaszillaNeighbor(edit, edited, index) : index >= 0 & index != _index;

    /// <summary>Collects the indices of the changed cells that are neighbours.</summary>
    /// <param name="edited">The changed cells.</param>
    /// <param name="located">Their indices.</param>
    /// <param name="indices">Receives the indices of the neighbours; must be as long as the other spans.</param>
    /// <returns>The number of neighbours.</returns>
    public int Collect(ReadOnlySpan<Cell> edited, ReadOnlySpan<int> located, Span<int> indices)
    {
        int count = 0;
        for (int edit = 0; edit < located.Length; edit++)
        {
            // Always written, and kept only if it counts: a branch here would be unpredictable.
            indices[count] = located[edit];
            count += IsNeighbor(edit, edited[edit], located[edit]) ? 1 : 0;
        }

        return count;
    }

    /// <summary>An edge is on a path from input to output exactly if both of its ends are.</summary>
    private bool IsNaszillaNeighbor(int edit, Cell edited, int index)
    {
        uint flipped = _cell.AdjacencyBits ^ edited.AdjacencyBits;
        if (flipped == 0)
        {
            return CellEdits.IsAmong<TSpace>(_cell, edit, _kept);
        }

        bool isRemoval = (flipped & _cell.AdjacencyBits) != 0;
        uint kept = isRemoval ? _kept : Adjacency.KeptVertices(edited.AdjacencyBits, edited.Vertices - 1);
        return index >= 0 && CellEdits.IsAmong<TSpace>(_cell, edit, kept);
    }

    private static int CountPruned(int vertices, NeighborKind kind)
        => CellEdits.CountChanges<TSpace>(vertices) + (kind == NeighborKind.Extended ? CellEdits.CountInsertions<TSpace>(vertices) : 0);
}
