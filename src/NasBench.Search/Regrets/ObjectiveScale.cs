namespace NasBench.Search;

/// <summary>What hypervolumes of a table are measured by. A loss here is 1 - mean test accuracy after the most epochs.</summary>
/// <param name="Reference">
/// The reference point: the worst loss and the worst second objective on the exact front, each worsened by a tenth of the front's extent.
/// </param>
/// <param name="Exact">The hypervolume of the exact front, over all cells of the table.</param>
public sealed record ObjectiveScale(ObjectivePair Reference, double Exact);
