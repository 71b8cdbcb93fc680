namespace NasBench.Data;

/// <summary>What one repeat of a cell measured, as queries answer it: the metrics of its two evaluations.</summary>
/// <param name="Halfway">After half of the epochs. The learning rate is still high there, so it does not compare with the end of a run of half as many
/// epochs.</param>
/// <param name="Final">At the end.</param>
public readonly record struct Run(Metrics Halfway, Metrics Final)
{
    /// <summary>A run of which nothing is known: all values are NaN.</summary>
    public static Run Absent => new(Metrics.Absent, Metrics.Absent);

    /// <summary>The metrics of one of the two evaluations.</summary>
    /// <param name="point">Which one.</param>
    public Metrics At(EvaluationPoint point) => point == EvaluationPoint.Halfway ? Halfway : Final;
}
