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

    /// <summary>By which value the incumbent is chosen.</summary>
    public IncumbentValue IncumbentBy { get; init; }

    /// <summary>Whether one more full training of the incumbent is paid at the end.</summary>
    public bool PaysFinal { get; init; }

    /// <summary>Whether invalid proposals count as evaluations: for a budget of evaluations, and where incumbents tell how many there were.</summary>
    public bool CountsInvalid { get; init; }

    /// <summary>
    /// Whether a class that was trained for fewer epochs goes on from that training, with its repeat, and pays the difference alone, as in kurobako.
    /// </summary>
    public bool CreditsResumed { get; init; }

    /// <summary>Whether the real time of the strategy itself is added to the simulated time. No two runs are the same then.</summary>
    public bool AddsOwnTime { get; init; }

    /// <summary>What the run wants: with two objectives it keeps its front.</summary>
    public SearchObjectives Objectives { get; init; }

    /// <summary>The number of simulated workers, at least 1.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Whether every evaluation is recorded, in 40 bytes each.</summary>
    public bool KeepsRecords { get; init; }

    /// <summary>Refuses rules that contradict each other.</summary>
    /// <exception cref="SearchException">Two of them do.</exception>
    internal void RequireSense()
    {
        if (CreditsResumed && IncumbentBy == IncumbentValue.Mean)
        {
            throw new SearchException("an incumbent by mean trains every repeat anew, so that no training is resumed: resume-credit does not go with it");
        }

        if (AddsOwnTime && Workers > 1)
        {
            throw new SearchException($"add-overhead adds the strategy's time to that of one worker, not of {Workers}");
        }
    }
}
