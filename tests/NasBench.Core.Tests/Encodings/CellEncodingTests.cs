namespace NasBench.Core.Tests.Encodings;

public class CellEncodingTests
{
    private static readonly Cell s_cell = Nas101.CellAt(359_715);

    /// <summary>More edges than the configuration spaces B and C can name.</summary>
    private static readonly Cell s_dense = CellOf((1u << 21) - 1);

    [Fact]
    public void Encode_AnyType_AsTryEncode()
    {
        float[] singles = new float[PathEncoding.Length];
        double[] doubles = new double[PathEncoding.Length];
        PathEncoding.TryEncode<float>(s_cell, singles);
        PathEncoding.TryEncode<double>(s_cell, doubles);

        Assert.Equal(singles, CellEncoding.Encode<PathEncoding>(s_cell));
        Assert.Equal(doubles, CellEncoding.Encode<PathEncoding, double>(s_cell));
    }

    [Fact]
    public void Encode_CellThatTheEncodingCannotHold_ThrowsWithItsName()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CellEncoding.Encode<ConfigurationSpaceB>(s_dense));

        Assert.Contains("cs-b", exception.Message, StringComparison.Ordinal);
        Assert.Equal("cell", exception.ParamName);
    }

    [Fact]
    public void EncodeAll_ManyCells_RowForEach()
    {
        Cell[] cells = [.. Enumerable.Range(0, 10_000).Select(i => Nas101.CellAt(i * 42))];
        var reports = new Reports();
        float[] values = CellEncoding.EncodeAll<OneHotEncoding>(cells, reports);

        Assert.Equal(cells.SelectMany(CellEncoding.Encode<OneHotEncoding>), values);
        Assert.Equal(1, reports.Last);
        Assert.Equal(CellEncoding.Encode<OneHotEncoding, double>(cells[0]), CellEncoding.EncodeAll<OneHotEncoding, double>(cells.AsSpan(0, 1)));
        Assert.Empty(CellEncoding.EncodeAll<OneHotEncoding>([]));
    }

    [Fact]
    public void EncodeAll_CellThatTheEncodingCannotHold_ThrowsWithItsNumber()
    {
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CellEncoding.EncodeAll<ConfigurationSpaceB>([s_cell, s_dense]));

        Assert.Contains("cell 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EncodeAll_MoreValuesThanAnArrayHas_Throws()
    {
        Cell[] cells = new Cell[(Array.MaxLength / PathEncoding.Length) + 1];

        Assert.Throws<ArgumentException>(() => CellEncoding.EncodeAll<PathEncoding>(cells));
    }

    [Fact]
    public void Decode_Encoded_SameCell()
    {
        Assert.Equal(s_cell, CellEncoding.Decode<NaslibAdjacencyEncoding>(CellEncoding.Encode<NaslibAdjacencyEncoding>(s_cell)));
        Assert.Equal(s_cell, CellEncoding.Decode<GraphEncoding, double>(CellEncoding.Encode<GraphEncoding, double>(s_cell)));
    }

    [Fact]
    public void Decode_WrongValues_Throws()
    {
        float[] values = CellEncoding.Encode<OneHotEncoding>(s_cell);
        Assert.Throws<ArgumentException>(() => CellEncoding.Decode<OneHotEncoding>(values.AsSpan(1)));
        Assert.Throws<ArgumentException>(() => CellEncoding.Decode<OneHotEncoding>([.. values, 0]));
        values[0] = 2;
        Assert.Throws<ArgumentException>(() => CellEncoding.Decode<OneHotEncoding>(values));
    }

    [Fact]
    public void DecodeAll_Encoded_SameCells()
    {
        Cell[] cells = [.. Enumerable.Range(370_000, 10_000).Select(Nas101.CellAt).Where(cell => cell.Vertices == 7)];
        var reports = new Reports();

        Assert.NotEmpty(cells);
        Assert.Equal(cells, CellEncoding.DecodeAll<CategoricalEncoding>(CellEncoding.EncodeAll<CategoricalEncoding>(cells), reports));
        Assert.Equal(cells, CellEncoding.DecodeAll<CategoricalEncoding, double>(CellEncoding.EncodeAll<CategoricalEncoding, double>(cells)));
        Assert.Equal(1, reports.Last);
    }

    [Fact]
    public void DecodeAll_WrongValues_Throws()
    {
        float[] values = CellEncoding.EncodeAll<OneHotEncoding>([s_cell, s_cell]);
        Assert.Throws<ArgumentException>(() => CellEncoding.DecodeAll<OneHotEncoding>(values.AsSpan(1)));
        values[OneHotEncoding.Length] = 2;
        ArgumentException exception = Assert.Throws<ArgumentException>(() => CellEncoding.DecodeAll<OneHotEncoding>(values));

        Assert.Contains("row 1", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void EncodeAllAndDecodeAll_Cancelled_Throw()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        float[] values = CellEncoding.Encode<OneHotEncoding>(s_cell);

        Assert.Throws<OperationCanceledException>(() => CellEncoding.EncodeAll<OneHotEncoding>([s_cell], cancellationToken: source.Token));
        Assert.Throws<OperationCanceledException>(() => CellEncoding.DecodeAll<OneHotEncoding>(values, cancellationToken: source.Token));
    }

    private static Cell CellOf(uint edges) => Cell.Pack<Nas101>(Cell.MaxVertices, edges, 0);

    private sealed class Reports : IProgress<double>
    {
        public double Last { get; private set; }

        public void Report(double value)
        {
            Assert.InRange(value, Last, 1);
            Last = value;
        }
    }
}
