namespace NasBench.Analysis;

/// <summary>What a cell costs, the other objective of a Pareto front.</summary>
public enum CostKind : byte
{
    /// <summary>Trainable parameters.</summary>
    Parameters,

    /// <summary>Mean training time in seconds.</summary>
    TrainingTime,
}
