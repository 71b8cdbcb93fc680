namespace NasBench.Search;

/// <summary>
/// SMAC's search for the configuration with the highest expected improvement: local searches from the evaluated ones where it is highest, and uniform
/// candidates, all sorted by it with ties in random order.
/// </summary>
/// <remarks>For one run and one thread; it allocates only where evaluations become more.</remarks>
internal sealed class ChallengerSearch
{
    private readonly ConfigurationRows _rows;
    private readonly RandomForest _forest;
    private readonly EvaluatedRows _evaluated;
    private readonly ForestClimb _climb;
    private readonly BitColumns _columns;
    private readonly ulong[] _candidates;
    private readonly double[] _candidateValues;
    private readonly double[] _climbed;
    private readonly int[] _starts;
    private readonly double[] _startImprovements;
    private readonly ulong[] _asked;
    private readonly int _uniform;
    private double[] _values = [];

    /// <summary>Prepares the search.</summary>
    /// <param name="rows">The configurations.</param>
    /// <param name="forest">The model; its samples are the evaluated configurations in their order.</param>
    /// <param name="evaluated">The evaluated configurations.</param>
    /// <param name="localSearches">The number of local searches.</param>
    /// <param name="uniform">The number of uniform candidates.</param>
    public ChallengerSearch(ConfigurationRows rows, RandomForest forest, EvaluatedRows evaluated, int localSearches, int uniform)
    {
        _rows = rows;
        _forest = forest;
        _evaluated = evaluated;
        _climb = new ForestClimb(rows, forest);
        _columns = new BitColumns(rows.Columns.Count);
        _uniform = uniform;
        _candidates = new ulong[(localSearches + uniform) * rows.Length];
        _candidateValues = new double[forest.Trees.Length * uniform];
        _asked = new ulong[rows.Length];
        _climbed = new double[localSearches];
        _starts = new int[localSearches];
        _startImprovements = new double[localSearches];
    }

    /// <summary>Searches, by the forest as it is.</summary>
    /// <param name="loss">The loss to improve on.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="isOpen">Whether a configuration can be the choice; asked of few.</param>
    /// <param name="chosen">Receives the row of the first open one.</param>
    /// <returns>Whether there is one.</returns>
    public bool TryChoose(double loss, Random random, Func<ulong[], bool> isOpen, ulong[] chosen)
    {
        var improvement = new ForestImprovement(_forest.Trees.Length, loss);
        int starts = FindStarts(improvement, new TieOrder(RandomDraws.Bits(random)));
        for (int i = 0; i < starts; i++)
        {
            Span<ulong> row = Candidate(i);
            _evaluated.Row(_starts[i]).CopyTo(row);
            _climbed[i] = _climb.Climb(row, improvement, random);
        }

        for (int i = 0; i < _uniform; i++)
        {
            _rows.Draw(random, Candidate(starts + i));
        }

        _columns.Set(_candidates.AsSpan(starts * _rows.Length), _rows.Length, _uniform);
        _forest.Score(_columns, 0, _candidateValues, _uniform);
        var order = new TieOrder(RandomDraws.Bits(random));
        double best = double.NegativeInfinity;
        ulong bestKey = 0;
        for (int i = 0; i < starts + _uniform; i++)
        {
            double value = i < starts ? _climbed[i] : improvement.Of(_candidateValues.AsSpan(i - starts), _uniform, best);
            if (value < best || double.IsNegativeInfinity(value))
            {
                continue;
            }

            ulong key = order.KeyOf(i);
            if (value == best && key >= bestKey)
            {
                continue;
            }

            Candidate(i).CopyTo(_asked);
            if (isOpen(_asked))
            {
                best = value;
                bestKey = key;
                _asked.AsSpan().CopyTo(chosen);
            }
        }

        return best > double.NegativeInfinity;
    }

    /// <summary>Finds the evaluated configurations of the highest expected improvement, the highest first.</summary>
    private int FindStarts(ForestImprovement improvement, TieOrder order)
    {
        int count = _evaluated.Count;
        int needed = count * _forest.Trees.Length;
        if (_values.Length < needed)
        {
            _values = new double[2 * needed];
        }

        _forest.Score(_forest.Samples, 0, _values, count);
        int found = 0;
        for (int entry = 0; entry < count && _starts.Length > 0; entry++)
        {
            double limit = found < _starts.Length ? double.NegativeInfinity : _startImprovements[^1];
            double value = improvement.Of(_values.AsSpan(entry), count, limit);
            if (found == _starts.Length && !IsBefore(value, entry, found - 1, order))
            {
                continue;
            }

            int place = found < _starts.Length ? found++ : found - 1;
            for (; place > 0 && IsBefore(value, entry, place - 1, order); place--)
            {
                _starts[place] = _starts[place - 1];
                _startImprovements[place] = _startImprovements[place - 1];
            }

            _starts[place] = entry;
            _startImprovements[place] = value;
        }

        return found;
    }

    private bool IsBefore(double value, int entry, int place, TieOrder order)
        => value > _startImprovements[place] || (value == _startImprovements[place] && order.KeyOf(entry) < order.KeyOf(_starts[place]));

    private Span<ulong> Candidate(int candidate) => _candidates.AsSpan(candidate * _rows.Length, _rows.Length);
}
