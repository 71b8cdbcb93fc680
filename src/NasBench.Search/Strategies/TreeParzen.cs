namespace NasBench.Search;

/// <summary>
/// TPE, the tree-structured Parzen estimator (Bergstra et al., "Algorithms for hyper-parameter optimization", 2011) as hyperopt has it: each parameter on its
/// own takes, of some candidates drawn from the density of the good evaluations, the one with the largest ratio to the density of the others.
/// </summary>
/// <remarks>
/// <para>
/// The first evaluations are drawn from the prior: a whole number is a continuous one rounded half to even, so that the first and the last one have half the
/// probability of the others. Good are the first ceil(gamma·√n) by loss, of equal losses the older. Invalid evaluations count, with their loss of 1. A
/// candidate whose ratio is the largest that a categorical parameter has cannot be beaten, so no more are drawn after it.
/// </para>
/// <para>
/// Where the encoding rejects invalid configurations, which hyperopt does not know, each invalid draw halves the number of candidates of the next one, down to
/// one: with all of them a model that has become sure draws the same configuration again and again. After 10,000 draws the strategy is exhausted.
/// </para>
/// <para>
/// On categorical parameters a step takes about a microsecond whatever the number of evaluations; each continuous parameter costs time in proportion to it.
/// </para>
/// </remarks>
public sealed class TreeParzen : ISearchStrategy
{
    /// <summary>Ratios that differ by less are equal ones that were rounded in different ways.</summary>
    private const double Grain = 1 + 1e-12;

    private readonly Random _random;
    private readonly Random _modelRandom;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly int _startup;
    private readonly double _gamma;
    private readonly int _maxGood;
    private readonly int _candidates;
    private readonly double _priorWeight;
    private readonly double[] _configuration;
    private readonly byte[] _values;
    private readonly AgedEvaluations _evaluations;
    private readonly NumberMarginal?[] _numbers;
    private readonly double[] _goodWeights;
    private readonly double[] _ratios;
    private readonly int[] _starts;
    private readonly double[] _goodSums;
    private readonly double[] _bestRatios;
    private bool _isFitted;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The encoding has no parameters.</exception>
    public TreeParzen(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        _random = context.Random;
        _modelRandom = context.ModelRandom;
        _encoding = context.Encoding;
        ReadOnlySpan<EncodingParameter> parameters = _encoding.Parameters;
        if (parameters.IsEmpty)
        {
            throw new SearchException($"tpe needs an encoding with parameters; {_encoding.Name} has none");
        }

        _epochs = context.FullEpochs;
        _startup = settings.Integer("startup");
        _gamma = settings.Number("gamma");
        _maxGood = settings.Integer("max_good");
        _candidates = settings.Integer("candidates");
        _priorWeight = settings.Number("prior_weight");
        int window = settings.Integer("linear_forgetting");
        _configuration = new double[parameters.Length];
        _values = new byte[parameters.Length];
        _numbers = new NumberMarginal?[parameters.Length];
        _starts = new int[parameters.Length + 1];
        var counts = new int[parameters.Length];
        for (int i = 0; i < parameters.Length; i++)
        {
            bool isNumber = parameters[i].Kind != ParameterKind.Categorical;
            counts[i] = isNumber ? 1 : parameters[i].Count;
            _starts[i + 1] = _starts[i] + counts[i];
            _numbers[i] = isNumber ? new NumberMarginal(parameters[i], window, _priorWeight) : null;
        }

        _evaluations = new AgedEvaluations(counts, window);
        _goodWeights = new double[_starts[^1]];
        _ratios = new double[_starts[^1]];
        _goodSums = new double[parameters.Length];
        _bestRatios = new double[parameters.Length];
    }

    /// <summary>The evaluations so far.</summary>
    internal AgedEvaluations Evaluations => _evaluations;

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        bool isStarting = _evaluations.Count < Math.Max(_startup, 1);
        if (!isStarting)
        {
            Fit();
        }

        for (int attempt = 0; attempt < UniformCells.MaxAttempts; attempt++)
        {
            if (isStarting)
            {
                DrawPrior();
            }
            else
            {
                DrawBest(Math.Max(_candidates >> Math.Min(attempt, 30), 1));
            }

            Cell cell = _encoding.Decode(_configuration, out int index);
            if (index >= 0 || !_encoding.RejectsInvalid)
            {
                proposal = new Proposal(cell, index, _epochs);
                return true;
            }
        }

        proposal = default;
        return false;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            _values[i] = _numbers[i] is null ? (byte)_configuration[i] : (byte)0;
            _numbers[i]?.Add(_configuration[i]);
        }

        int count = _evaluations.Count + 1;
        int good = (int)Math.Min(Math.Ceiling(_gamma * Math.Sqrt(count)), _maxGood);
        _evaluations.Add(_values, answer.Loss, good);
        _isFitted = false;
    }

    private void Fit()
    {
        if (_isFitted)
        {
            return;
        }

        _isFitted = true;
        Span<double> rest = stackalloc double[byte.MaxValue + 1];
        for (int i = 0; i < _values.Length; i++)
        {
            if (_numbers[i] is { } number)
            {
                number.Fit(_evaluations);
                continue;
            }

            int length = _starts[i + 1] - _starts[i];
            Span<double> weights = _goodWeights.AsSpan(_starts[i], length);
            _evaluations.WeighGood(i, weights);
            _evaluations.WeighRest(i, rest[..length]);
            double goodSum = 0;
            double restSum = 0;
            for (int value = 0; value < length; value++)
            {
                weights[value] += _priorWeight;
                rest[value] += _priorWeight;
                goodSum += weights[value];
                restSum += rest[value];
            }

            _goodSums[i] = goodSum;
            _bestRatios[i] = 0;
            for (int value = 0; value < length; value++)
            {
                // Without a prior a value can have no weight on either side: it is never drawn, or wins.
                double good = weights[value] / goodSum;
                double ratio = good == 0 ? 0 : good / (rest[value] / restSum);
                _ratios[_starts[i] + value] = ratio;
                _bestRatios[i] = Math.Max(_bestRatios[i], ratio);
            }
        }
    }

    private void DrawPrior()
    {
        ReadOnlySpan<EncodingParameter> parameters = _encoding.Parameters;
        for (int i = 0; i < _configuration.Length; i++)
        {
            _configuration[i] = _numbers[i] is { } number ? number.DrawPrior(_random) : RandomDraws.Below(_random, parameters[i].Count);
        }
    }

    private void DrawBest(int candidates)
    {
        for (int i = 0; i < _values.Length; i++)
        {
            _configuration[i] = _numbers[i] is { } number ? number.DrawBest(candidates, _modelRandom) : DrawBest(i, candidates);
        }
    }

    private int DrawBest(int parameter, int candidates)
    {
        int start = _starts[parameter];
        ReadOnlySpan<double> weights = _goodWeights.AsSpan(start, _starts[parameter + 1] - start);
        int best = -1;
        for (int candidate = 0; candidate < candidates; candidate++)
        {
            int drawn = CategoricalDraws.Next(_modelRandom, weights, _goodSums[parameter]);
            if (best < 0 || _ratios[start + drawn] > _ratios[start + best] * Grain)
            {
                best = drawn;
                if (_ratios[start + best] * Grain >= _bestRatios[parameter])
                {
                    break;
                }
            }
        }

        return best;
    }
}
