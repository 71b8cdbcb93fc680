using System.Numerics;

namespace NasBench.Search;

/// <summary>
/// A Gaussian process as naszilla has it: covariance α² exp(-d / ℓ²) with the L1 distance d of the features, ℓ = 3, α = 1.5, and noise of a standard
/// deviation of 1e-5 of targets that are scaled to 1. Mean and deviation are those of the posterior.
/// </summary>
/// <remarks>
/// <para>
/// Features are 0, 0.5 or 1, so a distance is a count of bits and a covariance a number in a table. What is left of a prediction is one triangular system of
/// as many equations as there are samples: n² / 2 products. A fit takes n³ / 6.
/// </para>
/// <para>Of more than <see cref="MaxSamples"/> samples the last ones count.</para>
/// </remarks>
internal sealed class GaussianProcess : LaneRegression
{
    /// <summary>The most samples.</summary>
    public const int MaxSamples = 500;

    private const double LengthScale = 3;
    private const double Amplitude = 1.5;
    private const double Noise = 1e-5;

    private double[] _covariances = [];
    private double[] _matrix = [];
    private double[] _targets = [];
    private ulong[] _samples = [];
    private ulong[] _row = [];
    private int _count;

    /// <inheritdoc/>
    public override void Fit(ReadOnlySpan<float> features, int featureCount, ReadOnlySpan<double> targets, Random random)
    {
        int dropped = Math.Max(targets.Length - MaxSamples, 0);
        targets = targets[dropped..];
        features = features[(dropped * featureCount)..];
        Prepare(featureCount, targets.Length);
        for (int row = 0; row < _count; row++)
        {
            Span<ulong> sample = _samples.AsSpan(row * _row.Length, _row.Length);
            Pack(features.Slice(row * featureCount, featureCount), sample);
            for (int column = 0; column < row; column++)
            {
                _matrix[(row * _count) + column] = Covariance(sample, column);
            }

            _matrix[(row * _count) + row] = _covariances[0] + (Noise * Noise);
        }

        TargetScale scale = TargetScale.Of(targets);
        for (int sample = 0; sample < _count; sample++)
        {
            _targets[sample] = scale.Scale(targets[sample]);
        }

        Solve(_matrix, _targets.AsSpan(0, _count), leastPivot: Noise * Noise, featureCount, scale);
    }

    /// <inheritdoc/>
    protected override void WriteColumn(ReadOnlySpan<float> features, Span<double> column)
    {
        Pack(features, _row);
        for (int sample = 0; sample < _count; sample++)
        {
            column[sample * CholeskyFactor.Lanes] = Covariance(_row, sample);
        }
    }

    /// <inheritdoc/>
    protected override double VarianceOf(double square) => _covariances[0] - square;

    /// <summary>Two bits for each feature: whether it is at least 0.5, and whether it is 1. Different bits are half steps between the features.</summary>
    private static void Pack(ReadOnlySpan<float> features, Span<ulong> bits)
    {
        bits.Clear();
        for (int i = 0; i < features.Length; i++)
        {
            ulong halves = features[i] switch
            {
                0 => 0,
                0.5f => 1,
                1 => 3,
                _ => throw new ArgumentException($"a feature must be 0, 0.5 or 1, not {features[i]}", nameof(features)),
            };
            bits[i >> 5] |= halves << (2 * (i & 31));
        }
    }

    private double Covariance(ReadOnlySpan<ulong> row, int sample)
    {
        ReadOnlySpan<ulong> other = _samples.AsSpan(sample * row.Length, row.Length);
        int halves = 0;
        for (int word = 0; word < row.Length; word++)
        {
            halves += BitOperations.PopCount(row[word] ^ other[word]);
        }

        return _covariances[halves];
    }

    private void Prepare(int featureCount, int count)
    {
        if (_covariances.Length != (2 * featureCount) + 1)
        {
            _row = new ulong[((2 * featureCount) + 63) / 64];
            _targets = [];
            _covariances = new double[(2 * featureCount) + 1];
            for (int halves = 0; halves < _covariances.Length; halves++)
            {
                _covariances[halves] = Amplitude * Amplitude * Math.Exp(-0.5 * halves / (LengthScale * LengthScale));
            }
        }

        _count = count;
        if (_targets.Length < count)
        {
            int room = Math.Min(2 * count, MaxSamples);
            _targets = new double[room];
            _matrix = new double[room * room];
            _samples = new ulong[room * _row.Length];
        }
    }
}
