using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests.Experiments;

/// <summary>The profile <c>notebook</c> against trajectories of the original's own code.</summary>
public sealed class NotebookReplayTests
{
    private const int Epochs = 108;

    private static readonly Dataset s_data = BuiltinDataset.CreateSynthetic();

    private static readonly JsonArray s_traces =
        JsonNode.Parse(File.ReadAllText(TestFiles.InRepository("tests", "NasBench.Search.Tests", "Vectors", "search_traces.json")))!.AsArray();

    public static TheoryData<int> Traces => [.. Enumerable.Range(0, s_traces.Count)];

    [Theory]
    [MemberData(nameof(Traces))]
    public void Run_TraceOfTheOriginal_SameToTheLastBit(int number)
    {
        JsonNode trace = s_traces[number]!;
        RunResult result = Experimented(trace).Run(new RunId(0, 0), keepsRecords: true);
        string[] lines = [.. result.Records.Select(Line)];

        Assert.Equal(trace["first"]!.AsArray().Select(row => string.Join(' ', row!.AsArray().Select(Written))), lines.Take(60));
        Assert.Equal(trace["evaluations"]!.GetValue<long>(), result.Evaluations);
        Assert.Equal(trace["distinct_hashes"]!.GetValue<int>(), result.Distinct);
        Assert.Equal(trace["spent_seconds"]!.GetValue<double>(), result.SpentSeconds);
        Assert.Equal(trace["best_validation"]!.GetValue<double>(), result.Incumbents[^1].ValidationAccuracy);
        Assert.Equal(trace["test_of_best"]!.GetValue<double>(), result.Incumbents[^1].TestAccuracy);
        byte[] text = Encoding.ASCII.GetBytes(string.Concat(lines.Select(line => line + "\n")));
        Assert.Equal(trace["sha256_of_lines"]!.GetValue<string>(), Convert.ToHexStringLower(SHA256.HashData(text)));
        Assert.Equal((0, RunStatus.Finished), (result.Invalid, result.Status));
    }

    [Fact]
    public void Run_SecondRun_HasTheNextSeed()
    {
        var budget = SearchBudget.Evaluations(100);
        var two = new Experiment(s_data, new SearchPlan { Algorithms = [Evolution([])], Budget = budget, Runs = 2, Seed = 7 });
        var one = new Experiment(s_data, new SearchPlan { Algorithms = [Evolution([])], Budget = budget, Seed = 8 });

        Assert.Equal(
            one.Run(new RunId(0, 0), keepsRecords: true).Records.Select(Line),
            two.Run(new RunId(0, 1), keepsRecords: true).Records.Select(Line));
    }

    [Theory]
    [InlineData("replacement", "yes")]
    [InlineData("ties", "first")]
    [InlineData("mutation", "one")]
    [InlineData("edge_changes", "0")]
    [InlineData("operation_changes", "2.5")]
    [InlineData("initial", "30")]
    [InlineData("mutation_rate", "2")]
    public void Run_SettingChanged_RunsDifferently(string setting, string value)
    {
        var budget = SearchBudget.Evaluations(400);
        var usual = new Experiment(s_data, new SearchPlan { Algorithms = [Evolution([])], Budget = budget });
        var changed = new Experiment(s_data, new SearchPlan { Algorithms = [Evolution([new(setting, value)])], Budget = budget });

        string[] expected = [.. usual.Run(new RunId(0, 0), keepsRecords: true).Records.Select(Line)];
        string[] actual = [.. changed.Run(new RunId(0, 0), keepsRecords: true).Records.Select(Line)];
        Assert.Equal(400, actual.Length);
        Assert.Equal(expected[..30], actual[..30]);
        Assert.NotEqual(expected, actual);
    }

    /// <summary>Where all 21 edges of the only member always flip, its one child has all the others, and is valid or not once and for all.</summary>
    [Fact]
    public void Run_NoChildIsEverValid_Exhausted()
    {
        PlannedAlgorithm flips = Evolution([new("mutation_rate", "7"), new("population_size", "1"), new("tournament_size", "1")]);
        var plan = new SearchPlan { Algorithms = [flips], Budget = SearchBudget.Evaluations(10), Runs = 20 };
        var experiment = new Experiment(s_data, plan);

        RunResult[] results = [.. Enumerable.Range(0, plan.Runs).Select(run => experiment.Run(new RunId(0, run)))];
        Assert.Contains(results, result => result.Status == RunStatus.Finished);
        Assert.Contains(results, result => result.Status == RunStatus.Exhausted);
        Assert.All(results, result => Assert.Equal(result.Status == RunStatus.Finished ? 10 : 1, result.Evaluations));
    }

    [Fact]
    public void Experiment_TournamentLargerThanItsPopulation_Refused()
    {
        var plan = new SearchPlan { Algorithms = [Evolution([new("population_size", "5")])], Budget = SearchBudget.Evaluations(1) };

        Assert.Throws<SearchException>(() => new Experiment(s_data, plan));
    }

    [Fact]
    public void Experiment_SeedThatNumpyRefuses_Refused()
    {
        var plan = new SearchPlan { Algorithms = [Evolution([])], Budget = SearchBudget.Evaluations(1), Runs = 2, Seed = uint.MaxValue };

        Assert.Throws<SearchException>(() => new Experiment(s_data, plan));
        Assert.Equal(1, new Experiment(s_data, plan with { Runs = 1 }).Run(new RunId(0, 0)).Evaluations);
    }

    private static PlannedAlgorithm Evolution(KeyValuePair<string, string>[] changes) => PlannedAlgorithm.Create("re", SearchProfile.Notebook, null, changes);

    private static Experiment Experimented(JsonNode trace)
    {
        string name = trace["algorithm"]!.GetValue<string>() == "random" ? "random" : "re";
        IEnumerable<KeyValuePair<string, string>> changes =
            from setting in (string[])["population_size", "tournament_size", "mutation_rate"]
            where trace[setting] is not null
            select new KeyValuePair<string, string>(setting, trace[setting]!.ToJsonString());
        return new Experiment(s_data, new SearchPlan
        {
            Algorithms = [PlannedAlgorithm.Create(name, SearchProfile.Notebook, null, changes)],
            Budget = SearchBudget.Seconds(trace["budget_seconds"]!.GetValue<double>()),
            Seed = trace["seed"]!.GetValue<ulong>(),
        });
    }

    private static string Line(EvaluationRecord record)
    {
        Assert.Equal(QueryStatus.Found, s_data.TryGetRun(record.Index, Epochs, record.Repeat, out Run run));
        Metrics metrics = run.At(EvaluationPoint.Final);
        double[] numbers = [metrics.ValidationAccuracy, metrics.TestAccuracy, record.Seconds];
        return $"{s_data.GetHash(record.Index)} {string.Join(' ', numbers.Select(PythonRepr.Of))}";
    }

    private static string Written(JsonNode? value)
        => value!.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : PythonRepr.Of(value.GetValue<double>());
}
