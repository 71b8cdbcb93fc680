namespace NasBench.Generators;

/// <summary>The edge order and the permutations of the places.</summary>
internal static class RelabellingsEmitter
{
    /// <summary>The members that this part gives to the declared type.</summary>
    public static IReadOnlyList<string> Members { get; } =
    [
        nameof(SpaceTables.EdgeTails),
        nameof(SpaceTables.EdgeHeads),
        nameof(SpaceTables.Relabellings),
        nameof(SpaceTables.EdgeRelabellings),
    ];

    public static void Emit(PartWriter part, SpaceModel space)
    {
        SpaceTables tables = space.Tables;
        part.OpenType();
        part.Table("byte", nameof(tables.EdgeTails), tables.EdgeTails);
        part.Gap();
        part.Table("byte", nameof(tables.EdgeHeads), tables.EdgeHeads);
        part.Gap();
        part.Table("byte", nameof(tables.Relabellings), tables.Relabellings);
        part.Gap();
        part.Table("byte", nameof(tables.EdgeRelabellings), tables.EdgeRelabellings);
    }
}
