namespace NasBench.Search;

/// <summary>
/// BANANAS (White et al., "BANANAS: Bayesian optimization with neural architectures for neural architecture search", 2021): an ensemble of networks predicts
/// mutations of the best cells, and those with the lowest acquisition are evaluated.
/// </summary>
/// <remarks>
/// <para>
/// It begins with random cells. Then for each batch the ensemble is trained anew on all evaluations. Each of the best cells has its share of mutations;
/// as in naszilla more of the best follow while there are too few candidates, up to five times as many. Where cells are distinct, a candidate that was
/// evaluated before, or is a candidate already, does not count.
/// </para>
/// <para>
/// Invalid cells are not proposed, whatever the encoding. Where mutations lead to nothing new, a random cell takes their place; where draws lead to nothing
/// new either, the strategy is exhausted. A fit takes a time that grows with the number of evaluations.
/// </para>
/// </remarks>
public sealed class Bananas : ISearchStrategy
{
    /// <summary>So many times the number of parents are tried, as in naszilla.</summary>
    private const int Patience = 5;

    private readonly StrategyContext _context;
    private readonly Mutation _mutation;
    private readonly CellFeatures _features;
    private readonly IRegressionModel _model;
    private readonly AcquisitionKind _acquisition;
    private readonly Observations _observations;
    private readonly DistinctCells? _distinct;
    private readonly int _initial;
    private readonly int _share;
    private readonly int _wanted;
    private readonly ulong[] _parents;
    private readonly Proposal[] _candidates;
    private readonly float[] _rows;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _scores;
    private readonly int[] _chosen;
    private int _chosenCount;
    private int _next;
    private int _open;
    private bool _isStarting = true;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The encoding does not have what the mutation changes.</exception>
    public Bananas(StrategyContext context)
        : this(context, null)
    {
    }

    /// <summary>Starts a run with another model than the ensemble.</summary>
    internal Bananas(StrategyContext context, IRegressionModel? model)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        _context = context;
        _mutation = new Mutation(context.Encoding, settings);
        _features = CellFeatures.Find(settings.Word("features"));
        _model = model ?? new NetworkEnsemble(settings.Integer("ensemble"), settings.Integer("training_epochs"));
        _acquisition = Acquisition.Find(settings.Word("acquisition"));
        _observations = new Observations(_features);
        _distinct = settings.Word("distinct") == "yes" ? new DistinctCells(byPaths: settings.Word("identity") == "path") : null;
        _initial = settings.Integer("initial");
        int parents = settings.Integer("parents");
        _wanted = settings.Integer("candidates");
        _share = Math.Max(_wanted / parents, 1);
        _parents = new ulong[parents * Patience];
        _candidates = new Proposal[_wanted + _share];
        _rows = new float[_candidates.Length * _features.Count];
        _means = new double[_candidates.Length];
        _deviations = new double[_candidates.Length];
        _scores = new double[_candidates.Length];
        _chosen = new int[settings.Integer("batch")];
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        if (_isStarting && _observations.Count + _open < _initial)
        {
            _isStarting = TryDraw(out proposal);
            if (_isStarting)
            {
                return true;
            }
        }

        if (_next < _chosenCount)
        {
            proposal = _candidates[_chosen[_next++]];
            _open++;
            return true;
        }

        proposal = default;
        if (_open > 0)
        {
            return false;
        }

        _isStarting = false;
        Choose();
        return _chosenCount > 0 ? TryAsk(out proposal) : TryDraw(out proposal);
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        _open--;

        // What the data lack is known to be no cell to train with.
        if (answer.Loss < 1)
        {
            _observations.Add(proposal.Token, proposal.Cell, answer.Loss);
        }
    }

    /// <summary>Draws a random cell; one that was not met, where cells are distinct.</summary>
    private bool TryDraw(out Proposal proposal)
    {
        for (int attempt = 0; attempt < UniformCells.MaxAttempts; attempt++)
        {
            ulong genotype = _context.Encoding.Draw(_context.Random, out Cell cell, out int index);
            if (index >= 0 && _distinct?.Add(cell, index) != false)
            {
                proposal = new Proposal(cell, index, _context.FullEpochs, Token: genotype);
                _open++;
                return true;
            }
        }

        proposal = default;
        return false;
    }

    /// <summary>Makes candidates and chooses those with the lowest acquisition.</summary>
    private void Choose()
    {
        _next = 0;
        _chosenCount = 0;
        int count = _observations.Count == 0 ? 0 : MakeCandidates();
        if (count == 0)
        {
            return;
        }

        int features = _features.Count;
        for (int i = 0; i < count; i++)
        {
            _features.Write(_candidates[i].Cell, _rows.AsSpan(i * features, features));
        }

        Random random = _context.ModelRandom;
        _model.Fit(_observations.Rows, features, _observations.Losses, random);
        _model.Predict(_rows.AsSpan(0, count * features), _means.AsSpan(0, count), _deviations.AsSpan(0, count));
        Span<double> scores = _scores.AsSpan(0, count);
        Acquisition.Score(_acquisition, _means.AsSpan(0, count), _deviations.AsSpan(0, count), _observations.Best, random, scores);
        _chosenCount = Acquisition.FindLowest(scores, _chosen);
        for (int i = 0; _distinct is not null && i < count; i++)
        {
            if (!_chosen.AsSpan(0, _chosenCount).Contains(i))
            {
                _distinct.Remove(_candidates[i].Cell, _candidates[i].Index);
            }
        }
    }

    private int MakeCandidates()
    {
        int parents = _observations.FindBest(_parents);
        int count = 0;
        for (int parent = 0; parent < parents && count < _wanted; parent++)
        {
            for (int i = 0; i < _share; i++)
            {
                ulong genotype = _mutation.Apply(_parents[parent], _context.Random, out Cell cell, out int index);
                if (index >= 0 && _distinct?.Add(cell, index) != false)
                {
                    _candidates[count++] = new Proposal(cell, index, _context.FullEpochs, Token: genotype);
                }
            }
        }

        return count;
    }
}
