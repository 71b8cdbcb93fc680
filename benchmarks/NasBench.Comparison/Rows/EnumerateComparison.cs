using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>All unique cells with their hashes and parameter counts, on one thread.</summary>
public class EnumerateComparison
{
    /// <summary>Labelled graphs that the straightforward way hashes at a time; it needs <see cref="BenchSuite.LabelledGraphs"/> for the whole space.</summary>
    private const int PlainGraphs = 1 << 14;

    private const int PlainCells = (int)(PlainGraphs * (long)SharedInputs.SpaceCells / BenchSuite.LabelledGraphs);

    private readonly Cell[] _cells = new Cell[SharedInputs.SpaceCells];
    private readonly long[] _parameters = new long[SharedInputs.SpaceCells];
    private readonly ModuleHash[] _hashes = new ModuleHash[SharedInputs.SpaceCells];

    [GlobalSetup]
    public void SetUp() => Ours();

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.SpaceCells)]
    public int Ours()
    {
        for (int index = 0; index < _cells.Length; index++)
        {
            _cells[index] = Nas101.CellAt(index);
            _parameters[index] = CellCosts.TrainableParametersAt(index);
        }

        return ModuleHasher.Hash(_cells, _hashes);
    }

    /// <summary>Every graph with every labelling, one of each hash; counted for each unique cell that these graphs amount to in the whole space.</summary>
    [Benchmark(OperationsPerInvoke = PlainCells)]
    public int Straightforward() => new StraightforwardEnumeration(Cell.MaxVertices).Continue(PlainGraphs);

    /// <summary>Hashing alone.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.SpaceCells), BenchmarkCategory(Roles.Floor)]
    public int Floor() => ModuleHasher.Hash(_cells, _hashes);
}
