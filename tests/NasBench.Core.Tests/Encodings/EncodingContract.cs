using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Encodings;

/// <summary>What every encoding promises. One derived class per encoding, with the values by definition.</summary>
public abstract class EncodingContract<TEncoding>
    where TEncoding : ICellEncoding
{
    private const int Iterations = 400;
    private const double Untouched = -7;

    private static readonly Gen<ReferenceCell> s_raw = CellGens.Raw(ReferenceSpace.Nas101, 2, 7);

    /// <summary>The values by definition of a cell that has been padded to seven vertices; null where the encoding cannot hold it.</summary>
    protected abstract IEnumerable<double>? Expect(ReferenceCell padded);

    [Fact]
    public void TryEncode_AnyRawCell_AsTheDefinition() => s_raw.Sample(raw =>
    {
        double[] values = [.. Enumerable.Repeat(Untouched, TEncoding.ValueCount + 1)];
        double[]? expected = Expect(ReferenceNeighbors.Pad(ReferenceSpace.Nas101, raw, 7))?.ToArray();

        Assert.Equal(expected is not null, TEncoding.TryEncode<double>(EngineCells.Create(raw), values));
        Assert.Equal(expected ?? Enumerable.Repeat(Untouched, TEncoding.ValueCount), values[..^1]);
        Assert.Equal(Untouched, values[^1]);
    }, iter: Iterations);

    [Fact]
    public void TryEncode_SingleAndHalf_AsDouble() => s_raw.Sample(raw =>
    {
        Cell cell = EngineCells.Create(raw);
        double[] doubles = new double[TEncoding.ValueCount];
        float[] singles = new float[TEncoding.ValueCount];
        Half[] halves = new Half[TEncoding.ValueCount];
        TEncoding.TryEncode<double>(cell, doubles);
        TEncoding.TryEncode<float>(cell, singles);
        TEncoding.TryEncode<Half>(cell, halves);

        Assert.Equal(doubles, singles.Select(value => (double)value));
        Assert.Equal(doubles, halves.Select(value => (double)value));
    }, iter: Iterations / 4);

    [Fact]
    public void TryEncode_NoRoomOrOddCell_RefusesAndWritesNothing()
    {
        double[] values = new double[TEncoding.ValueCount];
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw("0", "input", out Cell single));
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw("010001000", "inpt,conv3x3-bn-relu,output", out Cell misnamed));
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw("001000000", "input,what,output", out Cell unknown));

        Assert.False(TEncoding.TryEncode(Nas101.CellAt(300_000), values.AsSpan(1)));
        Assert.False(TEncoding.TryEncode<double>(single, values));
        Assert.False(TEncoding.TryEncode<double>(misnamed, values));
        Assert.False(TEncoding.TryEncode<double>(unknown, values));
        Assert.All(values, value => Assert.Equal(0, value));
    }

    [Fact]
    public void TryEncode_AnyCell_AllocatesNothing()
    {
        Cell cell = Nas101.CellAt(300_000);
        float[] values = new float[TEncoding.ValueCount];
        AllocationAssert.AllocatesNothing(() => TEncoding.TryEncode<float>(cell, values));
    }

    /// <summary>Each edge in reading order.</summary>
    protected static IEnumerable<double> Edges(ReferenceCell cell) => EdgeNumbers(cell, present: false).Select(edge => edge.IsPresent ? 1.0 : 0.0);

    /// <summary>The numbers of the edges that are there, from 0, in reading order.</summary>
    protected static IEnumerable<double> PresentEdges(ReferenceCell cell) => EdgeNumbers(cell, present: true).Select(edge => (double)edge.Number);

    /// <summary>The codes of the interior vertices.</summary>
    protected static IEnumerable<int> Codes(ReferenceCell cell) => cell.Operations[1..^1].Select(name => Array.IndexOf(ReferenceSpace.Nas101.Operations, name));

    /// <summary>Values with zeros up to a length.</summary>
    protected static IEnumerable<double> Fill(IEnumerable<double> values, int length)
    {
        double[] present = [.. values];
        return present.Concat(Enumerable.Repeat(0.0, length - present.Length));
    }

    /// <summary>naszilla's operation values: from vertex 5 to vertex 1.</summary>
    protected static IEnumerable<double> NaszillaOperations(ReferenceCell cell)
        => Codes(cell).Reverse().Select(code => code switch { 0 => 0.5, 1 => 0.0, _ => 1.0 });

    /// <summary>The operations as positions in the list of nas_benchmarks.</summary>
    protected static IEnumerable<double> Choices(ReferenceCell cell) =>
        cell.Operations[1..^1].Select(name => (double)Array.IndexOf((string[])["conv1x1-bn-relu", "conv3x3-bn-relu", "maxpool3x3"], name));

    /// <summary>The number of each path, ascending, one for each path.</summary>
    protected static IEnumerable<int> PathNumbers(ReferenceCell cell)
    {
        int[] codes = [.. Codes(cell)];
        return ReferenceNeighbors.GetPaths(cell)
            .Select(path => path[1..^1].Select((vertex, position) => (int)Math.Pow(3, position) * (codes[vertex - 1] + 1)).Sum())
            .Order();
    }

    private static IEnumerable<(int Number, bool IsPresent)> EdgeNumbers(ReferenceCell cell, bool present)
    {
        int number = 0;
        for (int x = 0; x < 7; x++)
        {
            for (int y = x + 1; y < 7; y++, number++)
            {
                if (!present || cell.Matrix[x, y] != 0)
                {
                    yield return (number, cell.Matrix[x, y] != 0);
                }
            }
        }
    }
}
