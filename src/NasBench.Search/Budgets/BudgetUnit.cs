namespace NasBench.Search;

/// <summary>What a budget counts.</summary>
public enum BudgetUnit : byte
{
    /// <summary>Simulated seconds of training.</summary>
    Seconds,

    /// <summary>Evaluations of valid cells.</summary>
    Evaluations,

    /// <summary>Epochs of training.</summary>
    Epochs,
}
