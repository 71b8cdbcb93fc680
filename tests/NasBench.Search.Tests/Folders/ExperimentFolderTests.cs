using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

public sealed class ExperimentFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static SearchPlan Plan { get; } = new()
    {
        Algorithms = [PlannedAlgorithm.Create("random", SearchProfile.Paper), PlannedAlgorithm.Create("re", SearchProfile.Paper)],
        Budget = SearchBudget.Seconds(30_000),
        Runs = 5,
        Seed = 3,
    };

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_WrittenRun_IsTheSame()
    {
        SearchPlan[] plans =
        [
            Plan,
            Plan with { Workers = 4 },
            WithMeans(),
            WithOtherCosts(),
            Plan with { IncumbentBy = IncumbentValue.Mean },
            Plan with { Objectives = SearchObjectives.AccuracyTime },
        ];
        foreach (SearchPlan plan in plans)
        {
            ExperimentFolder folder = ExperimentFolder.Open(_folder[Guid.NewGuid().ToString()], plan, Data);
            RunId id = new(1, 2);
            ScoredRun run = Run(plan, id);
            folder.Write(id, run);

            ScoredRun read = folder.Read(id);

            Assert.True(folder.Has(id));
            Assert.False(folder.Has(new RunId(0, 2)));
            Assert.Equal(run.Result.Records, read.Result.Records);
            Assert.Equal(run.Result.Incumbents, read.Result.Incumbents);
            Assert.Equal(run.Scores, read.Scores);
            Assert.Equal(run.Values, read.Values);
            Assert.Equal(plan.Objectives != SearchObjectives.Accuracy, read.Front.Count > 0);
            Assert.Equal(run.Front, read.Front);
            Assert.Equal(run.Result.Front, read.Result.Front);
            Assert.Equal(run.Result with { Records = [], Incumbents = [], Front = [] }, read.Result with { Records = [], Incumbents = [], Front = [] });
        }
    }

    [Fact]
    public void Read_AnyByteChanged_IsRefused()
    {
        ExperimentFolder folder = ExperimentFolder.Open(_folder["one"], Plan, Data);
        RunId id = new(0, 0);
        folder.Write(id, Run(Plan, id));
        string file = Directory.GetFiles(_folder["one", "runs"]).Single();
        byte[] bytes = File.ReadAllBytes(file);
        for (int position = 0; position < bytes.Length; position += position < 200 ? 1 : 97)
        {
            byte[] damaged = [.. bytes];
            damaged[position] ^= 0x10;
            File.WriteAllBytes(file, damaged);
            Assert.Throws<DataFormatException>(() => folder.Read(id));
        }

        foreach (int length in (int[])[0, 1, 50, bytes.Length - 1])
        {
            File.WriteAllBytes(file, bytes[..length]);
            Assert.Throws<DataFormatException>(() => folder.Read(id));
        }
    }

    [Fact]
    public void Open_OtherSettings_AreRefused()
    {
        ExperimentFolder.Open(_folder["one"], Plan, Data);

        ExperimentFolder.Open(_folder["one"], Plan, Data);
        SearchException failure = Assert.Throws<SearchException>(() => ExperimentFolder.Open(_folder["one"], Plan with { Seed = 4 }, Data));
        Assert.Contains("\"seed\": 3 there, \"seed\": 4 here", failure.Message, StringComparison.Ordinal);
        Assert.Throws<SearchException>(() => ExperimentFolder.Open(_folder["one"], Plan, Data with { Fingerprint = "other" }));
        Assert.Throws<SearchException>(() => ExperimentFolder.Open(_folder.FullPath));
    }

    [Fact]
    public void Settings_ReadBack_AreTheSameBytes()
    {
        SearchPlan plan = Plan with
        {
            Algorithms =
            [
                PlannedAlgorithm.Create("re", SearchProfile.Naslib, "a", [new("population_size", "7"), new("mutation_rate", "0.1")]),
                PlannedAlgorithm.Create("random", SearchProfile.Nats),
            ],
            Budget = SearchBudget.Seconds(1234.5),
            Dedup = DedupRule.Raw,
            PaysRepeats = true,
            IncumbentBy = IncumbentValue.Mean,
            PaysFinal = true,
            CountsInvalid = true,
            CreditsResumed = true,
            Objectives = SearchObjectives.AccuracyParameters,
            HasCommonStart = true,
            Regret = RegretKind.ValidMean,
        };
        byte[] written = SettingsJson.Write(plan, Data with { Scale = new ObjectiveScale(new ObjectivePair(0.5, 1e7), 123.25) });

        (SearchPlan read, SearchedData data) = SettingsJson.Read(written, "settings.json");

        Assert.Equal(written, SettingsJson.Write(read, data));
        Assert.Throws<SearchException>(() => SettingsJson.Read("{}"u8.ToArray(), "settings.json"));
        Assert.Throws<SearchException>(() => SettingsJson.Read("nothing"u8.ToArray(), "settings.json"));
    }

    [Fact]
    public void Shards_Together_AreTheWhole()
    {
        RunId[] all = [.. Plan.AllRuns];
        foreach (int count in (int[])[1, 2, 3, 7, 20])
        {
            IEnumerable<RunId> parts = Enumerable.Range(1, count).SelectMany(number => new Shard(number, count).Select(all));
            Assert.Equal(all, parts.OrderBy(id => id.Algorithm).ThenBy(id => id.Run));
        }

        Assert.True(Shard.TryParse("2/3", out Shard shard));
        Assert.Equal(new Shard(2, 3), shard);
        Assert.All((string[])["", "1", "0/3", "4/3", "a/b", "-1/3", "1/"], text => Assert.False(Shard.TryParse(text, out _)));
    }

    private static SearchedData Data { get; } = SearchedData.Create(SyntheticData.Whole, SyntheticData.Optima, Provenance.Synthetic, "synthetic");

    private static SearchPlan WithMeans() => Plan with
    {
        Algorithms =
        [
            PlannedAlgorithm.Create("random", SearchProfile.Paper, changes: [new("reward", "mean")]),
            PlannedAlgorithm.Create("re", SearchProfile.Paper, changes: [new("reward", "mean")]),
        ],
    };

    private static SearchPlan WithOtherCosts() => Plan with
    {
        Algorithms = [PlannedAlgorithm.Create("random", SearchProfile.Paper), PlannedAlgorithm.Create("hyperband", SearchProfile.Paper)],
        CreditsResumed = true,
        PaysFinal = true,
    };

    private static ScoredRun Run(SearchPlan plan, RunId id)
        => ScoredRun.Create(
            SyntheticData.Whole,
            SyntheticData.Optima,
            new Experiment(SyntheticData.Whole, plan).Run(id, keepsRecords: true),
            plan.Objectives == SearchObjectives.Accuracy ? null : new ObjectiveTable(SyntheticData.Whole, SyntheticData.Optima, plan.Objectives));
}
