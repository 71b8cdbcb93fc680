using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Distances;

/// <summary>
/// The distances of one cell to the whole space; a target is an operation. The floor does what the naive vector form cannot do without: for each target,
/// 15 vectors of eight assignments are loaded and compared by exclusive or, their bits are counted and added, and the minimum is taken.
/// </summary>
public class EditDistanceManyBenchmarks
{
    private const int Total = SharedInputs.SpaceCells;

    /// <summary>Targets of the slow ways.</summary>
    private const int PlainTotal = 1 << 12;

    private readonly StraightforwardDistance _bruteForce = new();
    private readonly byte[] _distances = new byte[Total];
    private readonly Cell[] _cells = new Cell[Total];
    private readonly int[] _nearest = new int[100];
    private readonly byte[] _nearestDistances = new byte[100];
    private readonly StraightforwardCell[] _expanded = new StraightforwardCell[PlainTotal];
    private readonly AssignmentFloor _floor = new();
    private Cell _source;

    [GlobalSetup]
    public void SetUp()
    {
        var random = new SplitMixRandom(6);
        _source = Nas101.CellAt(359_715);
        for (int i = 0; i < Total; i++)
        {
            _cells[i] = Nas101.CellAt(CellSampler.NextIndex(random));
        }

        for (int i = 0; i < PlainTotal; i++)
        {
            _expanded[i] = StraightforwardDistance.Expand(StraightforwardCell.Of(_cells[i]));
        }
    }

    /// <summary>Every cell of the space in its order.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Total)]
    public byte ToAll()
    {
        SpaceDistances.ToAll(_source, _distances);
        return _distances[^1];
    }

    [Benchmark(OperationsPerInvoke = Total)]
    public byte ToAllByGraphEdit()
    {
        SpaceDistances.ToAll(_source, _distances, DistanceKind.GraphEdit);
        return _distances[^1];
    }

    [Benchmark(OperationsPerInvoke = Total)]
    public byte ToAllEncoded()
    {
        SpaceDistances.ToAll(_source, _distances, DistanceKind.Encoded);
        return _distances[^1];
    }

    /// <summary>Any cells in any order.</summary>
    [Benchmark(OperationsPerInvoke = Total)]
    public byte ToMany()
    {
        NasBench.Distances.ToMany(_source, _cells, _distances);
        return _distances[^1];
    }

    [Benchmark(OperationsPerInvoke = Total)]
    public int Nearest100() => SpaceDistances.Nearest(_source, _nearest, _nearestDistances);

    [Benchmark(OperationsPerInvoke = Total)]
    [BenchmarkCategory(Roles.Floor)]
    public long VectorSteps() => _floor.Run(_cells);

    [Benchmark(OperationsPerInvoke = PlainTotal)]
    public int BruteForce()
    {
        int sum = 0;
        foreach (StraightforwardCell target in _expanded)
        {
            sum += _bruteForce.Edit(_expanded[0], target);
        }

        return sum;
    }
}
