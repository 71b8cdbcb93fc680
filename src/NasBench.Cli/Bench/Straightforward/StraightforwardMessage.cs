namespace NasBench.Cli.Bench.Straightforward;

/// <summary>The protobuf message of a record: the two evaluations that are kept, and the parameters.</summary>
internal sealed record StraightforwardMessage(StraightforwardMetrics Halfway, StraightforwardMetrics Final, int Parameters);
