using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Sampling;

/// <summary>Random cells and random changes. The floor is one draw of 64 bits.</summary>
public class SamplingBenchmarks
{
    private const int Count = 1 << 12;

    private SplitMixRandom _random = new(9);
    private Cell _parent;
    private Cell _other;

    [GlobalSetup]
    public void SetUp()
    {
        _parent = Nas101.CellAt(359_715);
        _other = Nas101.CellAt(300_000);
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public ulong Raw()
    {
        ulong sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum ^= CellSampler.NextRaw(_random).Bits;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Index()
    {
        int sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum ^= CellSampler.NextIndex(_random);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public ulong MutatePaper() => Mutate(MutationKind.Paper);

    [Benchmark(OperationsPerInvoke = Count)]
    public ulong MutateNotebook() => Mutate(MutationKind.Notebook);

    [Benchmark(OperationsPerInvoke = Count)]
    public ulong Cross()
    {
        ulong sum = 0;
        for (int i = 0; i < Count; i++)
        {
            CellMutator.TryCross(_parent, _other, _random, out Cell child);
            sum ^= child.Bits;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    [BenchmarkCategory(Roles.Floor)]
    public ulong Bits()
    {
        ulong sum = 0;
        for (int i = 0; i < Count; i++)
        {
            sum ^= _random.NextBits();
        }

        return sum;
    }

    private ulong Mutate(MutationKind kind)
    {
        ulong sum = 0;
        for (int i = 0; i < Count; i++)
        {
            CellMutator.TryMutate(_parent, kind, _random, out Cell child);
            sum ^= child.Bits;
        }

        return sum;
    }
}
