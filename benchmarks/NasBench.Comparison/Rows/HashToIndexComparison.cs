using System.Collections.Frozen;
using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>From 2^20 hashes to their indices.</summary>
public class HashToIndexComparison
{
    private readonly int[] _indices = new int[SharedInputs.Cells];
    private Dictionary<UInt128, int>? _dictionary;
    private FrozenDictionary<UInt128, int>? _frozen;

    [GlobalSetup(Target = nameof(Ours))]
    public void SetUp() => Space<Nas101>.PrepareHashes();

    [GlobalSetup(Target = nameof(Dictionary))]
    public void SetUpDictionary() => _dictionary = SharedInputs.Inputs.BuildIndex();

    [GlobalSetup(Target = nameof(FrozenDictionary))]
    public void SetUpFrozen() => _frozen = SharedInputs.Inputs.BuildIndex().ToFrozenDictionary();

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.Cells)]
    public int Ours() => Space<Nas101>.Find(SharedInputs.Inputs.Keys, _indices);

    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public int Dictionary() => StraightforwardLookup.FindAll(_dictionary!, SharedInputs.Inputs.PlainKeys, _indices);

    [Benchmark(OperationsPerInvoke = SharedInputs.Cells)]
    public int FrozenDictionary() => StraightforwardLookup.FindAll(_frozen!, SharedInputs.Inputs.PlainKeys, _indices);

    /// <summary>One random read of the hashes.</summary>
    [Benchmark(OperationsPerInvoke = SharedInputs.Cells), BenchmarkCategory(Roles.Floor)]
    public void Floor() => LookupFloor.Find(SharedInputs.Inputs.Hashes, SharedInputs.Inputs.Keys, _indices);
}
