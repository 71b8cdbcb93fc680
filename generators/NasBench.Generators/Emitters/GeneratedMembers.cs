namespace NasBench.Generators;

/// <summary>The names of all members that a declared type gets; each emitter lists its own, and the parser asks here whether a name is free.</summary>
internal static class GeneratedMembers
{
    private static readonly HashSet<string> Names = new(SpaceFiles.Parts.SelectMany(part => part.Members), StringComparer.Ordinal);

    public static bool Contains(string name) => Names.Contains(name);
}
