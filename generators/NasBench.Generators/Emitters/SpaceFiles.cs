namespace NasBench.Generators;

/// <summary>All files of a space. No Roslyn type here or below: a test can call it with numbers alone.</summary>
internal static class SpaceFiles
{
    /// <summary>The parts of a space, in the order in which their files are added.</summary>
    public static IReadOnlyList<SpacePart> Parts { get; } =
    [
        new("Limits", LimitsEmitter.Members, LimitsEmitter.Emit),
        new("Vocabulary", VocabularyEmitter.Members, VocabularyEmitter.Emit),
        new("Adjacency", AdjacencyEmitter.Members, AdjacencyEmitter.Emit),
        new("Relabellings", RelabellingsEmitter.Members, RelabellingsEmitter.Emit),
        new("Topologies", TopologiesEmitter.Members, TopologiesEmitter.Emit),
        new("FirstRoundDigests", FirstRoundDigestsEmitter.Members, FirstRoundDigestsEmitter.Emit),
        new("Space", SpaceEmitter.Members, SpaceEmitter.Emit),
    ];

    /// <summary>Writes the files one after the other.</summary>
    public static IEnumerable<GeneratedFile> Emit(SpaceModel space)
    {
        foreach (SpacePart part in Parts)
        {
            var writer = new PartWriter(space.Spec);
            part.Emit(writer, space);
            yield return new GeneratedFile(space.Spec.HintName + "." + part.Name + ".g.cs", writer.Finish());
        }
    }
}
