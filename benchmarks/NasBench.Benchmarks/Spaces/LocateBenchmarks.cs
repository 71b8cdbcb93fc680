using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Spaces;

/// <summary>From raw cells to indices with warm tables: by size of the batch, and one by one.</summary>
public class LocateBenchmarks
{
    private const int Total = SharedInputs.Cells;

    private readonly int[] _indices = new int[Total];
    private Cell[] _cells = [];

    /// <summary>Cells in a batch.</summary>
    [Params(16, 1_024, Total)]
    public int BatchSize { get; set; }

    [GlobalSetup]
    public void SetUp() => _cells = SharedInputs.Inputs.Raw;

    [Benchmark(Baseline = true, OperationsPerInvoke = Total)]
    public int Batches()
    {
        int found = 0;
        for (int first = 0; first < _cells.Length; first += BatchSize)
        {
            found += Nas101.Locate(_cells.AsSpan(first, BatchSize), _indices);
        }

        return found;
    }

    /// <summary>Each call waits for the one before: the latency of a look-up.</summary>
    [Benchmark(OperationsPerInvoke = Total)]
    public int Dependent()
    {
        int position = 0;
        foreach (Cell _ in _cells)
        {
            position = (position + 1 + (Nas101.Locate(_cells[position]) & 1)) & (Total - 1);
        }

        return position;
    }
}
