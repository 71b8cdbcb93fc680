using System.Globalization;
using System.Text.Json;
using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

[Trait("Category", "Once")]
public sealed class ResultExportsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static SearchedData Data { get; } = SearchedData.Create(SyntheticData.Whole, SyntheticData.Optima, Provenance.Synthetic, "synthetic");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void NasBenchmarks_Runs_AreWhatItsOwnCodeReckons()
    {
        (ExperimentFolder folder, RunId[] ids) = Search(SearchBudget.Epochs(3240), DedupRule.Off, "random", "re", "re", "hyperband");

        ResultExports.Write("nas-benchmarks", folder, ids);

        string[] places = ["random_search", "regularized_evolution", "regularized_evolution-2", "hyperband"];
        Assert.Equal(
            places.SelectMany(place => Enumerable.Range(0, 2).Select(run => _folder["out", "nas_benchmarks", place, $"run_{run}.json"])).Order(),
            Directory.GetFiles(_folder["out", "nas_benchmarks"], "*", SearchOption.AllDirectories).Order());
        foreach (RunId id in ids)
        {
            string text = File.ReadAllText(_folder["out", "nas_benchmarks", places[id.Algorithm], $"run_{id.Run}.json"]);
            Assert.Equal(Expect(folder.Read(id)), text);
        }
    }

    [Fact]
    public void Kurobako_Runs_AreStudiesInItsOrder()
    {
        (ExperimentFolder folder, RunId[] ids) = Search(SearchBudget.Epochs(3240), DedupRule.Off, "random", "re", "hyperband");

        ResultExports.Write("kurobako", folder, ids);

        JsonElement[] studies = [.. File.ReadLines(_folder["out", "kurobako.jsonl"]).Select(line => JsonElement.Parse(line))];
        Assert.Equal(ids.Length, studies.Length);
        Assert.Single(studies.Select(study => study.GetProperty("budget").GetInt64()).Distinct());
        foreach ((JsonElement study, RunId id) in studies.Zip(ids))
        {
            Assert.Equal(
                ["start_time", "end_time", "seed", "budget", "concurrency", "scheduling", "solver", "problem", "trials"],
                study.EnumerateObject().Select(member => member.Name));
            Assert.Equal(5ul + (ulong)id.Run, study.GetProperty("seed").GetUInt64());
            Assert.Equal("NASBench (A)", study.GetProperty("problem").GetProperty("spec").GetProperty("name").GetString());
            Assert.Equal("synthetic", study.GetProperty("problem").GetProperty("spec").GetProperty("attrs").GetProperty("provenance").GetString());
            AssertTrials(study, folder.Read(id));
        }
    }

    [Fact]
    public void Kurobako_WrittenAgain_IsTheSame()
    {
        (ExperimentFolder folder, RunId[] ids) = Search(SearchBudget.Seconds(30_000), DedupRule.Class, "re");
        ResultExports.Write("kurobako", folder, ids);
        byte[] first = File.ReadAllBytes(_folder["out", "kurobako.jsonl"]);

        ResultExports.Write("kurobako", folder, ids);

        Assert.Equal(first, File.ReadAllBytes(_folder["out", "kurobako.jsonl"]));
        Assert.StartsWith("re-dedup", JsonElement.Parse(File.ReadLines(_folder["out", "kurobako.jsonl"]).First())
            .GetProperty("solver").GetProperty("spec").GetProperty("name").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Kurobako_SolverRecipe_NamesTheSettingsThatDiffer()
    {
        (ExperimentFolder folder, RunId[] ids) = Search(
            SearchBudget.Evaluations(5), DedupRule.Off, PlannedAlgorithm.Create("re", SearchProfile.Scripts, "b", [new("population_size", "7")]));

        ResultExports.Write("kurobako", folder, ids);

        JsonElement study = JsonElement.Parse(File.ReadLines(_folder["out", "kurobako.jsonl"]).First());
        Assert.Equal(
            ["kurobako-solver", "--algorithm", "re", "--profile", "scripts", "--encoding", "b", "--set", "population_size=7"],
            study.GetProperty("solver").GetProperty("recipe").GetProperty("command").GetProperty("args").EnumerateArray().Select(word => word.GetString()));
        Assert.Equal("B", study.GetProperty("problem").GetProperty("recipe").GetProperty("nasbench").GetProperty("encoding").GetString());
    }

    [Fact]
    public void Write_UnknownName_IsRefused()
    {
        (ExperimentFolder folder, RunId[] ids) = Search(SearchBudget.Evaluations(2), DedupRule.Off, "random");

        Assert.Throws<ArgumentException>(() => ResultExports.Write("naszilla", folder, ids));
    }

    /// <summary>A line for each evaluation of the run, by the data alone.</summary>
    private static void AssertTrials(JsonElement study, ScoredRun run)
    {
        long step = 0;
        EvaluationRecord[] records = [.. run.Result.Records.Where(record => record.Index >= 0)];
        JsonElement[] trials = [.. study.GetProperty("trials").EnumerateArray()];
        Assert.Equal(records.Length, trials.Length);
        foreach ((JsonElement trial, EvaluationRecord record) in trials.Zip(records))
        {
            JsonElement evaluation = trial.GetProperty("evaluations").EnumerateArray().Single();
            Metrics metrics = SyntheticData.Whole.GetRun(Nas101.HashAt(record.Index), record.Epochs, record.Repeat).Final;
            KurobakoEncoding.A.Decode([.. trial.GetProperty("params").EnumerateArray().Select(number => number.GetDouble())], out int index);
            Assert.Equal(record.Index, index);
            Assert.Equal(["thread_id", "params", "evaluations"], trial.EnumerateObject().Select(member => member.Name));
            Assert.Equal(
                ["values", "start_step", "end_step", "ask_elapsed", "tell_elapsed", "evaluate_elapsed"],
                evaluation.EnumerateObject().Select(member => member.Name));
            Assert.Equal(1 - metrics.ValidationAccuracy, evaluation.GetProperty("values")[0].GetDouble());
            Assert.Equal(metrics.TrainingTime, evaluation.GetProperty("evaluate_elapsed").GetDouble());
            Assert.Equal(step, evaluation.GetProperty("start_step").GetInt64());
            step += record.Epochs;
            Assert.Equal(step, evaluation.GetProperty("end_step").GetInt64());
        }

        Assert.InRange(step, 1, study.GetProperty("budget").GetInt64() * 108);
    }

    /// <summary>nas_benchmarks' <c>get_results</c>, line by line, and Python's text.</summary>
    private static string Expect(ScoredRun run)
    {
        double bestValidation = double.PositiveInfinity;
        double bestTest = double.PositiveInfinity;
        foreach (int index in Enumerable.Range(0, Nas101.CellCount))
        {
            SyntheticData.Whole.TryGetMean(index, 108, out Run mean);
            bestValidation = Math.Min(bestValidation, 1 - mean.Final.ValidationAccuracy);
            bestTest = Math.Min(bestTest, 1 - mean.Final.TestAccuracy);
        }

        (double validation, double test, double time) = (double.PositiveInfinity, double.PositiveInfinity, 0);
        List<double>[] lists = [[], [], []];
        foreach (EvaluationRecord record in run.Result.Records.Where(record => record.Index >= 0))
        {
            Metrics seen = SyntheticData.Whole.GetRun(Nas101.HashAt(record.Index), record.Epochs, record.Repeat).Final;
            if (validation > 1 - seen.ValidationAccuracy)
            {
                SyntheticData.Whole.TryGetMean(record.Index, 108, out Run mean);
                (validation, test) = (1 - seen.ValidationAccuracy, 1 - mean.Final.TestAccuracy);
            }

            time += seen.TrainingTime;
            lists[0].Add(validation - bestValidation);
            lists[1].Add(test - bestTest);
            lists[2].Add(time);
        }

        string[] texts = [.. lists.Select(list => string.Join(", ", list.Select(PythonRepr.Of)))];
        return string.Create(
            CultureInfo.InvariantCulture, $"{{\"regret_validation\": [{texts[0]}], \"regret_test\": [{texts[1]}], \"runtime\": [{texts[2]}]}}");
    }

    private (ExperimentFolder Folder, RunId[] Ids) Search(SearchBudget budget, DedupRule dedup, params string[] algorithms)
        => Search(budget, dedup, [.. algorithms.Select(name => PlannedAlgorithm.Create(name, SearchProfile.Paper))]);

    private (ExperimentFolder Folder, RunId[] Ids) Search(SearchBudget budget, DedupRule dedup, params PlannedAlgorithm[] algorithms)
    {
        var plan = new SearchPlan { Algorithms = algorithms, Budget = budget, Runs = 2, Seed = 5, Dedup = dedup };
        ExperimentFolder folder = ExperimentFolder.Open(_folder["out"], plan, Data);
        var experiment = new Experiment(SyntheticData.Whole, plan);
        RunId[] ids = [.. plan.AllRuns];
        experiment.Run(ids, (id, run) => folder.Write(id, ScoredRun.Create(SyntheticData.Whole, SyntheticData.Optima, run)), keepsRecords: true);
        return (folder, ids);
    }
}
