namespace NasBench.Search;

/// <summary>What TPE knows of one parameter that is a number: continuous in [0, 1), or whole from 0, which is a continuous one rounded half to even.</summary>
/// <remarks>A fit and a density cost time in proportion to the number of evaluations. For one run and one thread.</remarks>
internal sealed class NumberMarginal
{
    private readonly bool _isWhole;
    private readonly int _window;
    private readonly double _priorWeight;
    private readonly double _high;
    private readonly ParzenEstimator _good;
    private readonly ParzenEstimator _rest;
    private readonly List<double> _values = [];
    private readonly List<int> _byValue = [];
    private int[] _positions = [];
    private double[] _sorted = [];
    private double[] _weights = [];

    public NumberMarginal(EncodingParameter parameter, int window, double priorWeight)
    {
        _isWhole = parameter.Kind == ParameterKind.Integer;
        _high = _isWhole ? parameter.Count - 1 : 1;
        _window = window;
        _priorWeight = priorWeight;
        _good = new ParzenEstimator(0, _high);
        _rest = new ParzenEstimator(0, _high);
    }

    /// <summary>Takes in the value of the next evaluation.</summary>
    public void Add(double value)
    {
        int low = 0;
        int high = _byValue.Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_values[_byValue[middle]] <= value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        _byValue.Insert(low, _values.Count);
        _values.Add(value);
    }

    /// <summary>Estimates both densities.</summary>
    public void Fit(AgedEvaluations evaluations)
    {
        int count = _values.Count;
        if (_sorted.Length < count)
        {
            _sorted = new double[2 * count];
            _weights = new double[2 * count];
            _positions = new int[2 * count];
        }

        int good = 0;
        int rest = 0;
        for (int age = 0; age < count; age++)
        {
            _positions[age] = evaluations.IsRest(age) ? rest++ : good++;
        }

        Fit(_good, evaluations, isRest: false, good);
        Fit(_rest, evaluations, isRest: true, rest);
    }

    /// <summary>Draws from the prior: uniformly, and rounded where the number is whole.</summary>
    public double DrawPrior(Random random)
    {
        double drawn = _high * CategoricalDraws.Unit(random);
        return _isWhole ? Math.Round(drawn, MidpointRounding.ToEven) : drawn;
    }

    /// <summary>The candidate with the largest ratio of densities; of equal ones the first.</summary>
    public double DrawBest(int candidates, Random random)
    {
        double best = 0;
        double bestRatio = double.NegativeInfinity;
        for (int candidate = 0; candidate < candidates; candidate++)
        {
            double drawn = _good.Draw(random);
            drawn = _isWhole ? Math.Round(drawn, MidpointRounding.ToEven) : drawn;
            double ratio = _isWhole
                ? _good.Between(drawn - 0.5, drawn + 0.5) / _rest.Between(drawn - 0.5, drawn + 0.5)
                : _good.Density(drawn) / _rest.Density(drawn);
            if (ratio > bestRatio)
            {
                bestRatio = ratio;
                best = drawn;
            }
        }

        return best;
    }

    private void Fit(ParzenEstimator estimator, AgedEvaluations evaluations, bool isRest, int total)
    {
        int count = 0;
        foreach (int age in _byValue)
        {
            if (evaluations.IsRest(age) == isRest)
            {
                _sorted[count] = _values[age];
                _weights[count++] = AgeWeights.Of(_positions[age], total, _window);
            }
        }

        estimator.Fit(_sorted.AsSpan(0, count), _weights.AsSpan(0, count), _priorWeight);
    }
}
