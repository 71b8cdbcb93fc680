namespace NasBench.Bench;

/// <summary>What one evaluation measured, as an object.</summary>
/// <param name="TrainingTime">Seconds of training.</param>
/// <param name="TrainAccuracy">Accuracy on the training set, 0 to 1.</param>
/// <param name="ValidationAccuracy">Accuracy on the validation set, 0 to 1.</param>
/// <param name="TestAccuracy">Accuracy on the test set, 0 to 1.</param>
public sealed record StraightforwardMetrics(double TrainingTime, double TrainAccuracy, double ValidationAccuracy, double TestAccuracy);
