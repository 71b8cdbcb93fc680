namespace NasBench;

/// <summary>The edit distances to the cells of a class, cell by cell and assignment by assignment.</summary>
internal readonly ref struct ScalarClassDistances<TSpace>(AlignedCell origin, bool dummiesAreFree) : IClassDistances
    where TSpace : ISearchSpace<TSpace>
{
    private readonly ScalarAssignments _assignments = new(origin, dummiesAreFree);

    /// <inheritdoc/>
    public bool TryGet(int number, int bound, scoped Span<byte> distances)
    {
        var cells = new ClassCells<TSpace>(number);
        for (int i = 0; i < cells.Labellings.Length; i++)
        {
            distances[i] = (byte)_assignments.DistanceTo(AlignedCell.OfPruned(Cell.Pack<TSpace>(cells.Vertices, cells.AdjacencyBits, cells.Labellings[i])));
        }

        return true;
    }
}
