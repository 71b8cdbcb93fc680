using System.Diagnostics;
using CsCheck;
using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

/// <summary>The rules of payment, each against a reckoning from the records and the data alone.</summary>
[Trait("Category", "Once")]
public sealed class AccountingTests
{
    private static readonly string[] s_algorithms = ["random", "re", "hyperband", "halving", "asha", "dehb", "bohb"];

    private static readonly Gen<(string Algorithm, ulong Seed)> s_runs = Gen.Select(
        Gen.Int[0, s_algorithms.Length - 1].Select(position => s_algorithms[position]), Gen.ULong[0, 1000]);

    [Fact]
    public void Run_ResumeCredit_LongerTrainingPaysTheDifference()
    {
        int resumed = 0;
        s_runs.Sample(
            pair =>
            {
                RunResult result = Run(Plan(pair.Algorithm, pair.Seed) with { CreditsResumed = true });
                List<EvaluationRecord> before = [];
                foreach (EvaluationRecord record in result.Records.Where(record => record.Index >= 0))
                {
                    double cost = TimeOf(record);
                    int epochs = record.Epochs;
                    EvaluationRecord latest = before.Where(earlier => earlier.Index == record.Index && earlier.Epochs < record.Epochs)
                        .OrderBy(earlier => earlier.Epochs)
                        .LastOrDefault();
                    if (latest.Epochs > 0)
                    {
                        Assert.Equal(latest.Repeat, record.Repeat);
                        cost -= TimeOf(latest);
                        epochs -= latest.Epochs;
                        resumed++;
                    }

                    Assert.Equal((cost, epochs), (record.Cost, record.SpentEpochs));
                    before.Add(record);
                }

                Assert.Equal(result.Records.Sum(record => record.SpentEpochs), result.SpentEpochs);
            },
            iter: 40,
            threads: 1);
        Assert.True(resumed > 0);
    }

    [Fact]
    public void Run_ResumeCredit_RungsPayTheirDifferences()
    {
        RunResult result = Run(Plan("halving", 1) with { CreditsResumed = true });

        Assert.Equal([4, 8, 24, 72], result.Records.Where(record => record.Index >= 0).Select(record => record.SpentEpochs).Distinct().Order());
    }

    [Fact]
    public void Run_IncumbentByMean_PaysAllRepeatsAndGoesByTheirMean()
    {
        s_runs.Sample(
            pair =>
            {
                SearchPlan plan = Plan(pair.Algorithm, pair.Seed) with { Budget = SearchBudget.Evaluations(80) };
                RunResult seen = Run(plan);
                RunResult result = Run(plan with { IncumbentBy = IncumbentValue.Mean });

                Assert.Equal(seen.Records.Select(What), result.Records.Select(What));
                double best = double.PositiveInfinity;
                List<int> improvements = [];
                for (int i = 0; i < result.Records.Count; i++)
                {
                    EvaluationRecord record = result.Records[i];
                    if (record.Index < 0)
                    {
                        continue;
                    }

                    Metrics[] repeats =
                        [.. Enumerable.Range(0, 3).Select(repeat => SyntheticData.Whole.GetRun(Nas101.CellAt(record.Index), record.Epochs, repeat).Final)];
                    Assert.Equal(repeats.Sum(metrics => metrics.TrainingTime), record.Cost);
                    Assert.Equal(3 * record.Epochs, record.SpentEpochs);
                    double loss = 1 - (repeats.Sum(metrics => metrics.ValidationAccuracy) / 3);
                    if (loss < best)
                    {
                        best = loss;
                        improvements.Add(i + 1);
                    }
                }

                Assert.Equal(improvements, result.Incumbents.Select(incumbent => (int)incumbent.Step));
            },
            iter: 20,
            threads: 1);

        static (int Index, int Epochs, short Repeat) What(EvaluationRecord record) => (record.Index, record.Epochs, record.Repeat);
    }

    [Fact]
    public void Run_PayFinal_AddsOneFullTrainingOfTheIncumbent()
    {
        s_runs.Sample(
            pair =>
            {
                SearchPlan plan = Plan(pair.Algorithm, pair.Seed);
                RunResult without = Run(plan);
                RunResult result = Run(plan with { PaysFinal = true });

                EvaluationRecord last = result.Records[^1];
                Assert.Equal(without.Records, result.Records.SkipLast(1));
                Assert.Equal(without.Incumbents, result.Incumbents);
                Assert.Equal((without.Incumbents[^1].Index, 108, false), (last.Index, last.Epochs, last.IsImprovement));
                Assert.Equal(TimeOf(last), last.Cost);
                Assert.Equal(without.SpentSeconds + last.Cost, result.SpentSeconds);
                Assert.Equal((without.SpentEpochs + 108, without.Evaluations + 1), (result.SpentEpochs, result.Evaluations));
            },
            iter: 20,
            threads: 1);
    }

    [Theory]
    [InlineData("random")]
    [InlineData("re")]
    [InlineData("hyperband")]
    public void Run_CountInvalid_BudgetAndAxisCountProposals(string algorithm)
    {
        SearchPlan plan = Plan(algorithm, 3) with { Budget = SearchBudget.Evaluations(150), CountsInvalid = true };
        foreach (int workers in algorithm == "hyperband" ? (int[])[1] : [1, 3])
        {
            RunResult result = Run(plan with { Workers = workers });

            Assert.True(result.Invalid > 0);
            Assert.Equal((RunStatus.Finished, 150), (result.Status, result.Evaluations + result.Invalid));
            Assert.All(result.Incumbents, incumbent => Assert.Equal(incumbent.Step, incumbent.Evaluations));
        }
    }

    [Fact]
    public void Run_AddOverhead_AtLeastTheTimeTheStrategyTook()
    {
        const double Pause = 0.002;
        var options = new RunOptions { Budget = SearchBudget.Evaluations(10), AddsOwnTime = true };

        RunResult result = SearchRunner.Run(SyntheticData.Whole, context => new SlowSearch(context, Pause), options);

        Assert.True(result.SpentSeconds >= result.BusySeconds + (10 * Pause));
        Assert.Equal(10, result.Evaluations);
    }

    [Fact]
    public void Plan_RulesThatContradict_AreRefused()
    {
        SearchPlan plan = Plan("re", 0);
        var data = SearchedData.Create(SyntheticData.Whole, SyntheticData.Optima, Provenance.Synthetic);
        using TemporaryFolder folder = new();

        Assert.Contains("resume-credit", Refusal(plan with { CreditsResumed = true, IncumbentBy = IncumbentValue.Mean }), StringComparison.Ordinal);
        Assert.Contains("add-overhead", Refusal(plan with { AddsOwnTime = true, Workers = 2 }), StringComparison.Ordinal);
        Assert.Throws<SearchException>(() => ExperimentFolder.Open(folder["one"], plan with { AddsOwnTime = true }, data));
        Assert.False(Directory.Exists(folder["one"]));

        static string Refusal(SearchPlan plan) => Assert.Throws<SearchException>(() => new Experiment(SyntheticData.Whole, plan)).Message;
    }

    [Theory]
    [InlineData(typeof(Answer))]
    [InlineData(typeof(Proposal))]
    [InlineData(typeof(StrategyContext))]
    [InlineData(typeof(ObjectivePair))]
    public void Strategy_TypesThatItSees_HaveNoTestAccuracy(Type type)
        => Assert.DoesNotContain(type.GetMembers(), member => member.Name.Contains("Test", StringComparison.Ordinal) || member.Name.Contains("Dataset"));

    [Fact]
    public void Summary_SeenValues_CountsNegativeRegrets()
    {
        SearchPlan plan = Plan("re", 0) with { Runs = 5, Budget = SearchBudget.Evaluations(300), Regret = RegretKind.ValidSingleSeen };
        var data = SearchedData.Create(SyntheticData.Whole, SyntheticData.Optima, Provenance.Synthetic);
        var experiment = new Experiment(SyntheticData.Whole, plan);
        ScoredRun[] runs = [.. plan.AllRuns.Select(id => ScoredRun.Create(SyntheticData.Whole, SyntheticData.Optima, experiment.Run(id)))];

        AlgorithmSummary summary = new ExperimentSummary(plan, data, [runs]).Algorithms[0];

        Assert.Equal(runs.Count(run => run.Result.Incumbents[^1].ValidationAccuracy > SyntheticData.Optima[RegretKind.ValidMean]), summary.NegativeRegrets);
        Assert.True(summary.NegativeRegrets > 0);
        Assert.Equal(summary.NegativeRegrets > 0, summary.FinalRegret!.Value.Min < 0);
    }

    [Fact]
    public void TuningText_OfTheProfiles_IsTold()
    {
        Assert.Equal("paper, tuned on this benchmark", PlannedAlgorithm.Create("bohb", SearchProfile.Paper).ProfileText);
        Assert.Equal("paper", PlannedAlgorithm.Create("tpe", SearchProfile.Paper).ProfileText);
        Assert.Equal("naszilla", PlannedAlgorithm.Create("re", SearchProfile.Naszilla).ProfileText);
    }

    private static SearchPlan Plan(string algorithm, ulong seed) => new()
    {
        Algorithms = [PlannedAlgorithm.Create(algorithm, SearchProfile.Paper)],
        Budget = SearchBudget.Epochs(8000),
        Seed = seed,
    };

    private static RunResult Run(SearchPlan plan) => new Experiment(SyntheticData.Whole, plan).Run(new RunId(0, 0), keepsRecords: true);

    private static double TimeOf(EvaluationRecord record)
        => SyntheticData.Whole.GetRun(Nas101.CellAt(record.Index), record.Epochs, record.Repeat).Final.TrainingTime;

    private sealed class SlowSearch(StrategyContext context, double pause) : ISearchStrategy
    {
        public bool TryAsk(out Proposal proposal)
        {
            long start = Stopwatch.GetTimestamp();
            while (Stopwatch.GetElapsedTime(start).TotalSeconds < pause)
            {
            }

            Cell cell = CellSampler.Next(context.Random, out int index);
            proposal = new Proposal(cell, index, context.FullEpochs);
            return true;
        }

        public void Tell(in Proposal proposal, in Answer answer)
        {
        }
    }
}
