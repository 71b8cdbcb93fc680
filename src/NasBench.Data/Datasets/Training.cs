namespace NasBench.Data;

/// <summary>All that a data set tells of one training of a cell.</summary>
/// <param name="Initial">Before the first step. The original's queries never show it.</param>
/// <param name="Halfway">After half of the epochs.</param>
/// <param name="Final">At the end.</param>
/// <param name="TotalTime">Seconds of wall time of the successful attempt, evaluations included (not an inference latency); NaN where absent.</param>
public readonly record struct Training(Evaluation Initial, Evaluation Halfway, Evaluation Final, double TotalTime)
{
    /// <summary>The two evaluations that queries show.</summary>
    public Run Run => new(ToMetrics(Halfway), ToMetrics(Final));

    internal static Metrics ToMetrics(in Evaluation evaluation) =>
        new(evaluation.TrainingTime, evaluation.TrainAccuracy, evaluation.ValidationAccuracy, evaluation.TestAccuracy);

    internal static Evaluation ToEvaluation(double epoch, in Metrics metrics) =>
        new(epoch, metrics.TrainingTime, metrics.TrainAccuracy, metrics.ValidationAccuracy, metrics.TestAccuracy);
}
