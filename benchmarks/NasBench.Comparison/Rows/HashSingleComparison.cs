using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>Module hashes of cells of seven vertices, one call each.</summary>
public class HashSingleComparison
{
    private readonly UInt128[] _plainHashes = new UInt128[SharedInputs.PlainCells];
    private Cell[] _cells = [];
    private StraightforwardCell[] _plainCells = [];
    private long _plainBlocks;

    [GlobalSetup]
    public void SetUp()
    {
        _cells = SharedInputs.Inputs.Seven;
        _plainCells = SharedInputs.Inputs.PlainSeven;
        Space<Nas101>.PrepareHashes();
        _plainBlocks = HashFloor.CountBlocks(_cells.AsSpan(0, SharedInputs.PlainCells))[^1];
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.Cells)]
    public ulong Ours()
    {
        ulong sum = 0;
        foreach (Cell cell in _cells)
        {
            ModuleHasher.TryHash(cell, out ModuleHash hash);
            sum ^= hash.High;
        }

        return sum;
    }

    /// <summary>The hash looked up: locate, then a read from the table of all hashes.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public ulong OursLookedUp()
    {
        ulong sum = 0;
        foreach (Cell cell in _cells)
        {
            sum ^= Nas101.HashAt(Nas101.Locate(cell)).High;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = SharedInputs.PlainCells)]
    public int Straightforward() => StraightforwardHash.HashAll(_plainCells, _plainHashes);

    /// <summary>The compressions that wait for one another.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.PlainCells), BenchmarkCategory(Roles.Floor)]
    public void Floor() => HashFloor.CompressChains(SharedInputs.PlainCells, _plainBlocks);
}
