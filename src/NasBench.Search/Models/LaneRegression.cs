namespace NasBench.Search;

/// <summary>
/// What ridge regression and a Gaussian process have in common: a symmetric system that is factored once, and for each cell a column whose two products
/// with the solution are its prediction.
/// </summary>
internal abstract class LaneRegression : IRegressionModel
{
    private readonly CholeskyFactor _factor = new();
    private readonly double[] _products = new double[CholeskyFactor.Lanes];
    private readonly double[] _squares = new double[CholeskyFactor.Lanes];
    private double[] _solved = [];
    private double[] _columns = [];
    private int _featureCount;
    private TargetScale _scale;

    /// <inheritdoc/>
    public abstract void Fit(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<double> targets, Random random);

    /// <inheritdoc/>
    public void Predict(ReadOnlySpan<float> features, Span<double> means, Span<double> deviations)
    {
        Span<double> columns = _columns.AsSpan(0, _factor.LaneRows * CholeskyFactor.Lanes);
        for (int first = 0; first < means.Length; first += CholeskyFactor.Lanes)
        {
            int lanes = Math.Min(CholeskyFactor.Lanes, means.Length - first);
            columns.Clear();
            for (int lane = 0; lane < lanes; lane++)
            {
                WriteColumn(features.Slice((first + lane) * _featureCount, _featureCount), columns[lane..]);
            }

            _factor.Project(columns, _solved.AsSpan(0, _factor.LaneRows), _products, _squares);
            for (int lane = 0; lane < lanes; lane++)
            {
                means[first + lane] = _scale.Restore(_products[lane]);
                deviations[first + lane] = _scale.Deviation * Math.Sqrt(Math.Max(VarianceOf(_squares[lane]), 0));
            }
        }
    }

    /// <summary>Writes the column of a cell: each value <see cref="CholeskyFactor.Lanes"/> after the one before.</summary>
    protected abstract void WriteColumn(ReadOnlySpan<float> features, Span<double> column);

    /// <summary>The variance of a prediction, of targets that are scaled to 1.</summary>
    /// <param name="square">The product of the cell's column with itself.</param>
    protected abstract double VarianceOf(double square);

    /// <summary>Factors the system and solves it.</summary>
    /// <param name="matrix">The matrix [size, size], of which the lower triangle is read; it is overwritten.</param>
    /// <param name="right">The right-hand side.</param>
    /// <param name="leastPivot">A pivot that rounding brings below this is set to it.</param>
    /// <param name="featureCount">The number of features of a cell.</param>
    /// <param name="scale">The scale of the targets.</param>
    /// <returns>The product of the right-hand side with the solution.</returns>
    protected double Solve(Span<double> matrix, ReadOnlySpan<double> right, double leastPivot, int featureCount, TargetScale scale)
    {
        _featureCount = featureCount;
        _scale = scale;
        _factor.Factor(matrix, right.Length, leastPivot);
        if (_solved.Length < _factor.LaneRows)
        {
            _solved = new double[2 * _factor.LaneRows];
            _columns = new double[2 * _factor.LaneRows * CholeskyFactor.Lanes];
        }

        right.CopyTo(_solved);
        _solved.AsSpan(right.Length).Clear();
        _factor.Solve(_solved.AsSpan(0, right.Length));
        double product = 0;
        foreach (double value in _solved.AsSpan(0, right.Length))
        {
            product += value * value;
        }

        return product;
    }
}
