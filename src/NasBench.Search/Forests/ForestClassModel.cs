namespace NasBench.Search;

/// <summary>A random forest over all classes: a tree sorts a block of them by some operations on words for each of its nodes.</summary>
internal sealed class ForestClassModel : ClassModel
{
    private readonly ClassColumns _classes;
    private readonly RandomForest _forest;
    private readonly float[] _features;
    private readonly ulong[] _row;
    private readonly double[] _values;

    public ForestClassModel(CellFeatures features, ForestSettings settings)
    {
        _classes = ClassColumns.Of(features);
        _forest = new RandomForest(_classes.Columns, settings);
        _features = new float[features.Count];
        _row = new ulong[_classes.Columns.WordCount];
        _values = new double[settings.Trees * BlockLength];
    }

    /// <inheritdoc/>
    public override void Add(Cell cell, double loss)
    {
        _classes.Write(cell, _features, _row);
        _forest.Add(_row, loss);
    }

    /// <inheritdoc/>
    public override void Fit(Random random) => _forest.Fit(random);

    /// <inheritdoc/>
    public override void Predict(int first, Span<double> means, Span<double> deviations)
    {
        int count = means.Length;
        _forest.Score(_classes.Classes, first / 64, _values, count);
        for (int i = 0; i < count; i++)
        {
            means[i] = TreeMoments.Of(_values.AsSpan(i), count, _forest.Trees.Length, out double variance);
            deviations[i] = Math.Sqrt(variance);
        }
    }
}
