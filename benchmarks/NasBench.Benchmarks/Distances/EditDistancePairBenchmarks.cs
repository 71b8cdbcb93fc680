using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Distances;

/// <summary>Edit distances of pairs: beside our scalar form, which tries the assignments on bits, and the straightforward way on matrices.</summary>
public class EditDistancePairBenchmarks
{
    private const int Count = 1 << 10;

    private readonly StraightforwardDistance _bruteForce = new();
    private readonly Cell[] _cells = new Cell[Count + 1];
    private readonly StraightforwardCell[] _expanded = new StraightforwardCell[Count + 1];

    [GlobalSetup]
    public void SetUp()
    {
        var random = new SplitMixRandom(5);
        for (int i = 0; i <= Count; i++)
        {
            _cells[i] = Nas101.CellAt(CellSampler.NextIndex(random));
            _expanded[i] = StraightforwardDistance.Expand(StraightforwardCell.Of(_cells[i]));
        }

        if (Edit() != BruteForce() || Edit() != ScalarBits())
        {
            throw new InvalidOperationException("the distances differ");
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int Edit()
    {
        int sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += NasBench.Distances.Edit(_cells[i], _cells[i + 1]);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int GraphEdit()
    {
        int sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += NasBench.Distances.GraphEdit(_cells[i], _cells[i + 1]);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Encoded()
    {
        int sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += NasBench.Distances.Encoded(_cells[i], _cells[i + 1]);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int ScalarBits()
    {
        int sum = 0;
        for (int i = 0; i < Count; i++)
        {
            AlignedCell.TryCreate(_cells[i], out AlignedCell a);
            AlignedCell.TryCreate(_cells[i + 1], out AlignedCell b);
            sum += new ScalarAssignments(a, dummiesAreFree: true).DistanceTo(b);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int BruteForce()
    {
        int sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum += _bruteForce.Edit(_expanded[i], _expanded[i + 1]);
        }

        return sum;
    }
}
