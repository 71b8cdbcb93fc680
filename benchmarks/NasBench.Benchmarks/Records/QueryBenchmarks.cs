using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Benchmarks.Records;

/// <summary>Queries of a loaded data set by raw cell and by index.</summary>
public class QueryBenchmarks
{
    private readonly Metrics[] _metrics = new Metrics[SharedInputs.Cells];
    private readonly QueryStatus[] _statuses = new QueryStatus[SharedInputs.Cells];
    private readonly int[] _indices = new int[SharedInputs.Cells];
    private Dataset? _data;
    private QuerySession? _session;

    [GlobalSetup]
    public void SetUp()
    {
        _data = Dataset.Open(SharedInputs.FilePath);
        _session = new QuerySession(_data, 1);
        Nas101.Locate(SharedInputs.Inputs.Raw, _indices);
    }

    [GlobalCleanup]
    public void CleanUp() => _data?.Dispose();

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.Cells)]
    public int BatchOfCells() => _data!.Query(SharedInputs.Inputs.Raw, SharedInputs.Epochs, 0, EvaluationPoint.Final, _metrics, _statuses);

    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public int BatchOfIndices() => _data!.Query(_indices, SharedInputs.Epochs, 0, EvaluationPoint.Final, _metrics, _statuses);

    /// <summary>As the original: a repeat is drawn, the budget is spent.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public double Session()
    {
        double sum = 0;
        foreach (int index in _indices)
        {
            _session!.TryQuery(index, SharedInputs.Epochs, EvaluationPoint.Final, out Metrics metrics, out _);
            sum += metrics.ValidationAccuracy;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public double Mean()
    {
        double sum = 0;
        foreach (int index in _indices)
        {
            _data!.TryGetMean(index, SharedInputs.Epochs, out Run mean);
            sum += mean.Final.ValidationAccuracy;
        }

        return sum;
    }
}
