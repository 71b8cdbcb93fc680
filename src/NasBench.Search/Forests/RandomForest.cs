namespace NasBench.Search;

/// <summary>
/// A random forest for regression over columns of bits (Breiman, "Random forests", 2001): trees grown from bootstrap samples, with a random choice of features
/// at each split. Its prediction is the mean of the trees, its uncertainty their variance, as in SMAC (Hutter, Hoos and Leyton-Brown, "Sequential model-based
/// optimization for general algorithm configuration", 2011).
/// </summary>
/// <remarks>
/// Targets are whole multiples of 2^-24 of their range, so all sums are exact. A fit of n samples costs about n log n steps of some nanoseconds for each tree.
/// The same samples in the same order and the same draws give the same forest on every machine. For one run and one thread; it allocates only where samples
/// become more.
/// </remarks>
internal sealed class RandomForest
{
    private readonly SplitColumns _columns;
    private readonly TreeGrower _grower;
    private readonly RegressionTree[] _trees;
    private readonly ulong[] _scratch;
    private ulong[] _rows = [];
    private uint[] _targets = [];
    private int[] _weights = [];

    /// <summary>Starts without samples.</summary>
    /// <param name="columns">What can be split on.</param>
    /// <param name="settings">How trees are grown.</param>
    public RandomForest(SplitColumns columns, ForestSettings settings)
    {
        _columns = columns;
        _grower = new TreeGrower(columns, settings);
        _trees = new RegressionTree[settings.Trees];
        for (int tree = 0; tree < _trees.Length; tree++)
        {
            _trees[tree] = new RegressionTree();
        }

        Samples = new BitColumns(columns.Count);
        _scratch = new ulong[RegressionTree.ScratchLength(settings.MaxDepth)];
    }

    /// <summary>The samples.</summary>
    public BitColumns Samples { get; }

    /// <summary>The number of samples.</summary>
    public int Count => Samples.Count;

    /// <summary>The trees.</summary>
    public ReadOnlySpan<RegressionTree> Trees => _trees;

    /// <summary>The smallest value that a target can have.</summary>
    public double Low { get; private set; }

    /// <summary>The difference to the largest value that a target can have.</summary>
    public double Range { get; private set; } = 1;

    /// <summary>Removes all samples.</summary>
    /// <param name="low">The smallest value that a target will have.</param>
    /// <param name="range">The difference to the largest.</param>
    public void Clear(double low, double range)
    {
        Samples.Clear();
        Low = low;
        Range = range > 0 ? range : 1;
    }

    /// <summary>Adds a sample.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="target">Its value.</param>
    /// <exception cref="SearchException">There are as many samples as a forest can hold, about a million.</exception>
    public void Add(ReadOnlySpan<ulong> row, double target)
    {
        int count = Count;
        if (count == SplitSums.MaxSamples)
        {
            throw new SearchException($"a forest holds at most {SplitSums.MaxSamples} configurations");
        }

        int words = _columns.WordCount;
        if (count == _targets.Length)
        {
            Array.Resize(ref _targets, Math.Max(2 * count, 64));
            Array.Resize(ref _weights, _targets.Length);
            Array.Resize(ref _rows, _targets.Length * words);
        }

        row[..words].CopyTo(_rows.AsSpan(count * words));
        Samples.Add(row);
        SetTarget(count, target);
    }

    /// <summary>Changes the value of a sample.</summary>
    /// <param name="sample">The sample.</param>
    /// <param name="target">Its value.</param>
    public void SetTarget(int sample, double target)
        => _targets[sample] = (uint)Math.Round(Math.Clamp((target - Low) / Range, 0, 1) * (1 << SplitSums.TargetWidth));

    /// <summary>Grows all trees anew.</summary>
    /// <param name="random">Makes the draws: for each tree its bootstrap sample, then the features of its splits.</param>
    public void Fit(Random random)
    {
        int count = Count;
        int words = _columns.WordCount;
        double unit = Range / (1 << SplitSums.TargetWidth);
        Span<int> weights = _weights.AsSpan(0, count);
        foreach (RegressionTree tree in _trees)
        {
            weights.Clear();
            for (int draw = 0; draw < count; draw++)
            {
                weights[RandomDraws.Below(random, count)]++;
            }

            _grower.Clear(count);
            for (int sample = 0; sample < count; sample++)
            {
                if (weights[sample] > 0)
                {
                    _grower.Add(_rows.AsSpan(sample * words, words), SplitSums.Pack(weights[sample], _targets[sample]));
                }
            }

            _grower.Grow(tree, Low, unit, random);
        }
    }

    /// <summary>The values of many samples.</summary>
    /// <param name="columns">The samples.</param>
    /// <param name="first">The first word of samples.</param>
    /// <param name="values">Receives the values [trees, samples from there on], tree after tree.</param>
    /// <param name="count">The number of samples.</param>
    public void Score(BitColumns columns, int first, Span<double> values, int count)
    {
        for (int tree = 0; tree < _trees.Length; tree++)
        {
            _trees[tree].Score(columns, first, values.Slice(tree * count, count), _scratch);
        }
    }
}
