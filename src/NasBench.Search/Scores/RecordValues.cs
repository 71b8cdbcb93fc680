namespace NasBench.Search;

/// <summary>The values of one recorded evaluation. NaN where the data lack one, and where the cell was invalid.</summary>
/// <param name="ValidationAccuracy">Of the drawn repeat.</param>
/// <param name="TestAccuracy">Of the drawn repeat.</param>
/// <param name="TrainingTime">The simulated seconds that were paid; 0 where nothing was.</param>
public readonly record struct RecordValues(double ValidationAccuracy, double TestAccuracy, double TrainingTime);
