namespace NasBench.Generators;

/// <summary>The first round of the module hash.</summary>
internal static class FirstRoundDigestsEmitter
{
    /// <summary>The members that this part gives to the declared type.</summary>
    public static IReadOnlyList<string> Members { get; } = [nameof(SpaceTables.FirstRoundDigests)];

    public static void Emit(PartWriter part, SpaceModel space)
    {
        part.OpenType();
        part.Table("byte", nameof(space.Tables.FirstRoundDigests), space.Tables.FirstRoundDigests);
    }
}
