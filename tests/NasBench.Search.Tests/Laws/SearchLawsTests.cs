namespace NasBench.Search.Tests;

/// <summary>What holds for every algorithm.</summary>
public sealed class SearchLawsTests
{
    private const double Tolerance = 1e-9;

    public static TheoryData<string> Algorithms => [.. SearchAlgorithms.All.Select(algorithm => algorithm.Name)];

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_SameSeed_SameRunOnAnyNumberOfThreads(string algorithm)
    {
        SearchPlan plan = Plan(algorithm) with { Runs = 3, Seed = 5 };

        RunResult[] one = RunAll(plan, threads: 1);
        RunResult[] several = RunAll(plan, threads: 3);

        Assert.All(one.Zip(several), pair =>
        {
            Assert.Equal(pair.First.Records, pair.Second.Records);
            Assert.Equal(pair.First.Incumbents, pair.Second.Incumbents);
            Assert.Equal(pair.First.SpentSeconds, pair.Second.SpentSeconds);
        });
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_AnotherRunOrSeed_AnotherRun(string algorithm)
    {
        RunResult[] runs = RunAll(Plan(algorithm) with { Runs = 2, Seed = 5 });
        RunResult other = RunAll(Plan(algorithm) with { Seed = 6 })[0];

        Assert.NotEqual(runs[0].Records, runs[1].Records);
        Assert.NotEqual(runs[0].Records, other.Records);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_Costs_AddUp(string algorithm)
    {
        SearchPlan plan = Plan(algorithm);
        RunResult result = RunAll(plan)[0];
        var run = ScoredRun.Create(SyntheticData.Whole, SyntheticData.Optima, result);

        double seconds = 0;
        long epochs = 0;
        foreach ((EvaluationRecord record, RecordValues values) in result.Records.Zip(run.Values))
        {
            seconds += values.TrainingTime;
            epochs += record.Index < 0 ? 0 : record.Epochs;
            Assert.Equal(seconds, record.Seconds);
        }

        Assert.Equal(seconds, result.SpentSeconds);
        Assert.Equal(seconds, result.BusySeconds, Tolerance);
        Assert.Equal(epochs, result.SpentEpochs);
        Assert.Equal(result.Steps, result.Records.Count);
        Assert.Equal(result.Invalid, result.Records.Count(record => record.Index < 0));
        Assert.Equal(result.Evaluations, result.Records.Count(record => record.Index >= 0));
        Assert.Equal(result.Distinct, result.Records.Where(record => record.Index >= 0).Select(record => record.Index).Distinct().Count());
        Assert.Equal(
            result.Evaluations - result.IsomorphicRepeats,
            result.Records.Where(record => record.Index >= 0).Select(record => (record.Index, record.Epochs)).Distinct().Count());
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_Budget_IsPassedByAtMostOneEvaluation(string algorithm)
    {
        foreach (SearchBudget budget in (SearchBudget[])[SearchBudget.Seconds(60_000), SearchBudget.Epochs(5000), SearchBudget.Evaluations(60)])
        {
            RunResult result = RunAll(Plan(algorithm) with { Budget = budget })[0];
            EvaluationRecord[] paid = [.. result.Records.Where(record => record.Index >= 0)];

            Assert.Equal(RunStatus.Finished, result.Status);
            Assert.True(budget.PartSpent(result.SpentSeconds, result.Evaluations, result.SpentEpochs) >= 1);
            double before = paid.Length < 2 ? 0 : paid[^2].Seconds;
            Assert.True(budget.PartSpent(before, paid.Length - 1, result.SpentEpochs - paid[^1].Epochs) < 1);
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_Incumbent_IsNeverWorseByItsRule(string algorithm)
    {
        foreach (string rule in (string[])["any", "largest", "full"])
        {
            RunResult result = RunAll(Plan(algorithm, [new("incumbent", rule)]))[0];

            Assert.All(result.Incumbents.Zip(result.Incumbents.Skip(1)), pair => Assert.True(
                rule == "largest" && pair.Second.Epochs > pair.First.Epochs
                || (pair.Second.ValidationAccuracy > pair.First.ValidationAccuracy && (rule != "largest" || pair.Second.Epochs == pair.First.Epochs))));
            Assert.True(rule != "full" || result.Incumbents.All(incumbent => incumbent.Epochs == 108));
            EvaluationRecord[] counted = [.. result.Records.Where(record => record.Index >= 0 && (rule != "full" || record.Epochs == 108))];
            Assert.Equal(counted.Length > 0, result.Incumbents.Count > 0);
        }
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_Dedup_PaysEachClassOnce(string algorithm)
    {
        SearchPlan plan = Plan(algorithm) with { Dedup = DedupRule.Class, Budget = SearchBudget.Evaluations(40) };
        RunResult result = RunAll(plan)[0];
        EvaluationRecord[] paid = [.. result.Records.Where(record => record is { Index: >= 0, IsFree: false })];

        Assert.Equal(paid.Length, paid.Select(record => (record.Index, record.Epochs)).Distinct().Count());
        Assert.Equal(result.IsomorphicRepeats, result.Records.Count(record => record.IsFree));
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_EveryProfileAndEncoding_WorksOrSaysWhyNot(string algorithm)
    {
        foreach (SearchProfile profile in ProfileTable.ProfilesOf(algorithm))
        {
            foreach (SearchEncoding encoding in SearchEncoding.All.Where(SearchAlgorithms.Find(algorithm)!.RunsOn))
            {
                var planned = PlannedAlgorithm.Create(algorithm, profile, encoding.Name, QuickSettings.Of(algorithm));
                SearchPlan plan = new() { Algorithms = [planned], Budget = SearchBudget.Evaluations(30) };
                try
                {
                    _ = new Experiment(SyntheticData.Whole, plan);
                }
                catch (SearchException refusal)
                {
                    Assert.Contains(encoding.Name, refusal.Message, StringComparison.Ordinal);
                    continue;
                }

                RunResult result = RunAll(plan)[0];

                Assert.Equal(30, result.Evaluations);
                Assert.True(!encoding.RejectsInvalid || result.Invalid == 0, $"{profile} {encoding}");
            }
        }
    }

    private static SearchPlan Plan(string algorithm, params KeyValuePair<string, string>[] changes) => new()
    {
        Algorithms = [PlannedAlgorithm.Create(algorithm, SearchProfile.Paper, changes: [.. QuickSettings.Of(algorithm), .. changes])],
        Budget = SearchBudget.Seconds(150_000),
    };

    private static RunResult[] RunAll(SearchPlan plan, int threads = 1)
    {
        var results = new RunResult[plan.Runs];
        IReadOnlyList<RunFailure> failures = new Experiment(SyntheticData.Whole, plan)
            .Run([.. plan.AllRuns], (id, result) => results[id.Run] = result, keepsRecords: true, threads);
        Assert.Empty(failures);
        return results;
    }
}
