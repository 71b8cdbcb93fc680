using CsCheck;

namespace NasBench.Search.Tests.Statistics;

public sealed class SamplesTests
{
    private static readonly double[] s_values = [3.1, 1.2, 5.5, 2.2, 9.0, 4.4, 7.7];

    // numpy 1.24.2: mean, std(ddof=1), median.
    [Fact]
    public void MeanDeviationMedian_SevenValues_EqualNumpy()
    {
        Assert.Equal(4.728571428571429, Samples.Mean(s_values), 1e-15);
        Assert.Equal(2.8657252053155675, Samples.Deviation(s_values), 1e-15);
        Assert.Equal(4.4, Samples.Median(s_values));
        Assert.Equal(3.75, Samples.Median(s_values.AsSpan(0, 6)));
    }

    // numpy 1.24.2: quantile.
    [Theory]
    [InlineData(7, 0, 1.2)]
    [InlineData(7, 0.1, 1.8)]
    [InlineData(7, 0.25, 2.65)]
    [InlineData(7, 0.75, 6.6)]
    [InlineData(7, 0.9, 8.22)]
    [InlineData(7, 1, 9)]
    [InlineData(6, 0.25, 2.425)]
    [InlineData(6, 0.75, 5.225)]
    [InlineData(6, 0.333, 2.7985)]
    public void Quantile_Parts_EqualNumpy(int count, double part, double expected)
    {
        double[] sorted = [.. s_values.Take(count).Order()];

        Assert.Equal(expected, Samples.Quantile(sorted, part), 1e-14);
    }

    [Fact]
    public void All_TooFewValues_NaN()
    {
        Assert.Equal(double.NaN, Samples.Mean([]));
        Assert.Equal(double.NaN, Samples.Median([]));
        Assert.Equal(double.NaN, Samples.Quantile([], 0.3));
        Assert.Equal(double.NaN, Samples.Deviation([1]));
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(1.1)]
    [InlineData(double.NaN)]
    public void Quantile_PartOutside_Throws(double part) => Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Quantile([1, 2], part));

    [Fact]
    public void Quantile_AnySample_GrowsFromLeastToGreatest()
    {
        Gen.Double[-1e3, 1e3].Array[1, 30].Sample(values =>
        {
            Array.Sort(values);
            double[] quantiles = [.. Enumerable.Range(0, 101).Select(percent => Samples.Quantile(values, percent / 100.0))];
            Assert.Equal(values[0], quantiles[0]);
            Assert.Equal(values[^1], quantiles[100]);
            Assert.Equal(quantiles.Order(), quantiles);
        });
    }

    // scipy 1.10.1: bootstrap(method="percentile", n_resamples=400000) gives 2.82857 and 6.72857; 10,000 resamples scatter around them.
    [Fact]
    public void MeanInterval_SevenValues_NearScipyAndTheSameForASeed()
    {
        (double Low, double High) interval = Bootstrap.MeanInterval(s_values, 0.95, 10_000, new SplitMixRandom(1));

        Assert.Equal(2.82857, interval.Low, 0.1);
        Assert.Equal(6.72857, interval.High, 0.1);
        Assert.Equal(interval, Bootstrap.MeanInterval(s_values, 0.95, 10_000, new SplitMixRandom(1)));
        Assert.NotEqual(interval, Bootstrap.MeanInterval(s_values, 0.95, 10_000, new SplitMixRandom(2)));
        Assert.Equal((4, 4), Bootstrap.MeanInterval([4, 4, 4], 0.95, 10, new SplitMixRandom(1)));
    }
}
