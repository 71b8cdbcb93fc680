namespace NasBench.Search;

/// <summary>BOHB's model for parameters that are all categorical; the same draws and proposals as <see cref="MixedKernels"/>, much faster.</summary>
/// <remarks>A fit costs time in proportion to the good evaluations, a candidate to all, at some nanoseconds each.</remarks>
internal sealed class PackedKernels : KernelModel
{
    /// <summary>Sums of the same terms in another order differ by less: such a candidate is computed to the end before it is refused.</summary>
    private const double Slack = 1 + 1e-9;

    private readonly PackedParameters _parameters;
    private readonly ProductTable _good;
    private readonly ProductTable _bad;
    private readonly double[] _goodWidths;
    private readonly double[] _badWidths;
    private readonly long[] _sums;
    private readonly long[] _squares;
    private double[] _losses = [];
    private ulong[] _rows = [];

    public PackedKernels(KernelSettings settings, PackedParameters parameters)
        : base(settings, parameters.Count)
    {
        _parameters = parameters;
        _good = new ProductTable(parameters);
        _bad = new ProductTable(parameters);
        _goodWidths = new double[parameters.Count];
        _badWidths = new double[parameters.Count];
        _sums = new long[parameters.Count];
        _squares = new long[parameters.Count];
    }

    protected override void Insert(ReadOnlySpan<double> configuration, double loss)
    {
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Math.Max(2 * Count, 64));
            Array.Resize(ref _losses, _rows.Length);
        }

        int low = 0;
        int high = Count;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_losses[middle] <= loss)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        Array.Copy(_rows, low, _rows, low + 1, Count - low);
        Array.Copy(_losses, low, _losses, low + 1, Count - low);
        _rows[low] = _parameters.Pack(configuration);
        _losses[low] = loss;
        for (int k = 0; k < _sums.Length; k++)
        {
            long value = (long)configuration[k];
            _sums[k] += value;
            _squares[k] += value * value;
        }
    }

    protected override void Fit()
    {
        int good = GoodCount;
        int bad = BadCount;
        for (int k = 0; k < _sums.Length; k++)
        {
            (long goodSum, long goodSquares) = Sum(k, 0, good);

            // Whatever is neither good nor bad is one evaluation at most.
            (long restSum, long restSquares) = Sum(k, good + bad, Count - good - bad);
            _goodWidths[k] = Bandwidth(goodSum, goodSquares, good, isCategorical: true);
            _badWidths[k] = Bandwidth(_sums[k] - goodSum - restSum, _squares[k] - goodSquares - restSquares, bad, isCategorical: true);
        }

        _good.Fit(_goodWidths);
        _bad.Fit(_badWidths);
    }

    protected override void ProposeBest(Random random, Span<double> configuration)
    {
        int good = GoodCount;
        int bad = BadCount;
        double best = double.PositiveInfinity;
        ulong bestCandidate = 0;
        for (int sample = 0; sample < Settings.Samples; sample++)
        {
            ulong candidate = DrawCandidate(random, good);
            double goodDensity = Math.Max(_good.Sum(_rows.AsSpan(0, good), candidate, double.PositiveInfinity) / good, Floor);
            double limit = best * goodDensity * bad * Slack;
            double badDensity = Math.Max(_bad.Sum(_rows.AsSpan(good, bad), candidate, limit) / bad, Floor);
            double ratio = badDensity / goodDensity;
            if (ratio < best)
            {
                best = ratio;
                bestCandidate = candidate;
            }
        }

        _parameters.Unpack(bestCandidate, configuration);
    }

    private ulong DrawCandidate(Random random, int good)
    {
        ulong candidate = _rows[RandomDraws.Below(random, good)];
        for (int k = 0; k < _goodWidths.Length; k++)
        {
            if (!RandomDraws.Chance(random, 1 - _goodWidths[k]))
            {
                ulong drawn = (ulong)RandomDraws.Below(random, _parameters.ValueCount(k));
                candidate ^= (drawn ^ (ulong)_parameters.Get(candidate, k)) << _parameters.Shift(k);
            }
        }

        return candidate;
    }

    private (long Sum, long Squares) Sum(int parameter, int first, int count)
    {
        long sum = 0;
        long squares = 0;
        foreach (ulong row in _rows.AsSpan(first, count))
        {
            long value = _parameters.Get(row, parameter);
            sum += value;
            squares += value * value;
        }

        return (sum, squares);
    }
}
