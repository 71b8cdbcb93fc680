using BenchmarkDotNet.Attributes;
using NasBench.BenchmarkUtilities;

namespace NasBench.Benchmarks.Cells;

/// <summary>What a cell can be asked without a space: text, pruning, validity.</summary>
public class CellBenchmarks
{
    private const int Count = 1 << 14;

    private readonly char[] _text = new char[256];
    private Cell[] _cells = [];
    private string[] _matrices = [];
    private string[] _operations = [];

    [GlobalSetup]
    public void SetUp()
    {
        _cells = SharedInputs.Inputs.Raw[..Count];
        _matrices = [.. _cells.Select(cell => FormatMatrix(cell))];
        _operations = [.. _cells.Select(cell => FormatOperations(cell))];
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Parse()
    {
        int valid = 0;
        for (int i = 0; i < Count; i++)
        {
            valid += Cell.ParseRaw(_matrices[i], _operations[i], out _) == CellStatus.Ok ? 1 : 0;
        }

        return valid;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Format()
    {
        int length = 0;
        foreach (Cell cell in _cells)
        {
            cell.TryFormat(_text, out int written);
            length += written;
        }

        return length;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public ulong Prune()
    {
        ulong sum = 0;
        foreach (Cell cell in _cells)
        {
            cell.TryPrune(out Cell pruned);
            sum ^= pruned.Bits;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public int Validate()
    {
        int valid = 0;
        foreach (Cell cell in _cells)
        {
            valid += cell.Validate() == CellStatus.Ok ? 1 : 0;
        }

        return valid;
    }

    private string FormatMatrix(Cell cell)
    {
        cell.TryFormatMatrix(_text, out int written);
        return new string(_text, 0, written);
    }

    private string FormatOperations(Cell cell)
    {
        cell.TryFormatOperations(_text, out int written);
        return new string(_text, 0, written);
    }
}
