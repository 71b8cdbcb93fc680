using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>From 2^20 raw cells to their indices: pruning, validity, canonical form, perfect hash.</summary>
public class LocateComparison
{
    private readonly int[] _indices = new int[SharedInputs.Cells];
    private LookupFloor? _floor;
    private StraightforwardLocator? _dictionary;
    private StraightforwardLocator? _frozen;

    [GlobalSetup(Targets = [nameof(Ours), nameof(OursOneByOne)])]
    public void SetUp() => Nas101.Locate(SharedInputs.Inputs.Raw[0]);

    [GlobalSetup(Target = nameof(Dictionary))]
    public void SetUpDictionary() => _dictionary = new StraightforwardLocator(SharedInputs.Inputs.BuildIndex());

    [GlobalSetup(Target = nameof(FrozenDictionary))]
    public void SetUpFrozen() => _frozen = new StraightforwardLocator(SharedInputs.Inputs.BuildIndex().ToFrozenDictionary());

    [GlobalSetup(Target = nameof(Floor))]
    public void SetUpFloor() => _floor = new LookupFloor();

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.Cells)]
    public int Ours() => Nas101.Locate(SharedInputs.Inputs.Raw, _indices);

    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public int OursOneByOne()
    {
        int sum = 0;
        foreach (Cell cell in SharedInputs.Inputs.Raw)
        {
            sum ^= Nas101.Locate(cell);
        }

        return sum;
    }

    /// <summary>Prune, check, hash, look the hash up.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.PlainCells)]
    public int Dictionary() => _dictionary!.LocateAll(SharedInputs.Inputs.PlainRaw, _indices);

    [Benchmark(OperationsPerInvoke = SharedInputs.PlainCells)]
    public int FrozenDictionary() => _frozen!.LocateAll(SharedInputs.Inputs.PlainRaw, _indices);

    /// <summary>One random read of 4 MB and a dependent one of 2 MB.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.Cells), BenchmarkCategory(Roles.Floor)]
    public void Floor() => _floor!.Locate(SharedInputs.Inputs.Raw, _indices);
}
