using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Hashing;

/// <summary>Batches of cells in random order and of neighbours in the order of the space, from one that fills no lanes to one that fills all.</summary>
public class HashBatchBenchmarks
{
    /// <summary>Cells an operation is divided by; every size divides it.</summary>
    private const int Total = 1 << 16;

    private readonly ModuleHash[] _hashes = new ModuleHash[Total];
    private Cell[] _random = [];
    private Cell[] _space = [];

    /// <summary>Cells in a batch.</summary>
    [Params(1, 16, 256, 4_096, Total)]
    public int BatchSize { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _random = SharedInputs.Inputs.Seven[..Total];
        _space = SharedInputs.Inputs.Space[^Total..];
    }

    [Benchmark(OperationsPerInvoke = Total)]
    public int Random() => HashInBatches(_random);

    [Benchmark(OperationsPerInvoke = Total)]
    public int SpaceOrder() => HashInBatches(_space);

    private int HashInBatches(ReadOnlySpan<Cell> cells)
    {
        int hashed = 0;
        for (int first = 0; first < cells.Length; first += BatchSize)
        {
            hashed += ModuleHasher.Hash(cells.Slice(first, BatchSize), _hashes);
        }

        return hashed;
    }
}
