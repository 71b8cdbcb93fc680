namespace NasBench.Search;

/// <summary>
/// Configurations of an encoding as rows of bits that a forest splits on: a parameter of two values is a bit, one of more values a bit for each, an integer
/// one for each value above 0 that it reaches, a continuous number one for each sixteenth of its range.
/// </summary>
/// <remarks>
/// The numbers themselves follow behind the bits, so that a row says everything. Neighbours are those of ConfigSpace: every other value of a categorical
/// parameter, and for a number four draws from a normal distribution around it with a fifth of its range as standard deviation, cut to the range.
/// </remarks>
internal sealed class ConfigurationRows
{
    private const int Thresholds = 15;
    private const int NumberNeighbors = 4;
    private const double NeighborDeviation = 0.2;
    private const int MaxTogether = 2048;

    private readonly EncodingParameter[] _parameters;
    private readonly int[] _numbers;
    private readonly int[] _neighborParameters;
    private readonly int[] _neighborChoices;
    private readonly List<(int Word, ulong[] Values)> _together = [];
    private readonly int _firstAlone;

    public ConfigurationRows(ReadOnlySpan<EncodingParameter> parameters)
    {
        _parameters = parameters.ToArray();
        _numbers = new int[parameters.Length];
        Columns = new SplitColumns([.. _parameters.Select(CountColumns)]);
        Length = Columns.WordCount;
        for (int i = 0; i < _parameters.Length; i++)
        {
            _numbers[i] = _parameters[i].Kind == ParameterKind.Continuous ? Length++ : -1;
        }

        int[] counts = [.. _parameters.Select(parameter => parameter.Kind == ParameterKind.Categorical ? parameter.Count - 1 : NumberNeighbors)];
        _neighborParameters = [.. Enumerable.Range(0, counts.Length).SelectMany(i => Enumerable.Repeat(i, counts[i]))];
        _neighborChoices = [.. counts.SelectMany(count => Enumerable.Range(0, count))];
        while (_firstAlone < _parameters.Length && TryTakeTogether(ref _firstAlone))
        {
        }
    }

    /// <summary>What a forest can split on.</summary>
    public SplitColumns Columns { get; }

    /// <summary>The words of a row.</summary>
    public int Length { get; }

    /// <summary>The number of neighbours of a configuration.</summary>
    public int NeighborCount => _neighborParameters.Length;

    /// <summary>Draws a configuration: each parameter independently and uniformly.</summary>
    /// <param name="random">Makes the draws.</param>
    /// <param name="row">Receives the row.</param>
    public void Draw(Random random, Span<ulong> row)
    {
        row.Clear();
        foreach ((int word, ulong[] values) in _together)
        {
            row[word] |= values[RandomDraws.Below(random, values.Length)];
        }

        for (int i = _firstAlone; i < _parameters.Length; i++)
        {
            bool isContinuous = _parameters[i].Kind == ParameterKind.Continuous;
            Write(i, isContinuous ? CategoricalDraws.Unit(random) : RandomDraws.Below(random, _parameters[i].Count), row);
        }
    }

    /// <summary>The row of a configuration.</summary>
    /// <param name="configuration">A number for each parameter.</param>
    /// <param name="row">Receives the row.</param>
    public void Write(ReadOnlySpan<double> configuration, Span<ulong> row)
    {
        row.Clear();
        for (int i = 0; i < _parameters.Length; i++)
        {
            Write(i, configuration[i], row);
        }
    }

    /// <summary>The configuration of a row.</summary>
    /// <param name="row">The row.</param>
    /// <param name="configuration">Receives a number for each parameter.</param>
    public void Read(ReadOnlySpan<ulong> row, Span<double> configuration)
    {
        for (int i = 0; i < _parameters.Length; i++)
        {
            configuration[i] = Read(i, row);
        }
    }

    /// <summary>The parameter in which a neighbour differs.</summary>
    /// <param name="neighbor">The neighbour's number, from 0 to <see cref="NeighborCount"/> - 1.</param>
    public int ParameterOf(int neighbor) => _neighborParameters[neighbor];

    /// <summary>Whether it differs in a number, so that draws decide where it is.</summary>
    /// <param name="neighbor">The neighbour's number.</param>
    public bool IsDrawn(int neighbor) => _parameters[_neighborParameters[neighbor]].Kind != ParameterKind.Categorical;

    /// <summary>Goes to a neighbour.</summary>
    /// <param name="neighbor">Its number.</param>
    /// <param name="random">Makes the draws of numbers; categorical parameters need none.</param>
    /// <param name="row">The row, which becomes that of the neighbour.</param>
    public void Move(int neighbor, Random random, Span<ulong> row)
    {
        int parameter = _neighborParameters[neighbor];
        double present = Read(parameter, row);
        if (_parameters[parameter].Kind == ParameterKind.Categorical)
        {
            int choice = _neighborChoices[neighbor];
            Write(parameter, choice < (int)present ? choice : choice + 1, row);
            return;
        }

        Write(parameter, DrawNear(_parameters[parameter], present, random), row);
    }

    private static int CountColumns(EncodingParameter parameter) => parameter.Kind switch
    {
        ParameterKind.Continuous => Thresholds,
        ParameterKind.Integer => parameter.Count - 1,
        _ => parameter.Count <= 2 ? parameter.Count - 1 : parameter.Count,
    };

    private static double DrawNear(EncodingParameter parameter, double present, Random random)
    {
        int count = parameter.Kind == ParameterKind.Integer ? parameter.Count : 0;
        double place = count > 0 ? (present + 0.5) / count : present;
        while (true)
        {
            double drawn = place + (NeighborDeviation * CategoricalDraws.Normal(random));
            double value = count > 0 ? Math.Floor(drawn * count) : drawn;
            if (drawn is >= 0 and < 1 && (value != present || count == 1))
            {
                return value;
            }
        }
    }

    /// <summary>Takes the next parameters together, as many as one draw from a short table can decide.</summary>
    private bool TryTakeTogether(ref int first)
    {
        int word = Columns.Start(first) / SplitColumns.WordWidth;
        int end = first;
        int values = 1;
        while (end < _parameters.Length
            && _parameters[end].Kind == ParameterKind.Categorical
            && (long)values * _parameters[end].Count <= MaxTogether
            && (Columns.Start(end + 1) - 1) / SplitColumns.WordWidth == word)
        {
            values *= _parameters[end++].Count;
        }

        if (end == first)
        {
            return false;
        }

        var table = new ulong[values];
        var row = new ulong[Columns.WordCount];
        for (int number = 0; number < values; number++)
        {
            Array.Clear(row);
            int rest = number;
            for (int i = first; i < end; i++)
            {
                Write(i, rest % _parameters[i].Count, row);
                rest /= _parameters[i].Count;
            }

            table[number] = row[word];
        }

        _together.Add((word, table));
        first = end;
        return true;
    }

    private void Write(int parameter, double value, Span<ulong> row)
    {
        int start = Columns.Start(parameter);
        int end = Columns.Start(parameter + 1);
        ParameterKind kind = _parameters[parameter].Kind;
        for (int column = start; column < end; column++)
        {
            int place = column - start;
            bool isSet = kind switch
            {
                ParameterKind.Continuous => value >= (place + 1.0) / (Thresholds + 1),
                ParameterKind.Integer => value > place,
                _ => (int)value == (end - start == 1 ? 1 : place),
            };
            ulong bit = 1UL << (column % SplitColumns.WordWidth);
            ref ulong word = ref row[column / SplitColumns.WordWidth];
            word = isSet ? word | bit : word & ~bit;
        }

        if (_numbers[parameter] >= 0)
        {
            row[_numbers[parameter]] = BitConverter.DoubleToUInt64Bits(value);
        }
    }

    private double Read(int parameter, ReadOnlySpan<ulong> row)
    {
        if (_numbers[parameter] >= 0)
        {
            return BitConverter.UInt64BitsToDouble(row[_numbers[parameter]]);
        }

        bool isInteger = _parameters[parameter].Kind == ParameterKind.Integer;
        int start = Columns.Start(parameter);
        int width = Columns.Start(parameter + 1) - start;
        int value = 0;
        for (int place = 0; place < width; place++)
        {
            bool isSet = SplitColumns.Has(row, start + place);
            value += isSet ? isInteger || width == 1 ? 1 : place : 0;
        }

        return value;
    }
}
