namespace NasBench.Generators;

/// <summary>All that the emitters need: the declaration and its tables.</summary>
internal sealed record SpaceModel(SearchSpaceSpec Spec, SpaceTables Tables)
{
    public static SpaceModel Create(SearchSpaceSpec spec, CancellationToken cancellationToken)
        => new(spec, SpaceTables.Build(spec.Limits, cancellationToken));
}
