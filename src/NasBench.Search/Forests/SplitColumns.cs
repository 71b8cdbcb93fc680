namespace NasBench.Search;

/// <summary>
/// What a forest can split on: features, each with some columns of bits. A column is a question with two answers: whether a categorical feature has a
/// value, or whether a number is not below a threshold. A feature of two values has one column.
/// </summary>
/// <remarks>A sample is a row of words; a word holds 40 columns, as many as the sums of a split take in at once. Immutable.</remarks>
internal sealed class SplitColumns
{
    /// <summary>The columns in each word of a row.</summary>
    public const int WordWidth = 40;

    private readonly int[] _starts;
    private readonly int[] _features;
    private readonly ulong[] _masks;

    /// <summary>Takes the number of columns of each feature.</summary>
    public SplitColumns(ReadOnlySpan<int> columnsPerFeature)
    {
        _starts = new int[columnsPerFeature.Length + 1];
        for (int feature = 0; feature < columnsPerFeature.Length; feature++)
        {
            _starts[feature + 1] = _starts[feature] + columnsPerFeature[feature];
        }

        _features = new int[_starts[^1]];
        WordCount = Math.Max((_starts[^1] + WordWidth - 1) / WordWidth, 1);
        _masks = new ulong[FeatureCount * WordCount];
        for (int feature = 0; feature < FeatureCount; feature++)
        {
            for (int column = _starts[feature]; column < _starts[feature + 1]; column++)
            {
                _features[column] = feature;
                Set(_masks.AsSpan(feature * WordCount, WordCount), column);
            }
        }
    }

    /// <summary>The number of features.</summary>
    public int FeatureCount => _starts.Length - 1;

    /// <summary>The number of columns of all features.</summary>
    public int Count => _features.Length;

    /// <summary>The number of words in a row.</summary>
    public int WordCount { get; }

    /// <summary>The first column of a feature; for the number of features, the number of columns.</summary>
    public int Start(int feature) => _starts[feature];

    /// <summary>The feature that a column belongs to.</summary>
    public int FeatureOf(int column) => _features[column];

    /// <summary>The columns of a feature, as a row.</summary>
    public ReadOnlySpan<ulong> MaskOf(int feature) => _masks.AsSpan(feature * WordCount, WordCount);

    /// <summary>Sets a column of a row.</summary>
    public static void Set(Span<ulong> row, int column) => row[column / WordWidth] |= 1UL << (column % WordWidth);

    /// <summary>Whether a row has a column.</summary>
    public static bool Has(ReadOnlySpan<ulong> row, int column) => ((row[column / WordWidth] >> (column % WordWidth)) & 1) != 0;
}
