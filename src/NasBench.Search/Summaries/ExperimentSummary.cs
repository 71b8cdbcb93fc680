using NasBench.Data;

namespace NasBench.Search;

/// <summary>What an experiment comes to.</summary>
public sealed class ExperimentSummary
{
    private const int Resamples = 10_000;

    /// <summary>Sums up the runs of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="optima">The best values of the data.</param>
    /// <param name="provenance">Where the values of the data come from.</param>
    /// <param name="results">For each algorithm of the plan its runs, in their order.</param>
    public ExperimentSummary(SearchPlan plan, Optima optima, Provenance provenance, IReadOnlyList<IReadOnlyList<RunResult>> results)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(optima);
        ArgumentNullException.ThrowIfNull(results);
        Plan = plan;
        Optima = optima;
        Provenance = provenance;
        Algorithms = [.. plan.Algorithms.Select((algorithm, position) => Summarize(algorithm, results[position]))];
    }

    /// <summary>The plan.</summary>
    public SearchPlan Plan { get; }

    /// <summary>The best values of the data.</summary>
    public Optima Optima { get; }

    /// <summary>Where the values of the data come from.</summary>
    public Provenance Provenance { get; }

    /// <summary>A summary for each algorithm, in the order of the plan.</summary>
    public IReadOnlyList<AlgorithmSummary> Algorithms { get; }

    private AlgorithmSummary Summarize(PlannedAlgorithm algorithm, IReadOnlyList<RunResult> runs)
    {
        double[] regrets =
        [
            .. from run in runs
            where run.Incumbents.Count > 0
            select Optima.Regret(Plan.Regret, run.Incumbents[^1]),
        ];
        return new AlgorithmSummary
        {
            Algorithm = algorithm,
            Name = Plan.NameOf(algorithm),
            Runs = runs.Count,
            Evaluations = Mean(runs, run => run.Evaluations),
            Invalid = Mean(runs, run => run.Invalid),
            Distinct = Mean(runs, run => run.Distinct),
            IsomorphicRepeats = Mean(runs, run => run.IsomorphicRepeats),
            SpentSeconds = Mean(runs, run => run.SpentSeconds),
            BusySeconds = Mean(runs, run => run.BusySeconds),
            SpentEpochs = Mean(runs, run => run.SpentEpochs),
            Exhausted = runs.Count(run => run.Status == RunStatus.Exhausted),
            AtOptimum = runs.Count == 0 ? 0 : regrets.Count(regret => regret <= 0) / (double)runs.Count,
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
