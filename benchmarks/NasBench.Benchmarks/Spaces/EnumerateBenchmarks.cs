using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Spaces;

/// <summary>The whole space: its cells, their parameters and FLOPs.</summary>
public class EnumerateBenchmarks
{
    [Benchmark(Baseline = true, OperationsPerInvoke = SharedInputs.SpaceCells)]
    public ulong Cells()
    {
        ulong sum = 0;
        foreach (Cell cell in Space<Nas101>.Cells)
        {
            sum ^= cell.Bits;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = SharedInputs.SpaceCells)]
    public long Parameters()
    {
        long sum = 0;
        for (int index = 0; index < SharedInputs.SpaceCells; index++)
        {
            sum += CellCosts.TrainableParametersAt(index);
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = SharedInputs.SpaceCells)]
    public long Flops()
    {
        long sum = 0;
        for (int index = 0; index < SharedInputs.SpaceCells; index++)
        {
            sum += CellCosts.FlopsAt(index);
        }

        return sum;
    }
}
