namespace NasBench.Data;

/// <summary>What one evaluation of a repeat measured.</summary>
/// <param name="TrainingTime">Seconds of training up to the evaluation; NaN where the data set does not hold the value.</param>
/// <param name="TrainAccuracy">Fraction in [0, 1] on the training set; NaN where the data set does not hold the value.</param>
/// <param name="ValidationAccuracy">Fraction in [0, 1] on the validation set; NaN where the data set does not hold the value.</param>
/// <param name="TestAccuracy">Fraction in [0, 1] on the test set; NaN where the data set does not hold the value.</param>
/// <remarks>Equality compares NaN as equal to NaN, so two evaluations that lack the same values are equal.</remarks>
public readonly record struct Metrics(double TrainingTime, double TrainAccuracy, double ValidationAccuracy, double TestAccuracy)
{
    /// <summary>An evaluation of which nothing is known: four NaN.</summary>
    public static Metrics Absent => new(double.NaN, double.NaN, double.NaN, double.NaN);
}
