using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Hashing;

/// <summary>One cell at a time, by the number of its vertices.</summary>
public class HashSingleBenchmarks
{
    private const int Count = 1 << 12;

    private Cell[] _cells = [];

    [Params(3, 5, 7)]
    public int Vertices { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        Cell[] all = [.. SharedInputs.Inputs.Space.Where(cell => cell.Vertices == Vertices)];
        _cells = [.. Enumerable.Range(0, Count).Select(i => all[(int)((long)i * all.Length / Count)])];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public ulong Hash()
    {
        ulong sum = 0;
        foreach (Cell cell in _cells)
        {
            ModuleHasher.TryHash(cell, out ModuleHash hash);
            sum ^= hash.Low;
        }

        return sum;
    }
}
