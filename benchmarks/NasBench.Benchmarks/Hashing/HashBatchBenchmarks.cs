using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Hashing;

/// <summary>Batches of cells in random order and of neighbours in the order of the space, from one that fills no lanes to one that fills all.</summary>
/// <remarks>
/// What was measured on a shared Zen 5 EPYC, JIT, AVX-512, in processor time and as multiples of the floor (330 to 355 ns a cell), smallest of eight; each
/// row holds what the rows above it brought:
/// <code>
///                                                            whole space   random, 2^19   random, 4,096
/// lanes of one topology, a method for each round of MD5          1.82          1.81           16.7
/// all rounds of four vectors in one method                       1.61          1.60
/// lanes of one degree order, neighbours selected by lane         1.56          1.63            3.1
/// hexadecimal digits by MultiShift and a permutation             1.48          1.52            3.1
/// </code>
/// What sorting leaves of the lanes, counted over the whole space as vectors computed to vectors needed: by topology 1.12 (2,494 topologies); four vectors
/// of different topologies with degrees in the order of the vertices 1.10 (980 of them), with sorted degrees 1.09 (364); lanes of different topologies,
/// degrees in the order of the vertices 1.07, sorted 1.02, which is what is done. Of 4,096 random cells, 49 % of the lanes are then full; 16 % with
/// topologies apart by vectors, 5 % by quads.
/// </remarks>
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
