using System.Runtime.CompilerServices;

namespace NasBench.Data;

/// <summary>All that the record of one repeat of a cell says about what was measured.</summary>
/// <param name="Initial">Before the first step. The original's queries never show it.</param>
/// <param name="Halfway">After half of the epochs.</param>
/// <param name="Final">At the end.</param>
/// <param name="TotalTime">Seconds of wall time of the successful attempt, evaluations included (not an inference latency); NaN where absent.</param>
public readonly record struct RecordedRun(Evaluation Initial, Evaluation Halfway, Evaluation Final, double TotalTime)
{
    /// <summary>The two evaluations that queries show.</summary>
    public Run ToRun() => new(ToMetrics(Halfway), ToMetrics(Final));

    /// <summary>A run whose evaluations were made when the official files' were: before, after half and after all of the epochs.</summary>
    internal static RecordedRun Canonical(int epochs, in Metrics initial, in Run run, double totalTime) =>
        new(ToEvaluation(0, initial), ToEvaluation(epochs / 2.0, run.Halfway), ToEvaluation(epochs, run.Final), totalTime);

    /// <summary>Whether the evaluations were made when those of <see cref="Canonical"/> are.</summary>
    internal bool HasCanonicalEpochs(int epochs) => AreCanonicalEpochs(epochs, Initial.Epoch, Halfway.Epoch, Final.Epoch);

    /// <summary>Whether evaluations were made at 0 (not -0), half and all of the epochs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool AreCanonicalEpochs(int epochs, double initial, double halfway, double final) =>
        BitConverter.DoubleToInt64Bits(initial) == 0 && halfway == epochs / 2.0 && final == epochs;

    internal static Metrics ToMetrics(in Evaluation evaluation) =>
        new(evaluation.TrainingTime, evaluation.TrainAccuracy, evaluation.ValidationAccuracy, evaluation.TestAccuracy);

    private static Evaluation ToEvaluation(double epoch, in Metrics metrics) =>
        new(epoch, metrics.TrainingTime, metrics.TrainAccuracy, metrics.ValidationAccuracy, metrics.TestAccuracy);
}
