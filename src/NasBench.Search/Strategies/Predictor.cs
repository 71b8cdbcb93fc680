namespace NasBench.Search;

/// <summary>
/// Search guided by a model of all classes: after some random classes it evaluates those with the best acquisition among all 423,624, so the exact optimum,
/// where other methods look at a sample of candidates. Ours; no published method does so.
/// </summary>
/// <remarks>
/// <para>
/// The model is a random forest (as SMAC's, of ten trees), ridge regression or a Gaussian process. No class is evaluated twice. A choice with the forest takes
/// some ten milliseconds, with ridge regression tenths of a second, with a Gaussian process a time in proportion to the square of its samples: seconds at 200.
/// </para>
/// <para>The features of all classes are made at the first use in a process, and shared.</para>
/// </remarks>
public sealed class Predictor : ISearchStrategy
{
    private static readonly ForestSettings s_forest = new(Trees: 10, FeatureShare: 5.0 / 6, MinSplit: 3, MinLeaf: 3, MaxDepth: 20);

    private readonly StrategyContext _context;
    private readonly ClassModel _model;
    private readonly ClassChoice _choice;
    private readonly SeenCells _seen = new();
    private readonly int _initial;
    private double _best = double.PositiveInfinity;
    private int _drawn;
    private int _next;
    private int _open;

    /// <summary>Starts a run.</summary>
    /// <param name="context">What the run has to work with.</param>
    /// <exception cref="SearchException">The encoding is not that of classes.</exception>
    public Predictor(StrategyContext context)
        : this(context, null)
    {
    }

    /// <summary>Starts a run with another model than the settings name.</summary>
    internal Predictor(StrategyContext context, ClassModel? model)
    {
        ArgumentNullException.ThrowIfNull(context);
        StrategySettings settings = context.Settings;
        if (context.Encoding != SearchEncoding.Class)
        {
            throw new SearchException($"predictor searches in the encoding class, not in {context.Encoding.Name}");
        }

        _context = context;
        var features = CellFeatures.Find(settings.Word("features"));
        _model = model ?? settings.Word("model") switch
        {
            "ridge" => new RegressionClassModel(features, new RidgeRegression()),
            "gp" => new RegressionClassModel(features, new GaussianProcess()),
            _ => new ForestClassModel(features, s_forest),
        };
        _choice = new ClassChoice(_model, Acquisition.Find(settings.Word("acquisition")), settings.Integer("batch"));
        _initial = settings.Integer("initial");
    }

    /// <inheritdoc/>
    public bool TryAsk(out Proposal proposal)
    {
        if (_drawn < _initial)
        {
            _drawn++;
            return TryDraw(out proposal);
        }

        if (_next == _choice.Chosen.Length)
        {
            proposal = default;
            if (_open > 0)
            {
                return false;
            }

            if (double.IsPositiveInfinity(_best))
            {
                return TryDraw(out proposal);
            }

            _model.Fit(_context.ModelRandom);
            _choice.Choose(_best, _seen, _context.ModelRandom);
            _next = 0;
            if (_choice.Chosen.IsEmpty)
            {
                return false;
            }
        }

        int index = _choice.Chosen[_next++];
        _seen.Add(index);
        proposal = Propose(index);
        return true;
    }

    /// <inheritdoc/>
    public void Tell(in Proposal proposal, in Answer answer)
    {
        _open--;

        // What the data lack is known to be no cell to train with.
        if (answer.Loss < 1)
        {
            _model.Add(proposal.Cell, answer.Loss);
            _best = Math.Min(_best, answer.Loss);
        }
    }

    private bool TryDraw(out Proposal proposal)
    {
        bool isThere = _seen.TryNextUnseen(_context.Random, out int index);
        proposal = isThere ? Propose(index) : default;
        return isThere;
    }

    private Proposal Propose(int index)
    {
        _open++;
        return new Proposal(Space<Nas101>.CellAt(index), index, _context.FullEpochs);
    }
}
