namespace NasBench.Generators;

/// <summary>The first round of the module hash.</summary>
internal static class FirstRoundDigestsEmitter
{
    public static void Emit(PartWriter part, SpaceModel space)
    {
        part.OpenType();
        part.Table("byte", nameof(space.Tables.FirstRoundDigests), space.Tables.FirstRoundDigests);
    }
}
