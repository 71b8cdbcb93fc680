namespace NasBench.Search;

/// <summary>A compromise of a run with what it is worth, which its searcher does not know.</summary>
/// <param name="Point">The compromise, as the strategy saw it.</param>
/// <param name="Judged">The cell by its means: 1 - mean test accuracy, and parameters or mean training time.</param>
public readonly record struct ScoredFrontPoint(FrontPoint Point, ObjectivePair Judged);
