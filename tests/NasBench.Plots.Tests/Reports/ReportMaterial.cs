using NasBench.Analysis;
using NasBench.Data;
using NasBench.Search;

namespace NasBench.Plots.Tests;

/// <summary>A report on made-up values, with a search or without.</summary>
internal static class ReportMaterial
{
    private static readonly Dataset s_data = BuiltinDataset.Create();

    public static Landscape Landscape { get; } = Landscape.Read(s_data, [108]);

    /// <summary>Writes the folder of a search.</summary>
    public static void WriteSearch(string path, int runs, params string[] algorithms)
    {
        Optima optima = new(s_data);
        SearchPlan plan = new()
        {
            Algorithms = [.. algorithms.Select(name => PlannedAlgorithm.Create(name, SearchProfile.Paper))],
            Budget = SearchBudget.Seconds(100_000),
            Runs = runs,
        };
        var folder = ExperimentFolder.Open(path, plan, SearchedData.Create(s_data, optima, Provenance.Synthetic));
        new Experiment(s_data, plan).Run([.. plan.AllRuns], (id, run) => folder.Write(id, ScoredRun.Create(s_data, optima, run)), keepsRecords: true);
    }

    /// <summary>The page of a file with this name.</summary>
    public static string ToHtml(string name, ReportedSearch? search = null, params PartReport[] parts)
    {
        LandscapePart[] titles = [.. parts.Select((_, i) => new LandscapePart($"part{i}", $"Part {i}", (_, _, _) => parts[i]))];
        var file = new ReportedFile(name, "tfrecord", 1000, 3, Provenance.Synthetic);
        return System.Text.Encoding.UTF8.GetString(new Report(file, Landscape, titles, parts, search, [$"nasbench stats {name}"]).ToHtml());
    }
}
