using CsCheck;
using NasBench.Analysis.Tests.Graphs;

namespace NasBench.Analysis.Tests.Walks;

[Trait("Category", "Once")]
public sealed class WalkCorrelationTests
{
    private const int Lags = 5;

    [Fact]
    public void FromUniformStart_AnyGraph_IsTheSumOverAllPairsByMatrixPowers() => GraphGens.Landscapes.Sample(landscape =>
    {
        int[] cells = Present(landscape.Values);
        double[] start = [.. cells.Select(_ => 1.0 / cells.Length)];
        AssertCorrelations(
            landscape.Values,
            start,
            Transitions(cells, (a, b) => landscape.Edges[a, b]),
            WalkCorrelation.FromUniformStart(GraphGens.ToGraph(landscape.Edges), landscape.Values, Lags));
    });

    [Fact]
    public void Stationary_AnyGraph_IsTheSumOverAllPairsByMatrixPowers() => GraphGens.Landscapes.Sample(landscape =>
    {
        int[] cells = Present(landscape.Values);
        bool AreJoined(int a, int b) => landscape.Edges[a, b] || landscape.Edges[b, a];
        double[] degrees = [.. cells.Select(a => (double)cells.Count(b => AreJoined(a, b)))];
        double[,] transitions = Transitions(cells, AreJoined);
        double[] start = [.. degrees.Select(degree => degree / degrees.Sum())];
        double[] actual = WalkCorrelation.Stationary(GraphGens.ToGraph(landscape.Edges), landscape.Values, Lags);
        if (degrees.Sum() == 0)
        {
            Assert.All(actual, correlation => Assert.Equal(double.NaN, correlation));
            return;
        }

        // Stationary, and reversible: both are what the name says.
        for (int b = 0; b < cells.Length; b++)
        {
            Assert.Equal(start[b], Enumerable.Range(0, cells.Length).Sum(a => start[a] * transitions[a, b]), 12);
            Assert.All(Enumerable.Range(0, cells.Length), a => Assert.Equal(start[a] * transitions[a, b], start[b] * transitions[b, a], 12));
        }

        AssertCorrelations(landscape.Values, start, transitions, actual);
    });

    [Fact]
    public void FromUniformStart_BadArguments_AreRefused()
    {
        NeighborGraph graph = GraphGens.ToGraph(new bool[2, 2]);
        Assert.Throws<ArgumentNullException>(() => WalkCorrelation.FromUniformStart(null!, [], 3));
        Assert.Throws<ArgumentNullException>(() => WalkCorrelation.Stationary(null!, [], 3));
        Assert.Throws<ArgumentException>(() => WalkCorrelation.FromUniformStart(graph, new double[3], 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => WalkCorrelation.Stationary(graph, new double[2], -1));
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => WalkCorrelation.FromUniformStart(graph, [0, 1], 3, null, cancellation.Token));
    }

    private static int[] Present(double[] values) => [.. Enumerable.Range(0, values.Length).Where(cell => !double.IsNaN(values[cell]))];

    private static double[,] Transitions(int[] cells, Func<int, int, bool> isEdge)
    {
        double[,] transitions = new double[cells.Length, cells.Length];
        for (int a = 0; a < cells.Length; a++)
        {
            int degree = cells.Count(cell => isEdge(cells[a], cell));
            for (int b = 0; b < cells.Length; b++)
            {
                transitions[a, b] = degree == 0 ? (a == b ? 1 : 0) : isEdge(cells[a], cells[b]) ? 1.0 / degree : 0;
            }
        }

        return transitions;
    }

    /// <summary>From the joint distribution of the classes at the start and after each number of steps.</summary>
    private static void AssertCorrelations(double[] values, double[] start, double[,] transitions, double[] actual)
    {
        int[] cells = Present(values);
        int count = cells.Length;
        double[,] power = new double[count, count];
        for (int i = 0; i < count; i++)
        {
            power[i, i] = 1;
        }

        Assert.Equal(Lags + 1, actual.Length);
        for (int lag = 0; lag <= Lags; lag++)
        {
            double Mean(Func<int, int, double> term) => Enumerable.Range(0, count)
                .Sum(a => Enumerable.Range(0, count).Sum(b => start[a] * power[a, b] * term(cells[a], cells[b])));
            double first = Mean((a, _) => values[a]);
            double second = Mean((_, b) => values[b]);
            double covariance = Mean((a, b) => (values[a] - first) * (values[b] - second));
            double variances = Mean((a, _) => Math.Pow(values[a] - first, 2)) * Mean((_, b) => Math.Pow(values[b] - second, 2));
            if (variances > 1e-20)
            {
                Assert.Equal(covariance / Math.Sqrt(variances), actual[lag], 9);
            }
            else
            {
                Assert.Equal(double.NaN, actual[lag]);
            }

            power = Multiply(power, transitions);
        }
    }

    private static double[,] Multiply(double[,] a, double[,] b)
    {
        int count = a.GetLength(0);
        double[,] product = new double[count, count];
        for (int i = 0; i < count * count; i++)
        {
            product[i / count, i % count] = Enumerable.Range(0, count).Sum(k => a[i / count, k] * b[k, i % count]);
        }

        return product;
    }
}
