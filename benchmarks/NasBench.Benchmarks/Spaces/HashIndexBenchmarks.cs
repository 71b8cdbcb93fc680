using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Spaces;

/// <summary>From hashes to indices and back, warm.</summary>
public class HashIndexBenchmarks
{
    private readonly int[] _indices = new int[SharedInputs.Cells];
    private ModuleHash[] _keys = [];

    [GlobalSetup]
    public void SetUp()
    {
        _keys = SharedInputs.Inputs.Keys;
        Space<Nas101>.Find(_keys, _indices);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.Cells)]
    public int FindBatch() => Space<Nas101>.Find(_keys, _indices);

    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public int FindOneByOne()
    {
        int sum = 0;
        foreach (ModuleHash key in _keys)
        {
            Nas101.TryFind(key, out int index);
            sum ^= index;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public ulong HashAt()
    {
        ulong sum = 0;
        foreach (int index in _indices)
        {
            sum ^= Nas101.HashAt(index).High;
        }

        return sum;
    }
}
