using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;
using NasBench.Data;

namespace NasBench.Benchmarks.Records;

/// <summary>Made-up metrics, and the queries of a data set made of them.</summary>
public class SyntheticBenchmarks
{
    private const int Count = 1 << 14;

    private readonly Dataset _builtin = BuiltinDataset.Create();
    private readonly int[] _indices = new int[Count];

    [GlobalSetup]
    public void SetUp()
    {
        Nas101.Locate(SharedInputs.Inputs.Raw.AsSpan(0, Count), _indices);
        Space<Nas101>.PrepareHashes();
    }

    [GlobalCleanup]
    public void CleanUp() => _builtin.Dispose();

    [Benchmark(OperationsPerInvoke = Count)]
    public double Training()
    {
        double sum = 0;
        foreach (int index in _indices)
        {
            sum += SyntheticMetrics.GetRecordedRun(index, SharedInputs.Epochs, 0).Final.TestAccuracy;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public double QueryBuiltin()
    {
        double sum = 0;
        foreach (int index in _indices)
        {
            _builtin.TryGetRun(index, SharedInputs.Epochs, 0, out Run run);
            sum += run.Final.TestAccuracy;
        }

        return sum;
    }
}
