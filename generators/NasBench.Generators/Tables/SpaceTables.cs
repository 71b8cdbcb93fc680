namespace NasBench.Generators;

/// <summary>The tables of <c>ISearchSpace</c>, which documents each of them, as plain numbers.</summary>
internal sealed record SpaceTables(
    int CellCount,
    EquatableArray<byte> EdgeTails,
    EquatableArray<byte> EdgeHeads,
    EquatableArray<byte> Relabellings,
    EquatableArray<byte> EdgeRelabellings,
    EquatableArray<uint> TopologyMasks,
    EquatableArray<ushort> TopologyClasses,
    EquatableArray<byte> TopologyRelabellings,
    EquatableArray<ushort> ClassTopologies,
    EquatableArray<int> ClassFirstIndices,
    EquatableArray<ushort> ClassGroups,
    EquatableArray<ushort> GroupStarts,
    EquatableArray<byte> GroupMembers,
    EquatableArray<byte> FirstRoundDigests)
{
    /// <summary>Computes all tables: some ten milliseconds for the largest spaces.</summary>
    /// <exception cref="OperationCanceledException">The compiler no longer wants the answer.</exception>
    public static SpaceTables Build(LimitSpec limits, CancellationToken cancellationToken)
    {
        var relabellings = new RelabellingTable(limits.Places);
        TopologyList topologies = TopologyList.Enumerate(limits, cancellationToken);
        TopologyClassification classes = TopologyClassification.Build(topologies, relabellings, cancellationToken);
        AutomorphismGroups groups = AutomorphismGroups.Build(classes);
        int[] firstIndices = CellCounting.FirstIndices(classes, relabellings, limits.OperationCount);
        return new SpaceTables(
            firstIndices[firstIndices.Length - 1],
            new(EdgeOrder.Tails(limits.MaxVertices)),
            new(EdgeOrder.Heads(limits.MaxVertices)),
            new(relabellings.Places),
            new(relabellings.Edges),
            new(topologies.Masks),
            new(classes.ClassOfTopology),
            new(classes.RelabellingOfTopology),
            new(classes.Representatives),
            new(firstIndices),
            new(groups.GroupOfClass),
            new(groups.Starts),
            new(groups.Members),
            new(DigestTable.Build(limits.OperationCount)));
    }
}
