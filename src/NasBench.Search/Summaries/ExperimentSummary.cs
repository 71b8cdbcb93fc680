namespace NasBench.Search;

/// <summary>What an experiment comes to.</summary>
public sealed class ExperimentSummary
{
    private const int Resamples = 10_000;

    private static readonly double[] s_targets = [0.01, 0.005, 0.001];

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
        RunCurves[] curves = [.. results.Select(runs => new RunCurves(runs, plan.Regret, plan.CountsInvalid))];
        bool isComplete = results.All(runs => runs.Count > 0 && runs.All(run => run.Scores.Count > 0));
        double[] times = !isComplete ? [] : TimeGrid.Create(curves.SelectMany(each => each.BySeconds), EndOf(BudgetUnit.Seconds, results));
        double[] counts = !isComplete ? [] : TimeGrid.Create(curves.SelectMany(each => each.ByEvaluations), EndOf(BudgetUnit.Evaluations, results));
        Curves =
        [
            .. CurvesOf("seconds", [.. curves.Select(each => each.BySeconds)], times),
            .. CurvesOf("evaluations", [.. curves.Select(each => each.ByEvaluations)], counts),
        ];
        Algorithms =
        [
            .. plan.Algorithms.Select((algorithm, position) => Summarize(
                algorithm,
                results[position],
                curves[position],
                times,
                times.Length == 0 ? double.NaN : Samples.Mean([.. Curves[position].Points.Select(point => point.MeanRank)]))),
        ];
        Comparisons = Compare(curves);
    }

    /// <summary>The plan.</summary>
    public SearchPlan Plan { get; }

    /// <summary>What the runs ran against.</summary>
    public SearchedData Data { get; }

    /// <summary>The best value that a regret can have reached.</summary>
    public double Optimum => Data.Optima[(int)Plan.Regret];

    /// <summary>A summary for each algorithm, in the order of the plan.</summary>
    public IReadOnlyList<AlgorithmSummary> Algorithms { get; }

    /// <summary>Each pair of algorithms, compared; none where one has no run to compare.</summary>
    public IReadOnlyList<AlgorithmComparison> Comparisons { get; }

    /// <summary>
    /// The curves of each algorithm: those over simulated seconds in the order of the plan, then those over evaluations. They have no points where a run has no
    /// incumbent.
    /// </summary>
    public IReadOnlyList<AlgorithmCurve> Curves { get; }

    /// <summary>Where an axis ends: at the budget, or where the first run ends if the budget counts something else.</summary>
    private double EndOf(BudgetUnit axis, IReadOnlyList<IReadOnlyList<ScoredRun>> results) => Plan.Budget.Unit == axis
        ? Plan.Budget.Limit
        : results.SelectMany(runs => runs).Min(run => axis == BudgetUnit.Seconds ? run.Result.SpentSeconds : RunCurves.EvaluationsOf(run, Plan.CountsInvalid));

    private IEnumerable<AlgorithmCurve> CurvesOf(string axis, IReadOnlyList<IReadOnlyList<StepCurve>> curves, double[] moments)
    {
        double[][] ranks = moments.Length == 0 ? [] : CurveComparison.MeanRanks(curves, moments);
        return Plan.Algorithms.Select((algorithm, position) => new AlgorithmCurve(
            Plan.NameOf(algorithm),
            axis,
            moments.Length == 0
                ? []
                : [.. CurveComparison.ValuesAt(curves[position], moments).Select((values, i) => PointOf(moments[i], values, ranks[position][i]))]));
    }

    private static CurvePoint PointOf(double at, double[] values, double rank)
    {
        double mean = Samples.Mean(values);
        Array.Sort(values);
        return new CurvePoint(
            at, values.Length, mean, Samples.Quantile(values, 0.5), Samples.Quantile(values, 0.25), Samples.Quantile(values, 0.75), rank);
    }

    private AlgorithmComparison[] Compare(RunCurves[] curves)
    {
        List<AlgorithmComparison> pairs = [];
        for (int first = 0; first < curves.Length; first++)
        {
            for (int second = first + 1; second < curves.Length; second++)
            {
                double[] one = curves[first].Final;
                double[] other = curves[second].Final;
                if (one.Length < 2 || other.Length < 2)
                {
                    continue;
                }

                // Runs that begin alike are pairs; others are independent.
                bool isPaired = Plan.HasCommonStart && one.Length == other.Length;
                double p = (isPaired ? WilcoxonSignedRank.Test(one, other) : MannWhitney.Test(one, other)).PValue;
                pairs.Add(new AlgorithmComparison(
                    Plan.NameOf(Plan.Algorithms[first]),
                    Plan.NameOf(Plan.Algorithms[second]),
                    isPaired ? "wilcoxon" : "mann-whitney",
                    p,
                    p,
                    MannWhitney.EffectSize(other, one)));
            }
        }

        double[] corrected = HolmCorrection.Correct([.. pairs.Select(pair => pair.P)]);
        return [.. pairs.Select((pair, position) => pair with { Holm = corrected[position] })];
    }

    private AlgorithmSummary Summarize(PlannedAlgorithm algorithm, IReadOnlyList<ScoredRun> scored, RunCurves curves, double[] times, double rank)
    {
        RunResult[] runs = [.. scored.Select(run => run.Result)];
        double[] regrets = curves.Final;
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
            NegativeRegrets = regrets.Count(regret => regret < 0),
            RegretDeviation = Samples.Deviation(regrets),
            Fronts = SummarizeFronts(scored),
            OwnSecondsPerEvaluation = MedianOwnTime(runs),
            Targets = [.. s_targets.Select(target => curves.To(target, runs.Length))],
            MeanOverLogTime = times.Length == 0 ? double.NaN : curves.BySeconds.Average(curve => curve.MeanOverLogTime(times[0], times[^1])),
            MeanRank = rank,
        };
    }

    private FrontSummary? SummarizeFronts(IReadOnlyList<ScoredRun> runs)
    {
        if (Data.Scale is not { } scale || runs.Count == 0)
        {
            return null;
        }

        (int Run, double Hypervolume, IReadOnlyList<ScoredFrontPoint> Points)[] fronts =
        [
            .. runs.Select(run => (
                run.Result.Run,
                ParetoFront.Hypervolume(
                    run.Front.Select(point => point.Judged).Where(judged => !double.IsNaN(judged.First) && !double.IsNaN(judged.Second)), scale.Reference),
                run.Front)),
        ];
        return new FrontSummary(
            Describe([.. fronts.Select(front => front.Hypervolume)]),
            scale.Exact > 0 ? Describe([.. fronts.Select(front => front.Hypervolume / scale.Exact)]) : null,
            fronts);
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
