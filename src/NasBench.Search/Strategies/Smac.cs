namespace NasBench.Search;

/// <summary>
/// SMAC (Hutter, Hoos and Leyton-Brown, "Sequential model-based optimization for general algorithm configuration", 2011; SMAC3 v0.10): a random forest predicts
/// losses, the configuration with the highest expected improvement challenges the incumbent, and a race decides.
/// </summary>
/// <remarks>
/// <para>
/// A part of the challengers is uniform in place of the model's choice. In a race the challenger has as many evaluations as the incumbent, 1, 2, 4 and so
/// on; it loses as soon as its mean is not lower than that of as many of the incumbent's. Before each race the incumbent has one evaluation more, up to a
/// limit. A configuration that would lose without an evaluation does not challenge again.
/// </para>
/// <para>
/// Invalid configurations have a loss of 1 and are part of the model. Continuous numbers are split on at sixteenths of their range. Each challenger of the
/// model costs a fit: with n evaluated configurations some hundred nanoseconds times n.
/// </para>
/// </remarks>
public sealed class Smac : ISearchStrategy
{
    private readonly Random _random;
    private readonly Random _modelRandom;
    private readonly SearchEncoding _encoding;
    private readonly int _epochs;
    private readonly double _randomShare;
    private readonly int _maxEvaluations;
    private readonly ConfigurationRows _rows;
    private readonly EvaluatedRows _evaluated;
    private readonly RandomForest _forest;
    private readonly ChallengerSearch _search;
    private readonly Func<ulong[], bool> _isOpen;
    private readonly double[] _configuration;
    private readonly ulong[] _challenger;
    private readonly ulong[] _asked;
    private int _incumbent = -1;
    private int _level;
    private bool _isRace;
    private bool _isIncumbentsTurn;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The encoding has no parameters.</exception>
    public Smac(StrategyContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        _random = context.Random;
        _modelRandom = context.ModelRandom;
        _encoding = context.Encoding;
        ReadOnlySpan<EncodingParameter> parameters = _encoding.Parameters;
        if (parameters.IsEmpty)
        {
            throw new SearchException($"smac needs an encoding with parameters; {_encoding.Name} has none");
        }

        _epochs = context.FullEpochs;
        _randomShare = settings.Number("random_share");
        _maxEvaluations = settings.Integer("max_evaluations");
        _rows = new ConfigurationRows(parameters);
        _evaluated = new EvaluatedRows(_rows.Length);
        var forest = new ForestSettings(
            settings.Integer("trees"),
            settings.Number("feature_share"),
            settings.Integer("min_split"),
            settings.Integer("min_leaf"),
            settings.Integer("max_depth"));
        _forest = new RandomForest(_rows.Columns, forest);
        _search = new ChallengerSearch(_rows, _forest, _evaluated, settings.Integer("local_searches"), settings.Integer("random_candidates"));
        _isOpen = IsOpen;
        _configuration = new double[parameters.Length];
        _challenger = new ulong[_rows.Length];
        _asked = new ulong[_rows.Length];
    }

    /// <summary>The evaluated configurations.</summary>
    internal EvaluatedRows Known => _evaluated;

    /// <summary>Which of them is the incumbent; -1 before the first evaluation.</summary>
    internal int Best => _incumbent;

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        while (!_isRace)
        {
            if (!TryChoose())
            {
                proposal = default;
                return false;
            }

            _isRace = true;
            _level = 1;
            _isIncumbentsTurn = _incumbent >= 0 && _evaluated.RunCount(_incumbent) < _maxEvaluations;
            if (!_isIncumbentsTurn)
            {
                Race();
            }
        }

        ReadOnlySpan<ulong> row = _isIncumbentsTurn ? _evaluated.Row(_incumbent) : _challenger;
        row.CopyTo(_asked);
        _rows.Read(row, _configuration);
        Cell cell = _encoding.Decode(_configuration, out int index);
        proposal = new Proposal(cell, index, _epochs);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        int entry = _evaluated.Add(_asked, answer.Loss);
        if (entry == _forest.Count)
        {
            _forest.Add(_asked, answer.Loss);
        }
        else
        {
            _forest.SetTarget(entry, _evaluated.MeanLoss(entry));
        }

        _isIncumbentsTurn = false;
        if (_incumbent < 0)
        {
            _incumbent = entry;
            _isRace = false;
            return;
        }

        Race();
    }

    /// <summary>Goes on with the race as far as it gets without another evaluation of the challenger.</summary>
    private void Race()
    {
        if (_incumbent < 0)
        {
            return;
        }

        int entry = _evaluated.Find(_challenger);
        int runs = entry < 0 ? 0 : _evaluated.RunCount(entry);
        int all = _evaluated.RunCount(_incumbent);
        while (_isRace)
        {
            int stage = Math.Min(_level, all);
            if (runs < stage)
            {
                return;
            }

            bool isBetter = _evaluated.MeanLoss(entry, stage) < _evaluated.MeanLoss(_incumbent, stage);
            _isRace = isBetter && stage < all;
            if (isBetter && stage == all)
            {
                _incumbent = entry;
            }

            _level *= 2;
        }
    }

    private bool TryChoose()
    {
        bool isModels = _incumbent >= 0 && !RandomDraws.Chance(_random, _randomShare);
        if (isModels)
        {
            _forest.Fit(_modelRandom);
            if (_search.TryChoose(_evaluated.MeanLoss(_incumbent), _random, _isOpen, _challenger))
            {
                return true;
            }
        }

        for (int attempt = 0; attempt < UniformCells.MaxAttempts; attempt++)
        {
            _rows.Draw(_random, _challenger);
            if (IsOpen(_challenger))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a configuration can challenge: it is valid where it must be, and does not lose without an evaluation.</summary>
    private bool IsOpen(ulong[] row)
    {
        int entry = _evaluated.Find(row);
        if (entry < 0)
        {
            return !_encoding.RejectsInvalid || IsValid(row);
        }

        if (entry == _incumbent)
        {
            return false;
        }

        int runs = _evaluated.RunCount(entry);
        int all = _evaluated.RunCount(_incumbent);
        for (int level = 1; ; level *= 2)
        {
            int stage = Math.Min(level, all);
            if (runs < stage)
            {
                return true;
            }

            if (!(_evaluated.MeanLoss(entry, stage) < _evaluated.MeanLoss(_incumbent, stage)))
            {
                return false;
            }

            if (stage == all)
            {
                return true;
            }
        }
    }

    private bool IsValid(ulong[] row)
    {
        _rows.Read(row, _configuration);
        _encoding.Decode(_configuration, out int index);
        return index >= 0;
    }
}
