namespace NasBench.Analysis;

/// <summary>One of the best cells.</summary>
/// <param name="Rank">Its place, from 1.</param>
/// <param name="Index">Its index in the space.</param>
/// <param name="Hash">Its module hash.</param>
/// <param name="Value">What it is ranked by, a fraction in [0, 1].</param>
/// <param name="TrainableParameters">Its trainable parameters.</param>
/// <param name="TrainingTime">Its mean training time in seconds; NaN where the data lack it.</param>
public sealed record BestCell(int Rank, int Index, ModuleHash Hash, double Value, int TrainableParameters, double TrainingTime);
