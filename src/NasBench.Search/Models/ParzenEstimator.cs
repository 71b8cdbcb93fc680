namespace NasBench.Search;

/// <summary>
/// Hyperopt's adaptive Parzen estimator of one number: a normal component for each observation, as wide as the larger gap to its neighbours, and one for the
/// prior, as wide as the range; cut to the range.
/// </summary>
/// <remarks>
/// A density costs an exponential for each component that reaches the point. For one run and one thread.
/// </remarks>
internal sealed class ParzenEstimator(double low, double high)
{
    private const double Reach = 9;

    private readonly double _priorMean = (low + high) / 2;
    private readonly double _priorDeviation = high - low;
    private double[] _means = [];
    private double[] _deviations = [];
    private double[] _weights = [];
    private double _weightSum;
    private double _accepted;
    private int _count;

    /// <summary>Takes observations, anew.</summary>
    /// <param name="sorted">Observations in ascending order.</param>
    /// <param name="weights">The weight of each.</param>
    /// <param name="priorWeight">The weight of the prior.</param>
    public void Fit(ReadOnlySpan<double> sorted, ReadOnlySpan<double> weights, double priorWeight)
    {
        _count = sorted.Length + 1;
        if (_means.Length < _count)
        {
            int size = Math.Max(2 * _means.Length, _count);
            _means = new double[size];
            _deviations = new double[size];
            _weights = new double[size];
        }

        int prior = 0;
        while (prior < sorted.Length && sorted[prior] < _priorMean)
        {
            prior++;
        }

        sorted[..prior].CopyTo(_means);
        sorted[prior..].CopyTo(_means.AsSpan(prior + 1));
        weights[..prior].CopyTo(_weights);
        weights[prior..].CopyTo(_weights.AsSpan(prior + 1));
        _means[prior] = _priorMean;
        _weights[prior] = priorWeight;
        double least = _priorDeviation / Math.Min(100.0, 1.0 + _count);
        _weightSum = 0;
        _accepted = 0;
        for (int i = 0; i < _count; i++)
        {
            double left = i > 0 ? _means[i] - _means[i - 1] : 0;
            double right = i + 1 < _count ? _means[i + 1] - _means[i] : 0;
            double gap = _count == 2 ? _priorDeviation / 2 : Math.Max(left, right);
            _deviations[i] = i == prior ? _priorDeviation : Math.Clamp(gap, least, _priorDeviation);
            _weightSum += _weights[i];
        }

        for (int i = 0; i < _count; i++)
        {
            double inside = NormalDistribution.Below((high - _means[i]) / _deviations[i]) - NormalDistribution.Below((low - _means[i]) / _deviations[i]);
            _accepted += _weights[i] / _weightSum * inside;
        }
    }

    /// <summary>Draws from the estimate: of a component, again until it is in the range.</summary>
    public double Draw(Random random)
    {
        while (true)
        {
            int component = CategoricalDraws.Next(random, _weights.AsSpan(0, _count), _weightSum);
            double draw = _means[component] + (_deviations[component] * CategoricalDraws.Normal(random));
            if (draw >= low && draw < high)
            {
                return draw;
            }
        }
    }

    /// <summary>The density at a point of the range.</summary>
    public double Density(double at)
    {
        double sum = 0;
        for (int i = 0; i < _count; i++)
        {
            double distance = (at - _means[i]) / _deviations[i];

            // The prior reaches everywhere, and beside it a component so far away is below the precision of the sum.
            if (Math.Abs(distance) < Reach)
            {
                sum += _weights[i] / _deviations[i] * Math.Exp(-0.5 * distance * distance);
            }
        }

        return sum / (_weightSum * Math.Sqrt(2 * Math.PI) * _accepted);
    }

    /// <summary>The probability of the part of the range between two points.</summary>
    public double Between(double from, double to)
    {
        from = Math.Max(from, low);
        to = Math.Min(to, high);
        double sum = 0;
        for (int i = 0; i < _count; i++)
        {
            sum += _weights[i]
                * (NormalDistribution.Below((to - _means[i]) / _deviations[i]) - NormalDistribution.Below((from - _means[i]) / _deviations[i]));
        }

        return sum / (_weightSum * _accepted);
    }
}
