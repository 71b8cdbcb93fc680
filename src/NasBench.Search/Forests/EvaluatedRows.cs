namespace NasBench.Search;

/// <summary>The configurations that were evaluated, each once, with the losses of all their runs.</summary>
/// <remarks>A table of hashes finds a configuration; runs are chained in one array. For one run and one thread; it allocates only where it grows.</remarks>
internal sealed class EvaluatedRows(int length)
{
    private ulong[] _rows = [];
    private int[] _places = [];
    private int[] _firstRun = [];
    private int[] _lastRun = [];
    private int[] _runCounts = [];
    private double[] _sums = [];
    private double[] _losses = [];
    private int[] _nextRun = [];
    private int _allRuns;

    /// <summary>The number of configurations.</summary>
    public int Count { get; private set; }

    /// <summary>The row of a configuration.</summary>
    public ReadOnlySpan<ulong> Row(int entry) => _rows.AsSpan(entry * length, length);

    /// <summary>The number of its runs.</summary>
    public int RunCount(int entry) => _runCounts[entry];

    /// <summary>The mean loss of its runs.</summary>
    public double MeanLoss(int entry) => _sums[entry] / _runCounts[entry];

    /// <summary>The mean loss of its first runs.</summary>
    /// <param name="entry">The configuration.</param>
    /// <param name="runs">How many, at most <see cref="RunCount"/>.</param>
    public double MeanLoss(int entry, int runs)
    {
        double sum = 0;
        int run = _firstRun[entry];
        for (int i = 0; i < runs; i++)
        {
            sum += _losses[run];
            run = _nextRun[run];
        }

        return sum / runs;
    }

    /// <summary>The configuration of a row; -1 where it was not evaluated.</summary>
    public int Find(ReadOnlySpan<ulong> row) => Count == 0 ? -1 : _places[FindPlace(row)] - 1;

    /// <summary>Adds a run.</summary>
    /// <param name="row">The row of its configuration.</param>
    /// <param name="loss">Its loss.</param>
    /// <returns>The configuration: the number that there were before, where it is new.</returns>
    public int Add(ReadOnlySpan<ulong> row, double loss)
    {
        int entry = Find(row);
        if (entry < 0)
        {
            entry = AddRow(row);
        }

        if (_allRuns == _losses.Length)
        {
            Array.Resize(ref _losses, Math.Max(2 * _allRuns, 64));
            Array.Resize(ref _nextRun, _losses.Length);
        }

        int run = _allRuns++;
        _losses[run] = loss;
        if (_runCounts[entry] == 0)
        {
            _firstRun[entry] = run;
        }
        else
        {
            _nextRun[_lastRun[entry]] = run;
        }

        _lastRun[entry] = run;
        _runCounts[entry]++;
        _sums[entry] += loss;
        return entry;
    }

    private int AddRow(ReadOnlySpan<ulong> row)
    {
        if (Count == _sums.Length)
        {
            Grow(Math.Max(2 * Count, 64));
        }

        row[..length].CopyTo(_rows.AsSpan(Count * length));
        _places[FindPlace(row)] = Count + 1;
        return Count++;
    }

    private void Grow(int capacity)
    {
        Array.Resize(ref _rows, capacity * length);
        Array.Resize(ref _firstRun, capacity);
        Array.Resize(ref _lastRun, capacity);
        Array.Resize(ref _runCounts, capacity);
        Array.Resize(ref _sums, capacity);
        _places = new int[4 * capacity];
        for (int entry = 0; entry < Count; entry++)
        {
            _places[FindPlace(Row(entry))] = entry + 1;
        }
    }

    /// <summary>The place of a row in the table of hashes: where it is, or where it would be put. A place holds a configuration + 1.</summary>
    private int FindPlace(ReadOnlySpan<ulong> row)
    {
        ulong hash = 0;
        foreach (ulong word in row[..length])
        {
            hash = new SplitMix64(hash ^ word).Next();
        }

        int mask = _places.Length - 1;
        int place = (int)hash & mask;
        while (_places[place] != 0 && !Row(_places[place] - 1).SequenceEqual(row[..length]))
        {
            place = (place + 1) & mask;
        }

        return place;
    }
}
