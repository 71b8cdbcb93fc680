namespace NasBench.Generators;

/// <summary>All files of a space. No Roslyn type here or below: a test can call it with numbers alone.</summary>
internal static class SpaceFiles
{
    public static IEnumerable<GeneratedFile> Emit(SpaceModel space)
    {
        yield return File(space, "Limits", LimitsEmitter.Emit);
        yield return File(space, "Vocabulary", VocabularyEmitter.Emit);
        yield return File(space, "Adjacency", AdjacencyEmitter.Emit);
        yield return File(space, "Relabellings", RelabellingsEmitter.Emit);
        yield return File(space, "Topologies", TopologiesEmitter.Emit);
        yield return File(space, "FirstRoundDigests", FirstRoundDigestsEmitter.Emit);
        yield return File(space, "Space", SpaceEmitter.Emit);
    }

    private static GeneratedFile File(SpaceModel space, string part, Action<PartWriter, SpaceModel> emit)
    {
        string name = space.Spec.HintName + "." + part + ".g.cs";
        var writer = new PartWriter(space.Spec);
        emit(writer, space);
        return new GeneratedFile(name, writer.Finish());
    }
}
