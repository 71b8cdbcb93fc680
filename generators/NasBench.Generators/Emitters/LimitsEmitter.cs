namespace NasBench.Generators;

/// <summary>The interface and its numbers.</summary>
internal static class LimitsEmitter
{
    public static void Emit(PartWriter part, SpaceModel space)
    {
        part.OpenType($" : global::NasBench.ISearchSpace<{space.Spec.FullName}>");
        Number("MaxVertices", space.Spec.Limits.MaxVertices);
        part.Gap();
        Number("MaxEdges", space.Spec.Limits.MaxEdges);
        part.Gap();
        Number("OperationCount", space.Spec.Limits.OperationCount);
        part.Gap();
        Number("CellCount", space.Tables.CellCount);

        void Number(string name, int value) => part.InterfaceMember(FormattableString.Invariant($"public static int {name} => {value};"));
    }
}
