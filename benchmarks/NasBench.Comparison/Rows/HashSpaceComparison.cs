using BenchmarkDotNet.Attributes;
using NasBench.Bench;
using NasBench.BenchmarkUtilities;

namespace NasBench.Comparison;

/// <summary>Module hashes of the whole space in its own order.</summary>
public class HashSpaceComparison : HashComparison
{
    [GlobalSetup]
    public override void SetUp() => base.SetUp();

    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.SpaceCells)]
    public int Ours() => HashAll();

    private protected override (Cell[] Cells, StraightforwardCell[] Plain) Draw() => (SharedInputs.Inputs.Space, SharedInputs.Inputs.PlainSpace);
}
