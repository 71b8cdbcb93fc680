namespace NasBench.Search;

/// <summary>Any regression over all classes, whose features are written anew for each block.</summary>
internal sealed class RegressionClassModel(CellFeatures features, IRegressionModel model) : ClassModel
{
    private readonly Observations _observations = new(features);
    private readonly float[] _rows = new float[BlockLength * features.Count];

    /// <inheritdoc/>
    public override void Add(Cell cell, double loss) => _observations.Add(cell.Bits, cell, loss);

    /// <inheritdoc/>
    public override void Fit(Random random) => model.Fit(_observations.Rows, features.Count, _observations.Losses, random);

    /// <inheritdoc/>
    public override void Predict(int first, Span<double> means, Span<double> deviations)
    {
        for (int i = 0; i < means.Length; i++)
        {
            features.Write(Space<Nas101>.CellAt(first + i), _rows.AsSpan(i * features.Count, features.Count));
        }

        model.Predict(_rows.AsSpan(0, means.Length * features.Count), means, deviations);
    }
}
