namespace NasBench.Cli.Cells;

/// <summary>An encoding by its name, with its generic calls bound.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Encode">The values of a cell; null where the encoding cannot hold it.</param>
/// <param name="Decode">The cell of values; null where they are of none. Null itself where there is no way back.</param>
internal sealed record EncodingForm(string Name, Func<Cell, double[]?> Encode, Func<double[], Cell?>? Decode)
{
    /// <summary>All encodings.</summary>
    public static IReadOnlyList<EncodingForm> All { get; } =
    [
        Invertible<OneHotEncoding>(),
        Invertible<CategoricalEncoding>(),
        Invertible<GraphEncoding>(),
        OneWay<PathEncoding>(),
        OneWay<TruncatedPathEncoding>(),
        OneWay<CategoricalPathEncoding>(),
        OneWay<TruncatedCategoricalPathEncoding>(),
        Invertible<NaszillaAdjacencyEncoding>(),
        OneWay<NaszillaCategoricalEncoding>(),
        OneWay<NaszillaContinuousEncoding>(),
        Invertible<ConfigurationSpaceA>(),
        Invertible<ConfigurationSpaceB>(),
        Invertible<ConfigurationSpaceC>(),
        Invertible<KurobakoSpaceB>(),
    ];

    private static EncodingForm OneWay<TEncoding>()
        where TEncoding : ICellEncoding
        => new(TEncoding.Name, ValuesOf<TEncoding>, null);

    private static EncodingForm Invertible<TEncoding>()
        where TEncoding : IInvertibleEncoding
        => new(TEncoding.Name, ValuesOf<TEncoding>, values => values.Length == TEncoding.ValueCount && TEncoding.TryDecode<double>(values, out Cell cell) ? cell : null);

    private static double[]? ValuesOf<TEncoding>(Cell cell)
        where TEncoding : ICellEncoding
    {
        double[] values = new double[TEncoding.ValueCount];
        return TEncoding.TryEncode<double>(cell, values) ? values : null;
    }
}
