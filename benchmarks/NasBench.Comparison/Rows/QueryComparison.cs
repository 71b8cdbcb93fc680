using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Comparison;

/// <summary>From 2^20 raw cells to one repeat's metrics of a data set of the whole space.</summary>
public class QueryComparison
{
    private readonly Metrics[] _metrics = new Metrics[SharedInputs.Cells];
    private readonly QueryStatus[] _statuses = new QueryStatus[SharedInputs.Cells];
    private readonly StraightforwardMetrics?[] _found = new StraightforwardMetrics?[SharedInputs.PlainCells];
    private readonly int[] _results = new int[SharedInputs.Cells];
    private Dataset? _data;
    private StraightforwardTable? _table;
    private LookupFloor? _floor;

    [GlobalSetup(Targets = [nameof(Ours), nameof(OursOneByOne)])]
    public void SetUp() => _data = Dataset.Open(SharedInputs.FilePath);

    [GlobalSetup(Target = nameof(Straightforward))]
    public void SetUpStraightforward()
    {
        using Dataset data = Dataset.Open(SharedInputs.FilePath);
        _table = StraightforwardTable.Of(data, SharedInputs.Epochs);
    }

    [GlobalSetup(Target = nameof(Floor))]
    public void SetUpFloor() => _floor = new LookupFloor();

    [GlobalCleanup]
    public void CleanUp() => _data?.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.Cells)]
    public void Ours() => _data!.Query(SharedInputs.Inputs.Raw, SharedInputs.Epochs, 0, EvaluationPoint.Final, _metrics, _statuses);

    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public double OursOneByOne()
    {
        double sum = 0;
        foreach (Cell cell in SharedInputs.Inputs.Raw)
        {
            _data!.TryGetRun(cell, SharedInputs.Epochs, 0, out Run run);
            sum += run.Final.ValidationAccuracy;
        }

        return sum;
    }

    /// <summary>Prune, check, hash, look up the entry, its runs and the run; an object for the answer.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.PlainCells)]
    public int Straightforward() => _table!.QueryAll(SharedInputs.Inputs.PlainRaw, SharedInputs.Epochs, 0, _found);

    /// <summary>The reads of locating, and one of a column of 25 MB.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.Cells), BenchmarkCategory(Roles.Floor)]
    public void Floor() => _floor!.Query(SharedInputs.Inputs.Raw, _results);
}
