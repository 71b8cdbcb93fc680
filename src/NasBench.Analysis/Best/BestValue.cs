namespace NasBench.Analysis;

/// <summary>The best value of a landscape under a definition, and who reaches it.</summary>
/// <param name="Kind">The definition.</param>
/// <param name="Value">The value, a fraction in [0, 1]; NaN where the data hold none.</param>
/// <param name="Index">The index of the cell that reaches it, the first by hash of several; -1 where there is none.</param>
/// <param name="Hash">The module hash of that cell; null where there is none.</param>
/// <param name="Ties">How many reach it: cells for means, runs for single repeats.</param>
public sealed record BestValue(BestKind Kind, double Value, int Index, ModuleHash? Hash, int Ties);
