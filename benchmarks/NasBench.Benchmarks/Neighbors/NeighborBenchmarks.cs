using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Neighbors;

/// <summary>The neighbours of a cell. The floor is to locate its 31 changes, which are there already, one after the other in one batch.</summary>
public class NeighborBenchmarks
{
    private const int Count = 1 << 12;

    private const int Edits = 31;

    private readonly int[] _indices = new int[Count * Edits];
    private readonly Cell[] _edits = new Cell[Count * Edits];
    private readonly int[] _neighbors = new int[NasBench.Neighbors.MaxCount];
    private readonly Cell[] _cells = new Cell[Count];

    [GlobalSetup]
    public void SetUp()
    {
        for (int i = 0; i < Count; i++)
        {
            _cells[i] = Nas101.CellAt((int)((long)i * SharedInputs.SpaceCells / Count));
            for (int edit = 0; edit < Edits; edit++)
            {
                _edits[(i * Edits) + edit] = NasBench.Neighbors.GetEdit(_cells[i], edit);
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public int DistinctIndices()
    {
        int count = 0;
        foreach (Cell cell in _cells)
        {
            count += NasBench.Neighbors.WriteDistinctIndices(cell, _neighbors);
        }

        return count;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Enumerate()
    {
        int count = 0;
        foreach (Cell cell in _cells)
        {
            NeighborSequence<Nas101>.Enumerator sequence = NasBench.Neighbors.Of(cell).GetEnumerator();
            while (sequence.MoveNext())
            {
                count += sequence.Index;
            }
        }

        return count;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    [BenchmarkCategory(Roles.Floor)]
    public int LocateChanges() => Nas101.Locate(_edits, _indices);

    /// <summary>All neighbours of the whole space; a cell is an operation.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.SpaceCells)]
    public NeighborGraph WholeGraph() => NeighborGraph.Build();
}
