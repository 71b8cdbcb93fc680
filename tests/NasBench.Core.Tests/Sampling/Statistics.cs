namespace NasBench.Core.Tests.Sampling;

/// <summary>Whether counts fit a distribution. Seeds are fixed, so an answer never changes.</summary>
internal static class Statistics
{
    /// <summary>How many standard deviations are too many: one sample in some ten million is that far off by chance.</summary>
    private const double Limit = 5;

    /// <summary>
    /// Compares counts with weights by chi-squared, whose mean is the degrees of freedom and whose variance is twice that. What has weight 0 may not occur.
    /// </summary>
    public static void AssertFits(ReadOnlySpan<double> weights, ReadOnlySpan<int> counts)
    {
        double weight = 0;
        double count = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            weight += weights[i];
            count += counts[i];
        }

        double squares = 0;
        int freedom = -1;
        for (int i = 0; i < weights.Length; i++)
        {
            double expected = weights[i] * count / weight;
            Assert.True(weights[i] > 0 || counts[i] == 0, $"{i} occurred {counts[i]} times, but cannot");
            squares += expected > 0 ? (counts[i] - expected) * (counts[i] - expected) / expected : 0;
            freedom += expected > 0 ? 1 : 0;
        }

        Assert.True(Math.Abs(squares - freedom) <= Limit * Math.Sqrt(2 * Math.Max(freedom, 1)), $"chi-squared {squares} with {freedom} degrees of freedom");
    }
}
