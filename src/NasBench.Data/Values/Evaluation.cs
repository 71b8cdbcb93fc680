namespace NasBench.Data;

/// <summary>What was measured at one moment of a repeat. A value that the file does not hold is NaN (a stored NaN reads the same).</summary>
/// <param name="Epoch">The epoch, as a number that need not be whole: 0, half of the epochs, or all of them.</param>
/// <param name="TrainingTime">Seconds of training so far.</param>
/// <param name="TrainAccuracy">Accuracy on the training images, a fraction of 1.</param>
/// <param name="ValidationAccuracy">Accuracy on the validation images, a fraction of 1.</param>
/// <param name="TestAccuracy">Accuracy on the test images, a fraction of 1.</param>
public readonly record struct Evaluation(double Epoch, double TrainingTime, double TrainAccuracy, double ValidationAccuracy, double TestAccuracy)
{
    /// <summary>An evaluation of which nothing is known.</summary>
    public static Evaluation Absent => new(double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
}
