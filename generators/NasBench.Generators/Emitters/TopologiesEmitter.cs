namespace NasBench.Generators;

/// <summary>The topologies, their classes and the automorphism groups.</summary>
internal static class TopologiesEmitter
{
    /// <summary>The members that this part gives to the declared type.</summary>
    public static IReadOnlyList<string> Members { get; } =
    [
        nameof(SpaceTables.TopologyMasks),
        nameof(SpaceTables.TopologyClasses),
        nameof(SpaceTables.TopologyRelabellings),
        nameof(SpaceTables.ClassTopologies),
        nameof(SpaceTables.ClassFirstIndices),
        nameof(SpaceTables.ClassGroups),
        nameof(SpaceTables.GroupStarts),
        nameof(SpaceTables.GroupMembers),
    ];

    public static void Emit(PartWriter part, SpaceModel space)
    {
        SpaceTables tables = space.Tables;
        part.OpenType();
        part.Table("uint", nameof(tables.TopologyMasks), tables.TopologyMasks, "0x", "x7");
        part.Gap();
        part.Table("ushort", nameof(tables.TopologyClasses), tables.TopologyClasses);
        part.Gap();
        part.Table("byte", nameof(tables.TopologyRelabellings), tables.TopologyRelabellings);
        part.Gap();
        part.Table("ushort", nameof(tables.ClassTopologies), tables.ClassTopologies);
        part.Gap();
        part.Table("int", nameof(tables.ClassFirstIndices), tables.ClassFirstIndices);
        part.Gap();
        part.Table("ushort", nameof(tables.ClassGroups), tables.ClassGroups);
        part.Gap();
        part.Table("ushort", nameof(tables.GroupStarts), tables.GroupStarts);
        part.Gap();
        part.Table("byte", nameof(tables.GroupMembers), tables.GroupMembers);
    }
}
