namespace NasBench.Bench;

/// <summary>One training: its two evaluations.</summary>
/// <param name="Halfway">The evaluation after half of the epochs.</param>
/// <param name="Final">The evaluation after all epochs.</param>
public sealed record StraightforwardRun(StraightforwardMetrics Halfway, StraightforwardMetrics Final);
