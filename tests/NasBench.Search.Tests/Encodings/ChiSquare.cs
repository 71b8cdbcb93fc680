namespace NasBench.Search.Tests;

/// <summary>Pearson's test of counts against probabilities. It refuses right ones once in a million; with fixed seeds nothing flickers.</summary>
internal static class ChiSquare
{
    /// <summary>The normal quantile of 1 - 1e-6.</summary>
    private const double Quantile = 4.753;

    private const double LeastExpected = 10;

    public static bool Accepts(IReadOnlyList<long> counts, IReadOnlyList<double> probabilities)
    {
        Assert.Equal(counts.Count, probabilities.Count);
        Assert.Equal(1, probabilities.Sum(), 1e-9);
        long draws = counts.Sum();
        double statistic = 0;
        double restExpected = 0;
        long restCount = 0;
        int groups = 0;
        for (int i = 0; i < counts.Count; i++)
        {
            double expected = probabilities[i] * draws;
            if (expected < LeastExpected)
            {
                // Rare outcomes count together.
                restExpected += expected;
                restCount += counts[i];
                continue;
            }

            statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
            groups++;
        }

        if (restExpected >= LeastExpected)
        {
            statistic += (restCount - restExpected) * (restCount - restExpected) / restExpected;
            groups++;
        }
        else if (restCount > 10 + (5 * LeastExpected))
        {
            return false;
        }

        // The approximation of Wilson and Hilferty.
        int freedom = groups - 1;
        Assert.True(freedom > 0, "one group cannot be tested");
        double part = 2 / (9.0 * freedom);
        return statistic <= freedom * Math.Pow(1 - part + (Quantile * Math.Sqrt(part)), 3);
    }
}
