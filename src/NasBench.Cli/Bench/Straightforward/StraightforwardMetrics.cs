namespace NasBench.Cli.Bench.Straightforward;

/// <summary>What one evaluation measured, as an object.</summary>
internal sealed record StraightforwardMetrics(double TrainingTime, double TrainAccuracy, double ValidationAccuracy, double TestAccuracy);
