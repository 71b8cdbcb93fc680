namespace NasBench.Generators;

/// <summary>The interface and its numbers.</summary>
internal static class LimitsEmitter
{
    private const string MaxVertices = "MaxVertices";
    private const string MaxEdges = "MaxEdges";
    private const string OperationCount = "OperationCount";
    private const string CellCount = "CellCount";
    private const string Tag = "Tag";

    /// <summary>The members that this part gives to the declared type.</summary>
    public static IReadOnlyList<string> Members { get; } = [MaxVertices, MaxEdges, OperationCount, CellCount, Tag];

    public static void Emit(PartWriter part, SpaceModel space)
    {
        part.OpenType($" : global::NasBench.ISearchSpace<{space.Spec.FullName}>");
        Number(MaxVertices, space.Spec.Limits.MaxVertices);
        part.Gap();
        Number(MaxEdges, space.Spec.Limits.MaxEdges);
        part.Gap();
        Number(OperationCount, space.Spec.Limits.OperationCount);
        part.Gap();
        Number(CellCount, space.Tables.CellCount);
        part.Gap();
        part.HiddenMember(FormattableString.Invariant($"public static uint {Tag} => 0x{space.Spec.Tag:x5};"));

        void Number(string name, int value) => part.InterfaceMember(FormattableString.Invariant($"public static int {name} => {value};"));
    }
}
