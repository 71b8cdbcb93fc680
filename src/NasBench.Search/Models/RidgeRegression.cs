namespace NasBench.Search;

/// <summary>
/// Ridge regression with its Bayesian deviation: targets scaled to 1 are a linear function of the features with normal noise, and a weight has a normal
/// prior of the noise's own variance (λ = 1); the intercept has a flat one. The noise is estimated from the samples (Bishop, "Pattern recognition and
/// machine learning", 2006, section 3.3; its most likely variance for these weights).
/// </summary>
/// <remarks>
/// The deviation is that of the expected value, without the noise of an evaluation, as that of the Gaussian process. With F features a fit of n samples
/// takes n F² / 2 products and F³ / 6, a prediction F² / 2: how many samples there are costs it nothing.
/// </remarks>
internal sealed class RidgeRegression : LaneRegression
{
    private const double Penalty = 1;

    private double[] _matrix = [];
    private double[] _right = [];
    private double[] _centre = [];
    private double[] _row = [];
    private double _noise;
    private int _count;

    /// <inheritdoc/>
    public override void Fit(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<double> targets, Random random)
    {
        if (_row.Length != featureCount)
        {
            _matrix = new double[featureCount * featureCount];
            _right = new double[featureCount];
            _centre = new double[featureCount];
            _row = new double[featureCount];
        }

        _count = targets.Length;
        TargetScale scale = TargetScale.Of(targets);
        FindCentre(features);
        Array.Clear(_matrix);
        Array.Clear(_right);
        double squares = 0;
        for (int sample = 0; sample < _count; sample++)
        {
            double target = scale.Scale(targets[sample]);
            squares += target * target;
            Centre(features.Slice(sample * featureCount, featureCount));
            AddSample(target);
        }

        for (int feature = 0; feature < featureCount; feature++)
        {
            _matrix[(feature * featureCount) + feature] += Penalty;
        }

        double explained = Solve(_matrix, _right, leastPivot: Penalty, featureCount, scale);

        // The squared residuals and the penalty of the weights together.
        _noise = Math.Max(squares - explained, 0) / _count;
    }

    /// <inheritdoc/>
    protected override void WriteColumn(ReadOnlySpan<float> features, Span<double> column)
    {
        for (int feature = 0; feature < features.Length; feature++)
        {
            column[feature * CholeskyFactor.Lanes] = features[feature] - _centre[feature];
        }
    }

    /// <inheritdoc/>
    protected override double VarianceOf(double square) => _noise * ((1.0 / _count) + square);

    private void FindCentre(ReadOnlySpan<float> features)
    {
        Array.Clear(_centre);
        for (int i = 0; i < _count * _centre.Length; i++)
        {
            _centre[i % _centre.Length] += features[i];
        }

        foreach (ref double mean in _centre.AsSpan())
        {
            mean /= _count;
        }
    }

    private void Centre(ReadOnlySpan<float> features)
    {
        for (int feature = 0; feature < features.Length; feature++)
        {
            _row[feature] = features[feature] - _centre[feature];
        }
    }

    private void AddSample(double target)
    {
        for (int feature = 0; feature < _row.Length; feature++)
        {
            double value = _row[feature];
            _right[feature] += value * target;
            Span<double> line = _matrix.AsSpan(feature * _row.Length, feature + 1);
            for (int other = 0; other < line.Length; other++)
            {
                line[other] += value * _row[other];
            }
        }
    }
}
