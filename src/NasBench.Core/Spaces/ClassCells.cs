namespace NasBench;

/// <summary>The cells of a topology class: one graph, many labellings.</summary>
internal readonly ref struct ClassCells<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    public ClassCells(int number)
    {
        uint topology = TSpace.TopologyMasks[TSpace.ClassTopologies[number]];
        Vertices = Topology.Vertices(topology);
        AdjacencyBits = Topology.AdjacencyBits(topology);
        FirstIndex = TSpace.ClassFirstIndices[number];
        int start = RankTables<TSpace>.OrbitStarts[TSpace.ClassGroups[number]];
        Labellings = RankTables<TSpace>.Orbits.Slice(start, TSpace.ClassFirstIndices[number + 1] - FirstIndex);
    }

    public int Vertices { get; }

    public uint AdjacencyBits { get; }

    /// <summary>The index of the first cell.</summary>
    public int FirstIndex { get; }

    /// <summary>The operation bits of each cell, in the order of the indices.</summary>
    public ReadOnlySpan<ushort> Labellings { get; }
}
