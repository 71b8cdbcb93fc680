namespace NasBench.Search;

/// <summary>The regrets of the incumbents of an algorithm's runs, over what was spent.</summary>
internal sealed class RunCurves
{
    private readonly ScoredRun[] _runs;
    private readonly RegretKind _kind;
    private readonly bool _countsInvalid;

    /// <summary>Takes the runs that have an incumbent.</summary>
    public RunCurves(IEnumerable<ScoredRun> runs, RegretKind kind, bool countsInvalid)
    {
        _runs = [.. runs.Where(run => run.Scores.Count > 0)];
        _kind = kind;
        _countsInvalid = countsInvalid;
        BySeconds = [.. _runs.Select(run => Create(run, incumbent => incumbent.Seconds))];
        ByEvaluations = [.. _runs.Select(run => Create(run, incumbent => incumbent.Evaluations))];
    }

    /// <summary>The curves over simulated seconds.</summary>
    public IReadOnlyList<StepCurve> BySeconds { get; }

    /// <summary>The curves over evaluations.</summary>
    public IReadOnlyList<StepCurve> ByEvaluations { get; }

    /// <summary>The regret of each run at the end.</summary>
    public double[] Final => [.. _runs.Select(run => run.Scores[^1][_kind])];

    /// <summary>How long it takes to a regret.</summary>
    /// <param name="regret">The regret.</param>
    /// <param name="count">The number of all runs, those without an incumbent included.</param>
    public RegretTarget To(double regret, int count)
    {
        double[] seconds = [.. _runs.Select(run => run.Result.SpentSeconds)];
        double[] evaluations = [.. _runs.Select(run => (double)run.Result.Evaluations + (_countsInvalid ? run.Result.Invalid : 0))];
        int reached = BySeconds.Count(curve => double.IsFinite(curve.TimeTo(regret)));
        return new RegretTarget(
            regret,
            count == 0 ? 0 : reached / (double)count,
            CurveComparison.ExpectedTimeTo(BySeconds, regret, seconds),
            CurveComparison.ExpectedTimeTo(ByEvaluations, regret, evaluations));
    }

    private StepCurve Create(ScoredRun run, Func<Incumbent, double> spent)
        => new([.. run.Result.Incumbents.Select(spent)], [.. run.Scores.Select(score => score[_kind])]);
}
