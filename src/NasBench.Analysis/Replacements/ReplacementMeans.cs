namespace NasBench.Analysis;

/// <summary>Means over slots in which an operation was replaced.</summary>
/// <param name="Slots">How many slots have a mean validation accuracy before and after.</param>
/// <param name="ValidationDelta">The mean of validation accuracy after less before, as a fraction; NaN of none.</param>
/// <param name="TimeSlots">How many slots have a training time before and after.</param>
/// <param name="TimeRatio">The mean of training time after over before; NaN of none.</param>
/// <param name="RatioOfMeanTimes">The mean training time after over the mean training time before; NaN of none.</param>
public readonly record struct ReplacementMeans(long Slots, double ValidationDelta, long TimeSlots, double TimeRatio, double RatioOfMeanTimes);
