namespace NasBench;

/// <summary>Finds the neighbours of a whole space: the changes of many cells are located in one batch, then sorted cell by cell.</summary>
internal static class NeighborGraphBuilder<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>Cells a batch: their changes (some 30 each, 12 bytes with the index) stay in the second-level cache.</summary>
    private const int BatchSize = 512;

    /// <summary>Room for so many neighbours a cell at first.</summary>
    private const int UsualCount = 20;

    public static NeighborGraph Build(NeighborKind kind, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        int count = Space<TSpace>.Count;
        var starts = new int[count + 1];
        var targets = new int[count * UsualCount];
        var origins = new EditedCell<TSpace>[BatchSize];
        var edits = new Cell[BatchSize * Neighbors<TSpace>.GetMaxCount(kind)];
        var indices = new int[edits.Length];
        CellSequence<TSpace>.Enumerator cells = Space<TSpace>.Cells.GetEnumerator();
        int used = 0;
        for (int first = 0; first < count; first += BatchSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<EditedCell<TSpace>> batch = origins.AsSpan(0, Math.Min(BatchSize, count - first));
            int length = Apply(batch, ref cells, kind, edits);
            Space<TSpace>.Locate(edits.AsSpan(0, length), indices);
            if (targets.Length - used < length)
            {
                Array.Resize(ref targets, Math.Max(targets.Length * 2, used + length));
            }

            used = Collect(batch, edits, indices, starts.AsSpan(first + 1), targets, used);
            progress?.Report((double)(first + batch.Length) / count);
        }

        Array.Resize(ref targets, used);
        return new NeighborGraph(starts, targets);
    }

    /// <summary>Writes all changes of the next cells.</summary>
    private static int Apply(Span<EditedCell<TSpace>> origins, ref CellSequence<TSpace>.Enumerator cells, NeighborKind kind, Span<Cell> edits)
    {
        int length = 0;
        foreach (ref EditedCell<TSpace> origin in origins)
        {
            cells.MoveNext();
            origin = EditedCell<TSpace>.OfRepresentative(cells.Current, cells.Index, kind);
            origin.ApplyAll(edits[length..]);
            length += origin.Count;
        }

        return length;
    }

    /// <summary>Keeps the neighbours among the located changes, each once.</summary>
    /// <returns>How many targets there are now.</returns>
    private static int Collect(ReadOnlySpan<EditedCell<TSpace>> origins, ReadOnlySpan<Cell> edits, ReadOnlySpan<int> indices, Span<int> ends, Span<int> targets, int used)
    {
        int position = 0;
        for (int cell = 0; cell < origins.Length; cell++)
        {
            int count = origins[cell].Count;
            Span<int> free = targets[used..];
            int found = origins[cell].Collect(edits.Slice(position, count), indices.Slice(position, count), free);
            used += DistinctIndices.Sort(free[..found]);
            ends[cell] = used;
            position += count;
        }

        return used;
    }
}
