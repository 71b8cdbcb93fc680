namespace NasBench.Data;

/// <summary>Where the weights of a repeat were saved, as its evaluations say. The official files hold no paths.</summary>
/// <param name="Initial">Path of the evaluation before training; null where absent.</param>
/// <param name="Halfway">Path of the halfway evaluation; null where absent.</param>
/// <param name="Final">Path of the final evaluation; null where absent.</param>
public sealed record CheckpointPaths(string? Initial, string? Halfway, string? Final);
