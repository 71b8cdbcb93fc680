using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>Module hashes of 2^20 cells of seven vertices in random order.</summary>
public class HashBatchComparison : HashComparison
{
    [GlobalSetup]
    public override void SetUp() => base.SetUp();

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.Cells)]
    public int Ours() => HashAll();

    private protected override (Cell[] Cells, StraightforwardCell[] Plain) Draw() => (SharedInputs.Inputs.Seven, SharedInputs.Inputs.PlainSeven);
}
