namespace NasBench.Cli.Bench.Straightforward;

/// <summary>One training: its two evaluations.</summary>
internal sealed record StraightforwardRun(StraightforwardMetrics Halfway, StraightforwardMetrics Final);
