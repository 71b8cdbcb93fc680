namespace NasBench.Search;

/// <summary>BOHB's model for parameters of any kind. Whole numbers are taken as continuous ones, each in the middle of its part of [0, 1].</summary>
/// <remarks>A fit and a candidate cost time in proportion to evaluations and parameters.</remarks>
internal sealed class MixedKernels : KernelModel
{
    private readonly EncodingParameter[] _parameters;
    private readonly List<double> _losses = [];
    private readonly List<double[]> _rows = [];
    private readonly double[] _goodWidths;
    private readonly double[] _badWidths;
    private readonly double[] _candidate;

    public MixedKernels(KernelSettings settings, ReadOnlySpan<EncodingParameter> parameters)
        : base(settings, parameters.Length)
    {
        _parameters = parameters.ToArray();
        _goodWidths = new double[parameters.Length];
        _badWidths = new double[parameters.Length];
        _candidate = new double[parameters.Length];
    }

    /// <summary>The bandwidths of the good ones.</summary>
    public ReadOnlySpan<double> GoodWidths => _goodWidths;

    protected override void Insert(ReadOnlySpan<double> configuration, double loss)
    {
        var row = new double[_parameters.Length];
        for (int k = 0; k < row.Length; k++)
        {
            row[k] = _parameters[k].Kind == ParameterKind.Integer ? (configuration[k] + 0.5) / _parameters[k].Count : configuration[k];
        }

        int place = _losses.BinarySearch(loss);
        place = place < 0 ? ~place : place;
        while (place < _losses.Count && _losses[place] <= loss)
        {
            place++;
        }

        _losses.Insert(place, loss);
        _rows.Insert(place, row);
    }

    protected override void Fit()
    {
        for (int k = 0; k < _parameters.Length; k++)
        {
            _goodWidths[k] = Width(k, 0, GoodCount);
            _badWidths[k] = Width(k, GoodCount, BadCount);
        }
    }

    protected override void ProposeBest(Random random, Span<double> configuration)
    {
        double best = double.PositiveInfinity;
        for (int sample = 0; sample < Settings.Samples; sample++)
        {
            DrawCandidate(random);
            double ratio = Math.Max(Density(_badWidths, GoodCount, BadCount), Floor) / Math.Max(Density(_goodWidths, 0, GoodCount), Floor);
            if (ratio < best)
            {
                best = ratio;
                _candidate.CopyTo(configuration);
            }
        }

        for (int k = 0; k < _parameters.Length; k++)
        {
            if (_parameters[k].Kind == ParameterKind.Integer)
            {
                configuration[k] = Math.Floor(configuration[k] * _parameters[k].Count);
            }
        }
    }

    private void DrawCandidate(Random random)
    {
        double[] row = _rows[RandomDraws.Below(random, GoodCount)];
        for (int k = 0; k < row.Length; k++)
        {
            _candidate[k] = _parameters[k].Kind != ParameterKind.Categorical
                ? DrawNumber(random, row[k], Settings.BandwidthFactor * _goodWidths[k])
                : RandomDraws.Chance(random, 1 - _goodWidths[k]) ? row[k] : RandomDraws.Below(random, _parameters[k].Count);
        }
    }

    private static double DrawNumber(Random random, double mean, double deviation)
    {
        while (true)
        {
            double drawn = mean + (deviation * CategoricalDraws.Normal(random));
            if (drawn is >= 0 and < 1)
            {
                return drawn;
            }
        }
    }

    private double Density(double[] widths, int first, int count)
    {
        double sum = 0;
        for (int i = first; i < first + count; i++)
        {
            double product = 1;
            for (int k = 0; k < _parameters.Length; k++)
            {
                product *= Kernel(k, widths[k], _rows[i][k], _candidate[k]);
            }

            sum += product;
        }

        return sum / count;
    }

    private double Kernel(int parameter, double width, double center, double at)
    {
        if (_parameters[parameter].Kind == ParameterKind.Categorical)
        {
            return center == at ? 1 - width : width / (_parameters[parameter].Count - 1);
        }

        double distance = (at - center) / width;
        return Math.Exp(-0.5 * distance * distance) / (width * Math.Sqrt(2 * Math.PI));
    }

    private double Width(int parameter, int first, int count)
    {
        double sum = 0;
        double squares = 0;
        for (int i = first; i < first + count; i++)
        {
            sum += _rows[i][parameter];
            squares += _rows[i][parameter] * _rows[i][parameter];
        }

        return Bandwidth(sum, squares, count, _parameters[parameter].Kind == ParameterKind.Categorical);
    }
}
