using NasBench.Data;
using NasBench.Search;
using NasBench.TestUtilities;

[assembly: AssemblyFixture(typeof(NasBench.Plots.Tests.FigureData))]

namespace NasBench.Plots.Tests;

/// <summary>Small data sets of made-up values, and searches in them, made once for all tests.</summary>
public sealed class FigureData : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Dataset> _small;
    private readonly Lazy<Dataset> _tiny;
    private readonly Dictionary<string, string> _searches = new(StringComparer.Ordinal);

    /// <summary>Makes nothing before a test asks for it.</summary>
    public FigureData()
    {
        _small = new Lazy<Dataset>(() => Write("small.tfrecord", 5, 4, 12, 36, 108));
        _tiny = new Lazy<Dataset>(() => Write("tiny.tfrecord", 3, 108));
    }

    /// <summary>All cells of up to five vertices, with four numbers of epochs.</summary>
    public Dataset Small => _small.Value;

    /// <summary>All cells of up to three vertices, after 108 epochs alone.</summary>
    public Dataset Tiny => _tiny.Value;

    /// <summary>The folder of a search in the small data set.</summary>
    public string Search(ulong seed, int runs, params string[] algorithms) => Search(Small, SearchBudget.Evaluations(30), seed, runs, algorithms);

    /// <summary>The folder of a search.</summary>
    public string Search(Dataset data, SearchBudget budget, ulong seed, int runs, params string[] algorithms)
    {
        string name = $"{data.CellCount}-{budget.ToString().Replace('=', '-')}-{seed}-{runs}-{string.Join('-', algorithms)}";
        lock (_searches)
        {
            if (!_searches.TryGetValue(name, out string? path))
            {
                path = _folder[name];
                Run(data, budget, seed, runs, algorithms, path);
                _searches.Add(name, path);
            }

            return path;
        }
    }

    /// <summary>A request for a figure of the small data set.</summary>
    public FigureRequest Request(string figure, params string[] searches) => Request(Small, figure, searches);

    /// <summary>A request for a figure of a data set.</summary>
    public static FigureRequest Request(Dataset data, string figure, params string[] searches) => new()
    {
        Figure = figure,
        Data = data,
        Provenance = Provenance.Synthetic,
        Searches = searches,
        Dpi = 72,
    };

    /// <summary>The folders that a figure needs.</summary>
    public string[] SearchesFor(FigureDescription figure) => figure.Needs switch
    {
        FigureNeeds.Data => [],
        FigureNeeds.Search => [Search(1, 4, "random", "re", "ls")],
        _ => [Search(1, 4, "random", "re", "ls"), Search(2, 4, "random", "re", "ls"), Search(3, 4, "random", "re", "ls")],
    };

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private static void Run(Dataset data, SearchBudget budget, ulong seed, int runs, string[] algorithms, string path)
    {
        Optima optima = new(data);
        SearchPlan plan = new()
        {
            Algorithms = [.. algorithms.Select(name => PlannedAlgorithm.Create(name, SearchProfile.Paper, "raw"))],
            Budget = budget,
            Runs = runs,
            Seed = seed,
        };
        var searched = SearchedData.Create(data, optima, Provenance.Synthetic, DataFingerprint.Compute(data));
        var folder = ExperimentFolder.Open(path, plan, searched);
        new Experiment(data, plan).Run([.. plan.AllRuns], (id, run) => folder.Write(id, ScoredRun.Create(data, optima, run)), keepsRecords: true);
    }

    private Dataset Write(string name, int vertices, params int[] epochs)
    {
        SyntheticFileWriter.Write(_folder[name], new SyntheticFileOptions { MaxVertices = vertices, Epochs = epochs });
        return Dataset.Open(_folder[name]);
    }
}
