using System.Globalization;

namespace NasBench.Data;

/// <summary>
/// What a repeat can have measured: accuracies are fractions from 0 to 1, times finite and not negative, and no evaluation comes before the training or after
/// its end. A value that the file does not hold (NaN) is never out of range.
/// </summary>
/// <remarks>
/// The packed forms of a canonical record (<see cref="PackedMetrics"/>, <see cref="PackedRun"/>) hold no other values, so that loading need not look here.
/// </remarks>
internal static class ValueRanges
{
    private static readonly string[] s_evaluations = ["initial", "halfway", "final"];

    /// <summary>Whether a number of seconds can be a time that was measured, or is absent.</summary>
    public static bool IsTime(double seconds) => !(seconds < 0 || seconds > double.MaxValue);

    /// <summary>Whether all values of a repeat are in range.</summary>
    public static bool Hold(in RecordedRun recorded, int epochs) =>
        IsTime(recorded.TotalTime) && Hold(recorded.Initial, epochs) && Hold(recorded.Halfway, epochs) && Hold(recorded.Final, epochs);

    /// <summary>Whether all values of an evaluation are in range.</summary>
    public static bool Hold(in Evaluation evaluation, int epochs) =>
        IsTime(evaluation.TrainingTime)
        && IsFraction(evaluation.TrainAccuracy)
        && IsFraction(evaluation.ValidationAccuracy)
        && IsFraction(evaluation.TestAccuracy)
        && !(evaluation.Epoch < 0 || evaluation.Epoch > epochs);

    /// <summary>What is out of range: which value it is, and what was expected.</summary>
    public static string Describe(in RecordedRun recorded, int epochs)
    {
        ReadOnlySpan<Evaluation> evaluations = [recorded.Initial, recorded.Halfway, recorded.Final];
        for (int i = 0; i < evaluations.Length; i++)
        {
            Evaluation evaluation = evaluations[i];
            if (Hold(evaluation, epochs))
            {
                continue;
            }

            string name = s_evaluations[i];
            return !IsTime(evaluation.TrainingTime) ? DescribeTime($"{name} training time", evaluation.TrainingTime)
                : !IsFraction(evaluation.TrainAccuracy) ? DescribeAccuracy($"{name} train accuracy", evaluation.TrainAccuracy)
                : !IsFraction(evaluation.ValidationAccuracy) ? DescribeAccuracy($"{name} validation accuracy", evaluation.ValidationAccuracy)
                : !IsFraction(evaluation.TestAccuracy) ? DescribeAccuracy($"{name} test accuracy", evaluation.TestAccuracy)
                : string.Create(CultureInfo.InvariantCulture, $"the {name} evaluation is of epoch {evaluation.Epoch}, expected 0 to {epochs}");
        }

        return DescribeTime("total time", recorded.TotalTime);
    }

    private static bool IsFraction(double value) => !(value < 0 || value > 1);

    private static string DescribeTime(string name, double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"the {name} is {seconds}, expected a finite number of seconds from 0 up");

    private static string DescribeAccuracy(string name, double value) =>
        string.Create(CultureInfo.InvariantCulture, $"the {name} is {value}, expected a fraction from 0 to 1");
}
