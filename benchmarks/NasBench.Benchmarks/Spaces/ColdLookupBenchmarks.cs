using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Benchmarks.Spaces;

/// <summary>A batch of 4,096 look-ups whose tables have left the caches: once an iteration.</summary>
public class ColdLookupBenchmarks
{
    private const int Count = 1 << 12;

    private readonly int[] _indices = new int[Count];
    private readonly Metrics[] _metrics = new Metrics[Count];
    private readonly QueryStatus[] _statuses = new QueryStatus[Count];
    private Cell[] _cells = [];
    private ModuleHash[] _keys = [];
    private Dataset? _data;

    [GlobalSetup]
    public void SetUp()
    {
        _cells = SharedInputs.Inputs.Raw[..Count];
        _keys = SharedInputs.Inputs.Keys[..Count];
        _data = Dataset.Open(SharedInputs.FilePath);
        Space<Nas101>.PrepareHashes();
    }

    [GlobalCleanup]
    public void CleanUp() => _data?.Dispose();

    [IterationSetup]
    public void Evict() => CacheEviction.Run();

    [Benchmark(OperationsPerInvoke = Count)]
    public int Locate() => Nas101.Locate(_cells, _indices);

    [Benchmark(OperationsPerInvoke = Count)]
    public int HashToIndex() => Space<Nas101>.Find(_keys, _indices);

    [Benchmark(OperationsPerInvoke = Count)]
    public int Query() => _data!.Query(_cells, SharedInputs.Epochs, 0, EvaluationPoint.Final, _metrics, _statuses);
}
