namespace NasBench.Cli;

/// <summary>An encoding by its name, with its generic calls bound.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Encode">The values of a cell; null where the encoding cannot hold it.</param>
/// <param name="Decode">The cell of values; null where they are of none. Null itself where there is no way back.</param>
internal sealed record EncodingForm(string Name, Func<Cell, double[]?> Encode, Func<double[], Cell?>? Decode)
{
    /// <summary>The names of all encodings. Listed here, as no command should start by building every one of them.</summary>
    public static ReadOnlySpan<string> Names => s_names;

    private static readonly string[] s_names =
    [
        "one-hot", "categorical", "gcn", "path", "trunc-path", "cat-path", "trunc-cat-path",
        "naszilla-adj", "naszilla-cat-adj", "naszilla-cont-adj", "naslib-adjacency", "cs-a", "cs-b", "cs-c", "kurobako-b",
    ];

    /// <summary>The encoding of a name.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The name is none of <see cref="Names"/>.</exception>
    public static EncodingForm Find(string name) => name switch
    {
        "one-hot" => Invertible<OneHotEncoding>(),
        "categorical" => Invertible<CategoricalEncoding>(),
        "gcn" => Invertible<GraphEncoding>(),
        "path" => OneWay<PathEncoding>(),
        "trunc-path" => OneWay<TruncatedPathEncoding>(),
        "cat-path" => OneWay<CategoricalPathEncoding>(),
        "trunc-cat-path" => OneWay<TruncatedCategoricalPathEncoding>(),
        "naszilla-adj" => Invertible<NaszillaAdjacencyEncoding>(),
        "naszilla-cat-adj" => OneWay<NaszillaCategoricalEncoding>(),
        "naszilla-cont-adj" => OneWay<NaszillaContinuousEncoding>(),
        "naslib-adjacency" => Invertible<NaslibAdjacencyEncoding>(),
        "cs-a" => Invertible<ConfigurationSpaceA>(),
        "cs-b" => Invertible<ConfigurationSpaceB>(),
        "cs-c" => Invertible<ConfigurationSpaceC>(),
        "kurobako-b" => Invertible<KurobakoSpaceB>(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no encoding has this name"),
    };

    private static EncodingForm OneWay<TEncoding>()
        where TEncoding : ICellEncoding
        => new(TEncoding.Name, ValuesOf<TEncoding>, null);

    private static EncodingForm Invertible<TEncoding>()
        where TEncoding : IInvertibleEncoding
        => new(
            TEncoding.Name,
            ValuesOf<TEncoding>,
            values => values.Length == TEncoding.ValueCount && TEncoding.TryDecode<double>(values, out Cell cell) ? cell : null);

    private static double[]? ValuesOf<TEncoding>(Cell cell)
        where TEncoding : ICellEncoding
    {
        double[] values = new double[TEncoding.ValueCount];
        return TEncoding.TryEncode<double>(cell, values) ? values : null;
    }
}
