namespace NasBench.Bench;

/// <summary>The protobuf message of a record: the two evaluations that are kept, and the parameters.</summary>
/// <param name="Halfway">The evaluation after half of the epochs.</param>
/// <param name="Final">The evaluation after all epochs.</param>
/// <param name="Parameters">Trainable parameters.</param>
public sealed record StraightforwardMessage(StraightforwardMetrics Halfway, StraightforwardMetrics Final, int Parameters);
