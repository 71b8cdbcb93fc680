namespace NasBench;

/// <summary>The edit distances to the cells of a class: the cost of the edges is added up once, that of the labels for each cell.</summary>
internal unsafe ref struct LaneClassDistances<TSpace, TLanes, TVector>(AssignmentCosts* costs, AlignedCell origin, bool dummiesAreFree) : IClassDistances
    where TSpace : ISearchSpace<TSpace>
    where TLanes : struct, IByteLanes<TVector>
    where TVector : unmanaged
{
    private readonly LaneAssignments<TLanes, TVector> _assignments = new(costs, origin, dummiesAreFree);

    /// <inheritdoc/>
    public readonly bool TryGet(int number, int bound, scoped Span<byte> distances)
    {
        var cells = new ClassCells<TSpace>(number);
        AlignedCell graph = AlignedCell.OfPruned(Cell.Pack<TSpace>(cells.Vertices, cells.AdjacencyBits, 0));
        return _assignments.TryGetDistances(graph.Mask, graph.Labels, cells.Labellings, bound, distances);
    }
}
