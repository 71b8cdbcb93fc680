namespace NasBench.Search;

/// <summary>What the fronts of an algorithm's runs come to.</summary>
/// <param name="Hypervolume">The hypervolume of each run's front, its cells judged by their means.</param>
/// <param name="Relative">The same as a part of the hypervolume of the table's exact front; null where that has none.</param>
/// <param name="Fronts">The front of each run, with the run's hypervolume.</param>
public sealed record FrontSummary(
    Distribution Hypervolume, Distribution? Relative, IReadOnlyList<(int Run, double Hypervolume, IReadOnlyList<ScoredFrontPoint> Points)> Fronts);
