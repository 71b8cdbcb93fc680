using System.Numerics;

namespace NasBench.Search;

/// <summary>Grows trees: at each node the split, of some features drawn at random, that lowers the sum of squared errors most.</summary>
/// <remarks>
/// <para>
/// A node looks at its features in an order that the draws shuffle; of equal splits the first wins, within a feature that of the lowest column. A node none of
/// whose splits lowers the error is a leaf.
/// </para>
/// <para>
/// The sums of a node (see <see cref="SplitSums"/>) are made for its smaller side only; those of the larger side are what is left. For one run and one thread;
/// it allocates only where samples become more.
/// </para>
/// </remarks>
internal sealed class TreeGrower
{
    private readonly SplitColumns _columns;
    private readonly ForestSettings _settings;
    private readonly int _words;
    private readonly int _stride;
    private readonly int _lanes;
    private readonly int _featuresPerSplit;
    private readonly int[] _order;
    private readonly ulong[] _all;
    private readonly ulong[] _allowed;
    private readonly double[] _scores;
    private readonly ulong[] _sums;
    private ulong[] _entries = [];
    private ulong[] _moved = [];
    private int _length;
    private RegressionTree _tree = new();
    private double _low;
    private double _unit;

    public TreeGrower(SplitColumns columns, ForestSettings settings)
    {
        _columns = columns;
        _settings = settings;
        _words = columns.WordCount;
        _stride = _words + 1;
        _lanes = _words * SplitColumns.WordWidth;
        _featuresPerSplit = settings.FeaturesPerSplit(columns.FeatureCount);
        _order = new int[columns.FeatureCount];
        _all = new ulong[_words];
        _allowed = new ulong[_words];
        _scores = new double[_lanes];
        _sums = new ulong[2 * (settings.MaxDepth + 1) * _lanes];
        for (int feature = 0; feature < columns.FeatureCount; feature++)
        {
            for (int word = 0; word < _words; word++)
            {
                _all[word] |= columns.MaskOf(feature)[word];
            }
        }
    }

    /// <summary>Removes all samples, and makes room.</summary>
    /// <param name="capacity">The most samples that will be added.</param>
    public void Clear(int capacity)
    {
        _length = 0;
        if (_entries.Length < capacity * _stride)
        {
            _entries = new ulong[2 * capacity * _stride];
            _moved = new ulong[_entries.Length];
        }
    }

    /// <summary>Adds a sample.</summary>
    /// <param name="row">Its row.</param>
    /// <param name="part">Its part of a sum.</param>
    public void Add(ReadOnlySpan<ulong> row, ulong part)
    {
        _entries[_length++] = part;
        for (int word = 0; word < _words; word++)
        {
            _entries[_length++] = row[word];
        }
    }

    /// <summary>Grows a tree of the samples; their order is lost.</summary>
    /// <param name="tree">Receives the nodes.</param>
    /// <param name="low">The value of a target of 0.</param>
    /// <param name="unit">What 1 more is worth.</param>
    /// <param name="random">Makes the draws.</param>
    public void Grow(RegressionTree tree, double low, double unit, Random random)
    {
        _tree = tree;
        _low = low;
        _unit = unit;
        for (int feature = 0; feature < _order.Length; feature++)
        {
            _order[feature] = feature;
        }

        tree.Clear();
        ulong total = 0;
        for (int i = 0; i < _length; i += _stride)
        {
            total += _entries[i];
        }

        if (!_settings.IsLeaf(SplitSums.CountOf(total), 0))
        {
            SplitSums.Add(_entries.AsSpan(0, _length), _words, SumsAt(0, 0));
        }

        Grow(0, _length, 0, 0, total, random);
    }

    private Span<ulong> SumsAt(int depth, int side) => _sums.AsSpan(((2 * depth) + side) * _lanes, _lanes);

    private void Grow(int first, int length, int depth, int side, ulong total, Random random)
    {
        int count = SplitSums.CountOf(total);
        int column = _settings.IsLeaf(count, depth) ? -1 : FindSplit(total, SumsAt(depth, side), random);
        if (column < 0)
        {
            _tree.Add(TreeNode.Leaf(_low + (_unit * (SplitSums.TargetsOf(total) / count))));
            return;
        }

        int place = _tree.Add(new TreeNode(-1, (short)column, (short)_columns.FeatureOf(column), 0));
        ulong right = SumsAt(depth, side)[column];
        ulong left = total - right;
        int leftLength = Divide(_entries.AsSpan(first, length), column);
        SumSides(first, length, leftLength, depth, side, left, right);
        Grow(first, leftLength, depth + 1, 0, left, random);
        _tree.SetRight(place, _tree.Count);
        Grow(first + leftLength, length - leftLength, depth + 1, 1, right, random);
    }

    /// <summary>Makes the sums of the sides that can be split on.</summary>
    private void SumSides(int first, int length, int leftLength, int depth, int side, ulong left, ulong right)
    {
        bool isLeftSmaller = 2 * leftLength <= length;
        bool isLeftLeaf = _settings.IsLeaf(SplitSums.CountOf(left), depth + 1);
        bool isRightLeaf = _settings.IsLeaf(SplitSums.CountOf(right), depth + 1);
        if (isLeftLeaf && isRightLeaf)
        {
            return;
        }

        int smaller = isLeftSmaller ? 0 : 1;
        Span<ulong> sums = SumsAt(depth + 1, smaller);
        SplitSums.Add(
            isLeftSmaller ? _entries.AsSpan(first, leftLength) : _entries.AsSpan(first + leftLength, length - leftLength), _words, sums);
        if (!(isLeftSmaller ? isRightLeaf : isLeftLeaf))
        {
            SplitSums.Subtract(SumsAt(depth, side), sums, SumsAt(depth + 1, 1 - smaller));
        }
    }

    /// <summary>The column of the best split; -1 where none lowers the error.</summary>
    private int FindSplit(ulong total, ReadOnlySpan<ulong> sums, Random random)
    {
        _all.AsSpan().CopyTo(_allowed);
        for (int last = _order.Length - 1; last >= _featuresPerSplit; last--)
        {
            int drawn = RandomDraws.Below(random, last + 1);
            (_order[last], _order[drawn]) = (_order[drawn], _order[last]);
            ReadOnlySpan<ulong> mask = _columns.MaskOf(_order[last]);
            for (int word = 0; word < mask.Length; word++)
            {
                _allowed[word] &= ~mask[word];
            }
        }

        double best = SplitSums.Score(total, sums, _settings.MinLeaf, _allowed, _scores);
        return best > 0 ? FindFirst(best) : -1;
    }

    /// <summary>The first column with a score, in the order of the features.</summary>
    private int FindFirst(double score)
    {
        for (int i = 0; i < _featuresPerSplit; i++)
        {
            int feature = _order[i];
            int end = _columns.Start(feature + 1);
            for (int column = _columns.Start(feature); column < end; column++)
            {
                if (_scores[column] == score)
                {
                    return column;
                }
            }
        }

        return -1;
    }

    /// <summary>Brings the samples without a bit to the front, each side in its order.</summary>
    /// <returns>The length of the front.</returns>
    private int Divide(Span<ulong> entries, int column)
    {
        int word = 1 + (column / SplitColumns.WordWidth);
        int bit = column % SplitColumns.WordWidth;
        Span<ulong> moved = _moved.AsSpan(0, entries.Length);
        int left = 0;
        int right = 0;
        if (_stride == 2)
        {
            for (int i = 0; i + 1 < entries.Length; i += 2)
            {
                // Both sides are written and one moves on: a branch would be mispredicted every other time.
                ulong part = entries[i];
                ulong row = entries[i + 1];
                int step = (int)(row >> bit & 1) * 2;
                entries[left] = part;
                entries[left + 1] = row;
                moved[right] = part;
                moved[right + 1] = row;
                right += step;
                left += 2 - step;
            }
        }
        else
        {
            for (int i = 0; i < entries.Length; i += _stride)
            {
                Span<ulong> entry = entries.Slice(i, _stride);
                bool isRight = ((entry[word] >> bit) & 1) != 0;
                entry.CopyTo(isRight ? moved[right..] : entries[left..]);
                right += isRight ? _stride : 0;
                left += isRight ? 0 : _stride;
            }
        }

        moved[..right].CopyTo(entries[left..]);
        return left;
    }
}
