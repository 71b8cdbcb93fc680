namespace NasBench.Data;

/// <summary>What queries would have cost if the cells had been trained.</summary>
/// <param name="TrainingTime">Simulated seconds of training.</param>
/// <param name="Epochs">Epochs of training.</param>
public readonly record struct Budget(double TrainingTime, long Epochs);
