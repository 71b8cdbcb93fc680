namespace NasBench.Search;

/// <summary>
/// The model that BOHB has at one number of epochs: a kernel density of its good evaluations and one of its bad ones, and proposals where the first is
/// large and the second small (Falkner, Klein and Hutter, "BOHB: robust and efficient hyperparameter optimization at scale", 2018; HpBandSter).
/// </summary>
/// <remarks>
/// With d parameters it needs 2(d + 1) evaluations: d + 1 good ones, and as many bad ones. A categorical parameter's kernel has the declared number of choices,
/// where statsmodels counts the values that are present; a bandwidth above 1, which many choices without an order lead to, is cut to 1.
/// For one run and one thread.
/// </remarks>
/// <param name="settings">How the model is built.</param>
/// <param name="dimensions">The number of parameters.</param>
internal abstract class KernelModel(KernelSettings settings, int dimensions)
{
    /// <summary>The least density that is divided by.</summary>
    protected const double Floor = 1e-32;

    private bool _isStale = true;

    /// <summary>The number of evaluations.</summary>
    public int Count { get; private set; }

    /// <summary>Whether there are enough evaluations for a model.</summary>
    public bool IsThere => Count >= dimensions + 1 && GoodCount > dimensions && BadCount > dimensions;

    /// <summary>The number of good evaluations.</summary>
    public int GoodCount => Math.Min(Math.Max(dimensions + 1, settings.TopPercent * Count / 100), Count);

    /// <summary>The number of bad evaluations; the worst of all can be neither.</summary>
    public int BadCount => Math.Min(Math.Max(dimensions + 1, (100 - settings.TopPercent) * Count / 100), Count - GoodCount);

    /// <summary>How the model is built.</summary>
    protected KernelSettings Settings => settings;

    /// <summary>Takes in an evaluation.</summary>
    /// <param name="configuration">A number for each parameter.</param>
    /// <param name="loss">Its loss.</param>
    public void Add(ReadOnlySpan<double> configuration, double loss)
    {
        Insert(configuration, loss);
        Count++;
        _isStale = true;
    }

    /// <summary>Proposes the best of some candidates; of equal ones the first.</summary>
    /// <param name="random">Makes the draws.</param>
    /// <param name="configuration">Receives a number for each parameter.</param>
    public void Propose(Random random, Span<double> configuration)
    {
        if (_isStale)
        {
            Fit();
            _isStale = false;
        }

        ProposeBest(random, configuration);
    }

    /// <summary>The bandwidth of a parameter by the normal reference rule, within its limits.</summary>
    /// <param name="sum">The sum of its values.</param>
    /// <param name="squares">The sum of their squares.</param>
    /// <param name="count">The number of values.</param>
    /// <param name="isCategorical">Whether the parameter is categorical.</param>
    protected double Bandwidth(double sum, double squares, int count, bool isCategorical)
    {
        double mean = sum / count;
        double deviation = Math.Sqrt(Math.Max((squares / count) - (mean * mean), 0));
        double bandwidth = Math.Max(1.06 * deviation * Math.Pow(count, -1.0 / (4 + dimensions)), settings.MinBandwidth);
        return isCategorical ? Math.Min(bandwidth, 1) : bandwidth;
    }

    /// <summary>Puts an evaluation behind those with a loss that is not larger.</summary>
    protected abstract void Insert(ReadOnlySpan<double> configuration, double loss);

    /// <summary>Computes both densities.</summary>
    protected abstract void Fit();

    /// <summary>Draws candidates and gives the best.</summary>
    protected abstract void ProposeBest(Random random, Span<double> configuration);
}
