using CsCheck;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Correlations;

[Trait("Category", "Once")]
public sealed class ColumnCorrelationTests
{
    private const int Iterations = 40;

    [Fact]
    public void Of_AnyTable_EqualsTheDefinition() => TableGens.Tables.Sample(
        table =>
        {
            using Dataset data = TableStore.Open(table);
            int[] epochs = data.Epochs.ToArray();
            List<(ColumnName X, ColumnName Y)> pairs =
            [
                .. epochs[..^1].Select(shorter => (new ColumnName(MetricKind.Validation, shorter), new ColumnName(MetricKind.Validation, epochs[^1]))),
                (new ColumnName(MetricKind.Validation, epochs[^1]), new ColumnName(MetricKind.Test, epochs[^1])),
            ];

            IReadOnlyList<ColumnCorrelation> correlations = ColumnCorrelation.Of(Landscape.Read(data));

            Assert.Equal(
                pairs.SelectMany(pair => new[] { 100, 50, 25, 10, 5, 1 }.Select(percent => (pair.X, pair.Y, percent))),
                correlations.Select(correlation => (correlation.X, correlation.Y, correlation.TopPercent)));
            foreach (ColumnCorrelation correlation in correlations)
            {
                (double X, double Y)[] both =
                [
                    .. data.Indices.ToArray().Select(index => (Mean(data, index, correlation.X), Mean(data, index, correlation.Y)))
                        .Where(pair => !double.IsNaN(pair.Item1 + pair.Item2)),
                ];
                double[] best = [.. both.Select(pair => pair.Y).OrderDescending()];
                int rank = Math.Max((int)Math.Round(both.Length * correlation.TopPercent / 100.0, MidpointRounding.ToEven), 1);
                AssertEqual([.. both.Where(pair => pair.Y >= best[rank - 1])], correlation.Values);
            }
        },
        iter: Iterations);

    [Fact]
    public void Of_RanksOnTheHalf_AreRoundedToEven()
    {
        // Of 50 cells the top 5 % are 2.5, so 2; the top 25 % are 12.5, so 12.
        using Dataset data = TableStore.Open(Enumerable.Range(0, 50).ToDictionary(index => (index, 108), index => new[] { Run(index / 64.0, index / 64.0) }));
        IReadOnlyList<ColumnCorrelation> correlations = ColumnCorrelation.Of(Landscape.Read(data));
        Assert.Equal([50, 25, 12, 5, 2, 1], correlations.Select(correlation => correlation.Values.Cells));
        Assert.All(correlations, correlation => Assert.Equal(correlation.TopPercent > 1 ? 1 : double.NaN, correlation.Values.Kendall, 1e-12));
    }

    [Fact]
    public void RankStability_AnyTable_EqualsTheDefinition() => TableGens.Tables.Sample(
        table =>
        {
            using Dataset data = TableStore.Open(table);
            int longest = data.Epochs[^1];
            var landscape = Landscape.Read(data);
            foreach (RankStability stability in RankStability.Of(landscape))
            {
                (int X, int Y)[] pairs = stability.Pairing == RepeatPairing.Means
                    ? [(-1, -1)]
                    : [
                        .. from x in Enumerable.Range(0, Math.Min(landscape.At(stability.X.Epochs).MaxRepeats, 3))
                           from y in Enumerable.Range(0, Math.Min(landscape.At(stability.Y.Epochs).MaxRepeats, 3))
                           where stability.Pairing == RepeatPairing.Same ? x == y : stability.X == stability.Y ? x < y : x != y
                           select (x, y),
                    ];
                CorrelationValues[] values =
                [
                    .. pairs.Select(pair => Reference(
                        [
                            .. data.Indices.ToArray().Select(index => (One(data, index, stability.X, pair.X), One(data, index, stability.Y, pair.Y)))
                                .Where(both => !double.IsNaN(both.Item1 + both.Item2)),
                        ])),
                ];

                Assert.Equal(pairs.Length, stability.Pairs);
                Assert.Equal(values.Select(value => value.Cells).DefaultIfEmpty(0).Min(), stability.Values.Cells);
                Assert.Equal(values.Select(value => value.Pearson).DefaultIfEmpty(double.NaN).Average(), stability.Values.Pearson, 1e-12);
                Assert.Equal(values.Select(value => value.Spearman).DefaultIfEmpty(double.NaN).Average(), stability.Values.Spearman, 1e-12);
                Assert.Equal(values.Select(value => value.Kendall).DefaultIfEmpty(double.NaN).Average(), stability.Values.Kendall, 1e-12);
            }

            Assert.Equal(4 * data.Epochs.Length, RankStability.Of(landscape).Count);
            Assert.Equal(new ColumnName(MetricKind.Test, longest), RankStability.Of(landscape)[^1].Y);
        },
        iter: Iterations);

    [Fact]
    public void Of_Cancelled_Throws()
    {
        using Dataset data = TableStore.Open(new Dictionary<(int, int), Metrics[]> { [(1, 108)] = [Run(0.5, 0.5)] });
        var landscape = Landscape.Read(data);
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => ColumnCorrelation.Of(landscape, cancellationToken: cancellation.Token));
        Assert.Throws<OperationCanceledException>(() => RankStability.Of(landscape, cancellationToken: cancellation.Token));
    }

    private static Metrics Run(double validation, double test) => new(100, 1, validation, test);

    private static double Mean(Dataset data, int index, ColumnName column) => One(data, index, column, -1);

    private static double One(Dataset data, int index, ColumnName column, int repeat)
    {
        Run run;
        if (repeat < 0)
        {
            data.TryGetMean(index, column.Epochs, out run);
        }
        else
        {
            data.TryGetRun(index, column.Epochs, repeat, out run);
        }

        return column.Metric == MetricKind.Test ? run.Final.TestAccuracy : run.Final.ValidationAccuracy;
    }

    private static CorrelationValues Reference((double X, double Y)[] pairs) =>
        new(pairs.Length, ReferenceCorrelation.Pearson(pairs), ReferenceCorrelation.Spearman(pairs), ReferenceCorrelation.Kendall(pairs));

    private static void AssertEqual((double X, double Y)[] pairs, CorrelationValues actual)
    {
        CorrelationValues expected = Reference(pairs);
        Assert.Equal(expected.Cells, actual.Cells);
        Assert.Equal(expected.Pearson, actual.Pearson, 1e-12);
        Assert.Equal(expected.Spearman, actual.Spearman, 1e-12);
        Assert.Equal(expected.Kendall, actual.Kendall, 1e-12);
    }
}
