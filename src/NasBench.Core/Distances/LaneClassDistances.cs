namespace NasBench;

/// <summary>The edit distances to a class: the edges are added up once, the labels of each cell come to them.</summary>
internal unsafe ref struct LaneClassDistances<TSpace, TLanes, TVector>(AssignmentCosts* costs, AlignedCell source, bool dummiesAreFree) : IClassDistances
    where TSpace : ISearchSpace<TSpace>
    where TLanes : struct, IByteLanes<TVector>
    where TVector : unmanaged
{
    private readonly LaneSource<TLanes, TVector> _source = new(costs, source, dummiesAreFree);

    /// <inheritdoc/>
    public readonly bool TryGet(int number, int bound, scoped Span<byte> distances)
    {
        var cells = new ClassCells<TSpace>(number);
        AlignedCell graph = AlignedCell.OfPruned(Cell.Pack<TSpace>(cells.Vertices, cells.AdjacencyBits, 0));
        return _source.TryGetDistances(graph.Mask, graph.Labels, cells.Labellings, bound, distances);
    }
}
