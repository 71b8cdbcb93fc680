namespace NasBench.Search;

/// <summary>A sample in a few numbers. All of them are NaN where the sample is empty.</summary>
/// <param name="Count">The number of values.</param>
/// <param name="Mean">The mean.</param>
/// <param name="Deviation">The standard deviation, with one less than the number of values; NaN of one value.</param>
/// <param name="Median">The median.</param>
/// <param name="LowerQuartile">The quantile at 0.25, type 7.</param>
/// <param name="UpperQuartile">The quantile at 0.75, type 7.</param>
/// <param name="Min">The least value.</param>
/// <param name="Max">The greatest value.</param>
/// <param name="MeanInterval">The bootstrap interval of the mean, 95 %, percentile.</param>
public sealed record SampleSummary(
    int Count, double Mean, double Deviation, double Median, double LowerQuartile, double UpperQuartile, double Min, double Max, Interval MeanInterval)
{
    /// <summary>Summarizes a sample.</summary>
    /// <param name="values">The sample, in any order; no NaN.</param>
    /// <param name="random">Draws the resamples of the interval.</param>
    /// <param name="resamples">The number of resamples.</param>
    /// <returns>The summary.</returns>
    public static SampleSummary Of(ReadOnlySpan<double> values, Random random, int resamples = Bootstrap.DefaultResamples)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return new SampleSummary(
            sorted.Length,
            SampleStatistics.Mean(values),
            SampleStatistics.Deviation(values),
            SampleStatistics.QuantileOfSorted(sorted, 0.5),
            SampleStatistics.QuantileOfSorted(sorted, 0.25),
            SampleStatistics.QuantileOfSorted(sorted, 0.75),
            SampleStatistics.QuantileOfSorted(sorted, 0),
            SampleStatistics.QuantileOfSorted(sorted, 1),
            Bootstrap.MeanInterval(values, random, resamples: resamples));
    }
}
