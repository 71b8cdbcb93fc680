using CsCheck;

namespace NasBench.Analysis.Tests.Correlations;

[Trait("Category", "Once")]
public sealed class CorrelationTests
{
    private static readonly Gen<(double X, double Y)[]> s_pairs =
        from size in Gen.Int[0, 40]
        from levels in Gen.Int[1, 30]
        from pairs in Gen.Select(Gen.Int[0, levels], Gen.Int[0, levels], (x, y) => (x / 7.0, y / 7.0)).Array[size]
        select pairs;

    [Fact]
    public void Pearson_AnyPairs_EqualsTheDefinition() =>
        s_pairs.Sample(pairs => AssertClose(ReferenceCorrelation.Pearson(pairs), Of(pairs, Correlation.Pearson)));

    [Fact]
    public void Spearman_AnyPairs_EqualsTheDefinition() =>
        s_pairs.Sample(pairs => AssertClose(ReferenceCorrelation.Spearman(pairs), Of(pairs, Correlation.Spearman)));

    [Fact]
    public void Kendall_AnyPairs_EqualsAllPairsOfPairs() =>
        s_pairs.Sample(pairs => AssertClose(ReferenceCorrelation.Kendall(pairs), Of(pairs, Correlation.Kendall)));

    [Fact]
    public void EveryMeasure_OneValueReversed_ChangesTheSign() => s_pairs.Sample(pairs =>
    {
        (double X, double Y)[] reversed = [.. pairs.Select(pair => (pair.X, -pair.Y))];
        foreach (Measure measure in new Measure[] { Correlation.Pearson, Correlation.Spearman, Correlation.Kendall })
        {
            AssertClose(-Of(pairs, measure), Of(reversed, measure));
        }
    });

    /// <summary>The values that scipy 1.10 gives.</summary>
    [Fact]
    public void EveryMeasure_KnownPairs_KnownValues()
    {
        (double X, double Y)[] pairs = [(1, 2), (2, 1), (2, 4), (3, 3), (5, 4), (5, 4), (8, 9)];
        Assert.Equal(0.8817088295757295, Of(pairs, Correlation.Pearson), 1e-15);
        Assert.Equal(0.7925939239012171, Of(pairs, Correlation.Spearman), 1e-15);
        Assert.Equal(0.7029594915666377, Of(pairs, Correlation.Kendall), 1e-15);
    }

    [Fact]
    public void EveryMeasure_NothingToCompare_NaN()
    {
        foreach (Measure measure in new Measure[] { Correlation.Pearson, Correlation.Spearman, Correlation.Kendall })
        {
            Assert.Equal(double.NaN, measure([], []));
            Assert.Equal(double.NaN, measure([0.1], [0.2]));
            Assert.Equal(double.NaN, measure([0.1, 0.1, 0.1], [1, 2, 3]));
            Assert.Equal(double.NaN, measure([1, 2, 3], [0.1, 0.1, 0.1]));
        }
    }

    [Fact]
    public void EveryMeasure_BadValues_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => Correlation.Pearson([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Correlation.Spearman([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Correlation.Kendall([1, 2], [1]));
        Assert.Throws<ArgumentException>(() => Correlation.Spearman([1, double.NaN], [1, 2]));
        Assert.Throws<ArgumentException>(() => Correlation.Kendall([1, 2], [1, double.NaN]));
    }

    private delegate double Measure(ReadOnlySpan<double> x, ReadOnlySpan<double> y);

    private static double Of((double X, double Y)[] pairs, Measure measure) =>
        measure([.. pairs.Select(pair => pair.X)], [.. pairs.Select(pair => pair.Y)]);

    private static void AssertClose(double expected, double actual) => Assert.Equal(expected, actual, 1e-12);
}
