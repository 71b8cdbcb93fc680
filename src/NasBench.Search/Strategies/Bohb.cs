namespace NasBench.Search;

/// <summary>
/// BOHB (Falkner, Klein and Hutter, "BOHB: robust and efficient hyperparameter optimization at scale", 2018): <see cref="Hyperband"/> whose configurations
/// are drawn by a model of kernel densities, that of the largest number of epochs that has one.
/// </summary>
/// <remarks>
/// <para>
/// With d parameters a number of epochs has a model from 2(d + 1) evaluations on. Once it has one, evaluations with fewer epochs are forgotten, as in
/// HpBandSter. Invalid configurations are evaluations with a loss of 1.
/// </para>
/// <para>
/// On categorical parameters a proposal costs some nanoseconds for each evaluation of its model and candidate, so a step of a run of some thousands costs
/// microseconds; the model is fitted again only when its evaluations have changed.
/// </para>
/// </remarks>
public sealed class Bohb : ISearchStrategy
{
    private readonly Random _random;
    private readonly Random _modelRandom;
    private readonly SearchEncoding _encoding;
    private readonly UniformCells _uniform;
    private readonly BracketLoop _loop;
    private readonly double _randomPart;
    private readonly KernelModel[] _models;
    private readonly double[] _configuration;
    private readonly double[][] _drawn;
    private int _modelRung = -1;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The data lack one of the rungs, or the encoding has no parameters.</exception>
    public Bohb(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        _random = context.Random;
        _modelRandom = context.ModelRandom;
        _encoding = context.Encoding;
        ReadOnlySpan<EncodingParameter> parameters = _encoding.Parameters;
        if (parameters.IsEmpty)
        {
            throw new SearchException($"bohb needs an encoding with parameters; {_encoding.Name} has none");
        }

        _uniform = new UniformCells(_encoding);
        RungLadder ladder = RungLadder.Create("bohb", context);
        _loop = new BracketLoop(ladder);
        _randomPart = settings.Number("random_fraction");
        var kernels = new KernelSettings(
            settings.Integer("num_samples"),
            settings.Integer("top_n_percent"),
            settings.Number("min_bandwidth"),
            settings.Number("bandwidth_factor"));
        PackedParameters? packed = PackedParameters.Fits(parameters) ? new PackedParameters(parameters) : null;
        _models = new KernelModel[ladder.Count];
        int largest = 0;
        for (int rung = 0; rung < ladder.Count; rung++)
        {
            _models[rung] = packed is null ? new MixedKernels(kernels, parameters) : new PackedKernels(kernels, packed);
            largest = Math.Max(largest, ladder.StartCount(rung));
        }

        _configuration = new double[parameters.Length];
        _drawn = new double[largest][];
        for (int i = 0; i < _drawn.Length; i++)
        {
            _drawn[i] = new double[parameters.Length];
        }
    }

    /// <summary>The rung of the model that draws; -1 while there is none.</summary>
    internal int ModelRung => _modelRung;

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        proposal = default;
        if (!_loop.CanAsk)
        {
            return false;
        }

        if (!_loop.NeedsNew)
        {
            proposal = _loop.AskPromoted();
            return true;
        }

        if (!TryDraw(out Cell cell, out int index))
        {
            return false;
        }

        proposal = _loop.AskNew(cell, index);
        _configuration.CopyTo(_drawn[proposal.Token], 0);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        int rung = _loop.Rung;
        if (rung >= _modelRung)
        {
            _models[rung].Add(_drawn[_loop.OriginOf(proposal.Token)], answer.Loss);
            if (_models[rung].IsThere)
            {
                _modelRung = rung;
            }
        }

        _loop.Tell(proposal.Token, answer.Loss);
    }

    private bool TryDraw(out Cell cell, out int index)
    {
        if (_modelRung < 0 || RandomDraws.Chance(_random, _randomPart))
        {
            return _uniform.TryNext(_random, _configuration, out cell, out index);
        }

        for (int attempt = 0; attempt < UniformCells.MaxAttempts; attempt++)
        {
            _models[_modelRung].Propose(_modelRandom, _configuration);
            cell = _encoding.Decode(_configuration, out index);
            if (index >= 0 || !_encoding.RejectsInvalid)
            {
                return true;
            }
        }

        cell = default;
        index = -1;
        return false;
    }
}
