using System.Globalization;
using CsCheck;

namespace NasBench.Search.Tests;

/// <summary>What holds for every run of every algorithm, with settings, budgets and rules at random.</summary>
public sealed class SearchPropertyTests
{
    private static readonly Gen<Case> s_cases =
        from algorithm in Gen.Int[0, SearchAlgorithms.All.Count - 1]
        from profile in Gen.Int[0, 99]
        from encoding in Gen.Int[0, 99]
        from changes in Gen.Select(Gen.Int[0, 99], Gen.Int[0, 99]).Array[0, 3]
        from unit in Gen.Enum<BudgetUnit>()
        from limit in Gen.Int[1, 40]
        from workers in Gen.Int[1, 4]
        from dedup in Gen.Enum<DedupRule>()
        from paysRepeats in Gen.Bool
        from seed in Gen.Int[0, 1_000_000]
        select new Case(algorithm, profile, encoding, changes, unit, limit, workers, dedup, paysRepeats, (ulong)seed);

    [Fact]
    public void Run_RandomPlans_KeepTheLaws()
    {
        int ran = 0;
        s_cases.Sample(
            drawn =>
            {
                if (TryPlan(drawn) is not { } experiment)
                {
                    return;
                }

                SearchPlan plan = experiment.Plan;
                RunResult[] results = RunAll(experiment, threads: 1);
                RunResult[] again = RunAll(experiment, threads: 2);
                Interlocked.Increment(ref ran);
                for (int run = 0; run < plan.Runs; run++)
                {
                    Assert.Equal(results[run].Records, again[run].Records);
                    Assert.Equal(results[run].Incumbents, again[run].Incumbents);
                    CheckCosts(plan, results[run]);
                    CheckBudget(plan.Budget, results[run]);
                    CheckIncumbents(plan.Algorithms[0].Incumbent, results[run]);
                }
            },
            iter: 150,
            threads: 1);
        Assert.True(ran > 50, $"only {ran} plans ran");
    }

    private static Experiment? TryPlan(Case drawn)
    {
        SearchAlgorithm algorithm = SearchAlgorithms.All[drawn.Algorithm];
        SearchProfile[] profiles = [.. ProfileTable.ProfilesOf(algorithm.Name)];
        SearchEncoding[] encodings = [.. SearchEncoding.All.Where(algorithm.RunsOn)];
        ProfileSetting[] settings = [.. ProfileTable.SettingsOf(algorithm.Name).Where(line => line.Name != "encoding")];
        var changes = drawn.Changes.Select(change => settings[change.Item1 % settings.Length])
            .Zip(drawn.Changes, (line, change) => new KeyValuePair<string, string>(line.Name, ValueOf(line, change.Item2)));
        try
        {
            var planned = PlannedAlgorithm.Create(
                algorithm.Name, profiles[drawn.Profile % profiles.Length], encodings[drawn.Encoding % encodings.Length].Name, changes);
            var plan = new SearchPlan
            {
                Algorithms = [planned],
                Budget = new SearchBudget(drawn.Unit, drawn.Limit * (drawn.Unit == BudgetUnit.Seconds ? 1500.5 : drawn.Unit == BudgetUnit.Epochs ? 50 : 1)),
                Runs = 2,
                Seed = drawn.Seed,
                Workers = algorithm.TakesWorkers ? drawn.Workers : 1,
                Dedup = drawn.Dedup,
                PaysRepeats = drawn.PaysRepeats,
            };
            return new Experiment(SyntheticData.Whole, plan);
        }
        catch (SearchException)
        {
            // Settings that do not fit each other are refused before anything runs.
            return null;
        }
    }

    /// <summary>A value of the domain, near its lower end: large ones make long runs.</summary>
    private static string ValueOf(ProfileSetting line, int number)
    {
        if (line.Name == "epochs")
        {
            return ((string[])["0", "4", "12", "36", "108"])[number % 5];
        }

        if (line.Domain.Kind == SettingKind.Word)
        {
            return line.Domain.Words[number % line.Domain.Words.Count];
        }

        string[] tries = line.Domain.Kind == SettingKind.Whole
            ? [.. Enumerable.Range(number % 12, 12).Select(whole => whole.ToString(CultureInfo.InvariantCulture))]
            : ["0.05", "0.3", "1", "2"];
        return tries.Skip(line.Domain.Kind == SettingKind.Whole ? 0 : number % 3).First(line.Domain.Contains);
    }

    private static RunResult[] RunAll(Experiment experiment, int threads)
    {
        var results = new RunResult[experiment.Plan.Runs];
        Assert.Empty(experiment.Run([.. experiment.Plan.AllRuns], (id, result) => results[id.Run] = result, keepsRecords: true, threads));
        return results;
    }

    private static void CheckCosts(SearchPlan plan, RunResult result)
    {
        var scored = ScoredRun.Create(SyntheticData.Whole, SyntheticData.Optima, result);
        EvaluationRecord[] valid = [.. result.Records.Where(record => record.Index >= 0)];
        double busy = 0;
        double before = 0;
        foreach ((EvaluationRecord record, RecordValues values) in result.Records.Zip(scored.Values))
        {
            double cost = record.Index < 0 || record.IsFree ? 0 : values.TrainingTime;
            busy += cost;
            Assert.True(record.Seconds >= before);
            Assert.True(plan.Workers > 1 || Math.Abs(record.Seconds - before - cost) <= 1e-6 * (1 + record.Seconds));
            before = record.Seconds;
        }

        Assert.Equal(busy, result.BusySeconds, 1e-6 * (1 + busy));
        Assert.InRange(result.SpentSeconds, (busy / plan.Workers) - 1e-6 - (1e-9 * busy), double.PositiveInfinity);
        Assert.Equal(valid.Where(record => !record.IsFree).Sum(record => (long)(record.IsHalfway ? record.Epochs / 2 : record.Epochs)), result.SpentEpochs);
        Assert.Equal((result.Records.Count, valid.Length), (result.Steps, result.Evaluations));
        Assert.Equal(result.Steps - result.Evaluations, result.Invalid);
        Assert.Equal(valid.Select(record => record.Index).Distinct().Count(), result.Distinct);
    }

    private static void CheckBudget(SearchBudget budget, RunResult result)
    {
        EvaluationRecord[] paid = [.. result.Records.Where(record => record is { Index: >= 0, IsFree: false })];
        double spent = budget.PartSpent(result.SpentSeconds, paid.Length, result.SpentEpochs);
        Assert.Equal(result.Status == RunStatus.Finished, spent >= 1);
        if (result.Status == RunStatus.Finished)
        {
            double before = paid.Length < 2 ? 0 : paid[^2].Seconds;
            Assert.True(budget.PartSpent(before, paid.Length - 1, result.SpentEpochs - paid[^1].Epochs) < 1);
        }
    }

    private static void CheckIncumbents(IncumbentRule rule, RunResult result)
    {
        var scored = ScoredRun.Create(SyntheticData.Whole, SyntheticData.Optima, result);
        List<int> steps = [];
        double best = double.PositiveInfinity;
        int bestEpochs = 0;
        for (int step = 0; step < result.Records.Count; step++)
        {
            EvaluationRecord record = result.Records[step];
            double loss = 1 - scored.Values[step].ValidationAccuracy;
            bool isBetter = record.Index >= 0 && rule switch
            {
                IncumbentRule.Full => record.Epochs == 108 && loss < best,
                IncumbentRule.Largest => record.Epochs > bestEpochs || (record.Epochs == bestEpochs && loss < best),
                _ => loss < best,
            };
            if (isBetter)
            {
                steps.Add(step + 1);
                (best, bestEpochs) = (loss, record.Epochs);
            }

            Assert.Equal(isBetter, record.IsImprovement);
        }

        Assert.Equal(steps, result.Incumbents.Select(incumbent => (int)incumbent.Step));
    }

    private sealed record Case(
        int Algorithm,
        int Profile,
        int Encoding,
        (int, int)[] Changes,
        BudgetUnit Unit,
        int Limit,
        int Workers,
        DedupRule Dedup,
        bool PaysRepeats,
        ulong Seed);
}
