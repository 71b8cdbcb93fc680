namespace NasBench.Search;

/// <summary>What an experiment comes to.</summary>
public sealed class ExperimentSummary
{
    private const int Resamples = 10_000;

    /// <summary>Sums up the runs of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="data">What the runs ran against.</param>
    /// <param name="results">For each algorithm of the plan its runs, in their order.</param>
    public ExperimentSummary(SearchPlan plan, SearchedData data, IReadOnlyList<IReadOnlyList<ScoredRun>> results)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(results);
        Plan = plan;
        Data = data;
        Algorithms = [.. plan.Algorithms.Select((algorithm, position) => Summarize(algorithm, results[position]))];
    }

    /// <summary>The plan.</summary>
    public SearchPlan Plan { get; }

    /// <summary>What the runs ran against.</summary>
    public SearchedData Data { get; }

    /// <summary>The best value that a regret can have reached.</summary>
    public double Optimum => Data.Optima[(int)Plan.Regret];

    /// <summary>A summary for each algorithm, in the order of the plan.</summary>
    public IReadOnlyList<AlgorithmSummary> Algorithms { get; }

    private AlgorithmSummary Summarize(PlannedAlgorithm algorithm, IReadOnlyList<ScoredRun> scored)
    {
        RunResult[] runs = [.. scored.Select(run => run.Result)];
        double[] regrets =
        [
            .. from run in scored
            where run.Scores.Count > 0
            select run.Scores[^1][Plan.Regret],
        ];
        return new AlgorithmSummary
        {
            Algorithm = algorithm,
            Name = Plan.NameOf(algorithm),
            Runs = runs.Length,
            Evaluations = Mean(runs, run => run.Evaluations),
            Invalid = Mean(runs, run => run.Invalid),
            Distinct = Mean(runs, run => run.Distinct),
            IsomorphicRepeats = Mean(runs, run => run.IsomorphicRepeats),
            SpentSeconds = Mean(runs, run => run.SpentSeconds),
            BusySeconds = Mean(runs, run => run.BusySeconds),
            SpentEpochs = Mean(runs, run => run.SpentEpochs),
            Exhausted = runs.Count(run => run.Status == RunStatus.Exhausted),
            AtOptimum = runs.Length == 0 ? 0 : regrets.Count(regret => regret <= 0) / (double)runs.Length,
            FinalRegret = regrets.Length == 0 ? null : Describe(regrets),
            OwnSecondsPerEvaluation = MedianOwnTime(runs),
        };
    }

    private static double MedianOwnTime(IReadOnlyList<RunResult> runs)
    {
        double[] times = [.. runs.Where(run => run.Evaluations > 0).Select(run => run.OwnSeconds / run.Evaluations).Order()];
        return times.Length == 0 ? double.NaN : Samples.Quantile(times, 0.5);
    }

    private static double Mean(IReadOnlyList<RunResult> runs, Func<RunResult, double> value) => runs.Count == 0 ? double.NaN : runs.Average(value);

    private Distribution Describe(double[] values)
    {
        (double low, double high) = Bootstrap.MeanInterval(values, 0.95, Resamples, RandomStreams.Create(Plan.Seed, "bootstrap", 0, StreamPurpose.Statistics));
        double mean = values.Average();
        Array.Sort(values);
        return new Distribution(
            mean, Samples.Quantile(values, 0.5), Samples.Quantile(values, 0.25), Samples.Quantile(values, 0.75), values[0], values[^1], low, high);
    }
}
