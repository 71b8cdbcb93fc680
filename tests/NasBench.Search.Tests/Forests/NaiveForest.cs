namespace NasBench.Search.Tests;

/// <summary>The forest written as plainly as possible: recursion over lists, every split tried, sums of doubles.</summary>
internal sealed class NaiveForest
{
    private readonly int[] _columnsPerFeature;
    private readonly ForestSettings _settings;
    private readonly List<Node> _trees = [];

    public NaiveForest(int[] columnsPerFeature, ForestSettings settings)
    {
        _columnsPerFeature = columnsPerFeature;
        _settings = settings;
    }

    public IReadOnlyList<Node> Trees => _trees;

    /// <summary>The target as the forest keeps it: a multiple of 2^-24 of the range.</summary>
    public static double Quantize(double target, double low, double range) => Math.Round((target - low) / range * (1 << 24));

    public void Fit(IReadOnlyList<bool[]> rows, IReadOnlyList<double> targets, double low, double range, Random random)
    {
        double[] quantized = [.. targets.Select(target => Quantize(target, low, range))];
        _trees.Clear();
        for (int tree = 0; tree < _settings.Trees; tree++)
        {
            int[] drawn = [.. Enumerable.Range(0, rows.Count).Select(_ => random.Next(rows.Count))];
            int[] order = [.. Enumerable.Range(0, _columnsPerFeature.Length)];
            _trees.Add(Grow([.. drawn.Select(i => rows[i])], [.. drawn.Select(i => quantized[i])], 0, order, low, range / (1 << 24), random));
        }
    }

    public double[] Predict(bool[] row) => [.. _trees.Select(tree => tree.Predict(row))];

    public (double Mean, double Variance) Moments(bool[] row)
    {
        double[] values = Predict(row);
        double mean = values.Sum() / values.Length;
        return (mean, values.Length == 1 ? 0 : values.Sum(value => (value - mean) * (value - mean)) / (values.Length - 1));
    }

    private Node Grow(bool[][] rows, double[] targets, int depth, int[] order, double low, double unit, Random random)
    {
        int column = -1;
        if (rows.Length >= _settings.MinSplit && rows.Length >= 2 * _settings.MinLeaf && depth < _settings.MaxDepth)
        {
            int features = _settings.FeaturesPerSplit(order.Length);
            for (int last = order.Length - 1; last >= features; last--)
            {
                int drawn = random.Next(last + 1);
                (order[last], order[drawn]) = (order[drawn], order[last]);
            }

            double best = 0;
            foreach (int candidate in order.Take(features).SelectMany(ColumnsOf))
            {
                double score = Score(rows, targets, candidate);
                if (score > best)
                {
                    best = score;
                    column = candidate;
                }
            }
        }

        if (column < 0)
        {
            return new Node(-1, low + (unit * (targets.Sum() / targets.Length)), null, null);
        }

        Node[] sides =
        [
            .. new[] { false, true }.Select(side =>
            {
                int[] kept = [.. Enumerable.Range(0, rows.Length).Where(i => rows[i][column] == side)];
                return Grow([.. kept.Select(i => rows[i])], [.. kept.Select(i => targets[i])], depth + 1, order, low, unit, random);
            }),
        ];
        return new Node(column, 0, sides[0], sides[1]);
    }

    private IEnumerable<int> ColumnsOf(int feature) => Enumerable.Range(_columnsPerFeature.Take(feature).Sum(), _columnsPerFeature[feature]);

    /// <summary>By how much a split lowers the sum of squared errors, times the number of samples: gap² / (n1 n2) with gap = n s1 - n1 s.</summary>
    private double Score(bool[][] rows, double[] targets, int column)
    {
        int[] some = [.. Enumerable.Range(0, rows.Length).Where(i => rows[i][column])];
        if (some.Length < _settings.MinLeaf || rows.Length - some.Length < _settings.MinLeaf)
        {
            return 0;
        }

        double gap = (rows.Length * some.Sum(i => targets[i])) - (some.Length * targets.Sum());
        return gap * gap / ((double)some.Length * (rows.Length - some.Length));
    }

    public sealed record Node(int Column, double Value, Node? Left, Node? Right)
    {
        public double Predict(bool[] row) => Column < 0 ? Value : (row[Column] ? Right! : Left!).Predict(row);

        public IEnumerable<(int Column, double Value)> Walk()
            => Column < 0 ? [(-1, Value)] : [(Column, 0), .. Left!.Walk(), .. Right!.Walk()];
    }
}
