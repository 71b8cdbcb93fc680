namespace NasBench.Search;

/// <summary>
/// REINFORCE (Williams, "Simple statistical gradient-following algorithms for connectionist reinforcement learning", 1992): a policy of independent
/// categorical variables, one for each parameter, learns by one step after each reward (paper, supplement S2.2; nas_benchmarks).
/// </summary>
/// <remarks>
/// <para>
/// The baseline is a moving average of rewards without the bias of its start, and it takes in a reward before the advantage over it is computed, so the
/// first advantage is 0. A cell with a reward of at most 0.001, which every invalid one is, teaches nothing.
/// </para>
/// <para>One step takes below a microsecond; nothing allocates after the start. Answers may come in any order only with one open proposal.</para>
/// </remarks>
public sealed class Reinforce : ISearchStrategy
{
    private const double LeastReward = 0.001;

    private readonly Random _random;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly double _rate;
    private readonly double _momentum;
    private readonly double _scale;
    private readonly double[] _configuration;
    private readonly SoftmaxPolicy _policy;
    private double _baseline;
    private double _weight;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The encoding has parameters that are not categorical, or none.</exception>
    public Reinforce(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        _random = context.Random;
        _encoding = context.Encoding;
        if (_encoding.Parameters.IsEmpty || !_encoding.HasGenotypes)
        {
            throw new SearchException($"reinforce needs an encoding whose parameters are all categorical; {_encoding.Name} is not one");
        }

        _epochs = context.FullEpochs;
        _rate = settings.Number("learning_rate");
        _momentum = settings.Number("momentum");
        _scale = settings.Number("reward_scale");
        _configuration = new double[_encoding.Parameters.Length];
        _policy = new SoftmaxPolicy(_encoding.Parameters, settings.Word("optimizer") == "adam");
        double deviation = settings.Number("initial_deviation");
        if (deviation > 0)
        {
            _policy.Scatter(deviation, context.ModelRandom);
        }
    }

    /// <summary>What has been learned so far.</summary>
    internal SoftmaxPolicy Policy => _policy;

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        for (int attempt = 0; attempt < UniformCells.MaxAttempts; attempt++)
        {
            _policy.Draw(_random, _configuration);
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
        if (answer.ValidationAccuracy <= LeastReward)
        {
            return;
        }

        double reward = _scale * answer.ValidationAccuracy;
        _weight = (_momentum * _weight) + (1 - _momentum);

        // The same as the quotient of two moving averages, but exact at the first reward. A momentum of 1 never moves: the baseline stays 0.
        _baseline += _weight > 0 ? (1 - _momentum) / _weight * (reward - _baseline) : 0;
        _policy.Learn(_configuration, reward - _baseline, _rate);
    }
}
