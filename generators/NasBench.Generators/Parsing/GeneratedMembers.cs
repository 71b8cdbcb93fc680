namespace NasBench.Generators;

/// <summary>The names that the emitters give to members of the declared type.</summary>
internal static class GeneratedMembers
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "MaxVertices", "MaxEdges", "OperationCount", "CellCount",
        "OperationNames", "GetOperationNameUtf8", "TryParseOperation", VocabularyEmitter.NameArray,
        "Adjacency",
        "EdgeTails", "EdgeHeads", "Relabellings", "EdgeRelabellings",
        "TopologyMasks", "TopologyClasses", "TopologyRelabellings",
        "ClassTopologies", "ClassFirstIndices", "ClassGroups", "GroupStarts", "GroupMembers",
        "FirstRoundDigests",
        "Count", "Cells", "CellAt", "Locate", "TryLocate", "HashAt", "TryFind", "AreIsomorphic",
    };

    public static bool Contains(string name) => Names.Contains(name);
}
