namespace NasBench.Search;

/// <summary>How a run is evaluated and accounted.</summary>
public sealed record RunOptions
{
    /// <summary>When it ends.</summary>
    public required SearchBudget Budget { get; init; }

    /// <summary>What an evaluation answers.</summary>
    public RewardRule Reward { get; init; }

    /// <summary>Which evaluation is the best so far.</summary>
    public IncumbentRule Incumbent { get; init; }

    /// <summary>Whether something seen is evaluated again.</summary>
    public DedupRule Dedup { get; init; }

    /// <summary>Whether an answer from memory costs what the evaluation would.</summary>
    public bool PaysRepeats { get; init; }

    /// <summary>The number of simulated workers, at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Whether every evaluation is recorded, in 24 bytes each.</summary>
    public bool KeepsRecords { get; init; }
}
