namespace NasBench.Search;

/// <summary>Intervals from samples of the sample (Efron, "Bootstrap methods", 1979).</summary>
public static class Bootstrap
{
    /// <summary>The percentile interval of the mean: as many values as the sample has are drawn from it with replacement, again and again.</summary>
    /// <param name="values">The sample; no NaN.</param>
    /// <param name="level">The part of the resamples whose means lie inside, above 0 and below 1.</param>
    /// <param name="resamples">The number of resamples, at least 1.</param>
    /// <param name="random">Makes the draws. The same seed gives the same interval.</param>
    /// <returns>The two ends; NaN of an empty sample.</returns>
    /// <remarks>Some tens of milliseconds for 500 values and 10,000 resamples.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> or <paramref name="resamples"/> is outside its range.</exception>
    public static (double Low, double High) MeanInterval(ReadOnlySpan<double> values, double level, int resamples, Random random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ArgumentOutOfRangeException.ThrowIfLessThan(resamples, 1);
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "must be above 0 and below 1");
        }

        if (values.IsEmpty)
        {
            return (double.NaN, double.NaN);
        }

        double[] means = new double[resamples];
        foreach (ref double mean in means.AsSpan())
        {
            double sum = 0;
            for (int i = 0; i < values.Length; i++)
            {
                sum += values[RandomDraws.Below(random, values.Length)];
            }

            mean = sum / values.Length;
        }

        Array.Sort(means);
        double outside = (1 - level) / 2;
        return (Samples.Quantile(means, outside), Samples.Quantile(means, 1 - outside));
    }
}
