namespace NasBench.Search;

/// <summary>An experiment: some algorithms, each run some times under one accounting. Everything that decides its results but the data.</summary>
public sealed record SearchPlan
{
    /// <summary>The algorithms, in the order of the results. A name may come again with other settings.</summary>
    public required IReadOnlyList<PlannedAlgorithm> Algorithms { get; init; }

    /// <summary>When each run ends.</summary>
    public required SearchBudget Budget { get; init; }

    /// <summary>The number of runs of each algorithm.</summary>
    public int Runs { get; init; } = 1;

    /// <summary>The seed of all runs.</summary>
    public ulong Seed { get; init; }

    /// <summary>Which regret is told.</summary>
    public RegretKind Regret { get; init; }

    /// <summary>Whether something seen is evaluated again.</summary>
    public DedupRule Dedup { get; init; }

    /// <summary>Whether an answer from memory costs what the evaluation would.</summary>
    public bool PaysRepeats { get; init; }

    /// <summary>By which value incumbents are chosen.</summary>
    public IncumbentValue IncumbentBy { get; init; }

    /// <summary>Whether one more full training of the incumbent is paid at the end of each run.</summary>
    public bool PaysFinal { get; init; }

    /// <summary>Whether invalid proposals count as evaluations.</summary>
    public bool CountsInvalid { get; init; }

    /// <summary>Whether a longer training of a class pays the difference alone.</summary>
    public bool CreditsResumed { get; init; }

    /// <summary>Whether the real time of strategies is added to the simulated time, so that no two executions give the same.</summary>
    public bool AddsOwnTime { get; init; }

    /// <summary>
    /// What is wanted. With two objectives <c>re</c> and <c>nre</c> select by both, other strategies by accuracy; every run keeps its front.
    /// </summary>
    public SearchObjectives Objectives { get; init; }

    /// <summary>The number of simulated workers of each run.</summary>
    public int Workers { get; init; } = 1;

    /// <summary>Whether run r of every algorithm begins with the same draws, for paired tests.</summary>
    public bool HasCommonStart { get; init; }

    /// <summary>All runs, in the order of the results: by algorithm, then by number.</summary>
    public IEnumerable<RunId> AllRuns =>
        from algorithm in Enumerable.Range(0, Algorithms.Count)
        from run in Enumerable.Range(0, Runs)
        select new RunId(algorithm, run);

    /// <summary>The name of an algorithm in the results: with repeats left out it is another algorithm.</summary>
    /// <param name="algorithm">One of the algorithms.</param>
    public string NameOf(PlannedAlgorithm algorithm)
    {
        ArgumentNullException.ThrowIfNull(algorithm);
        return Dedup == DedupRule.Off ? algorithm.Algorithm.Name : algorithm.Algorithm.Name + "-dedup";
    }

    /// <summary>The rules of the runs of an algorithm.</summary>
    /// <param name="algorithm">One of the algorithms.</param>
    /// <param name="keepsRecords">Whether every evaluation is recorded.</param>
    internal RunOptions OptionsOf(PlannedAlgorithm algorithm, bool keepsRecords) => new()
    {
        Budget = Budget,
        Reward = algorithm.Reward,
        Incumbent = algorithm.Incumbent,
        Dedup = Dedup,
        PaysRepeats = PaysRepeats,
        IncumbentBy = IncumbentBy,
        PaysFinal = PaysFinal,
        CountsInvalid = CountsInvalid,
        CreditsResumed = CreditsResumed,
        AddsOwnTime = AddsOwnTime,
        Objectives = Objectives,
        Workers = Workers,
        KeepsRecords = keepsRecords,
    };
}
