namespace NasBench.Analysis;

/// <summary>How two measurements of the same things go together. Sums run in the order of the values; nothing is random. Thread-safe.</summary>
public static class Correlation
{
    /// <summary>Pearson's r: the covariance over the standard deviations.</summary>
    /// <param name="x">The first values, finite.</param>
    /// <param name="y">The second values, finite, as many.</param>
    /// <returns>-1 to 1; NaN of fewer than two pairs, and where either is constant.</returns>
    /// <exception cref="ArgumentException">There are not as many of both.</exception>
    public static double Pearson(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ThrowIfUneven(x, y);
        double meanX = Mean(x);
        double meanY = Mean(y);
        double squaresX = 0;
        double squaresY = 0;
        double products = 0;
        for (int i = 0; i < x.Length; i++)
        {
            double distanceX = x[i] - meanX;
            double distanceY = y[i] - meanY;
            squaresX += distanceX * distanceX;
            squaresY += distanceY * distanceY;
            products += distanceX * distanceY;
        }

        // Of a constant the mean may be off by rounding, which would leave a square that means nothing.
        return IsConstant(x) || IsConstant(y) ? double.NaN : Math.Clamp(products / Math.Sqrt(squaresX) / Math.Sqrt(squaresY), -1, 1);
    }

    /// <summary>Spearman's rho: Pearson's r of the ranks, of which equal values share the mean.</summary>
    /// <param name="x">The first values; no NaN.</param>
    /// <param name="y">The second values; no NaN, as many.</param>
    /// <returns>-1 to 1; NaN of fewer than two pairs, and where either is constant.</returns>
    /// <remarks>O(n log n).</remarks>
    /// <exception cref="ArgumentException">There are not as many of both, or a value is NaN.</exception>
    public static double Spearman(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Rank(x, y).Spearman();

    /// <summary>Kendall's tau-b: of all pairs of things, those in the same order less those in the other, corrected for ties in either.</summary>
    /// <param name="x">The first values; no NaN.</param>
    /// <param name="y">The second values; no NaN, as many.</param>
    /// <returns>-1 to 1; NaN of fewer than two pairs, and where either is constant.</returns>
    /// <remarks>O(n log n).</remarks>
    /// <exception cref="ArgumentException">There are not as many of both, or a value is NaN.</exception>
    public static double Kendall(ReadOnlySpan<double> x, ReadOnlySpan<double> y) => Rank(x, y).Kendall();

    private static RankedPairs Rank(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ThrowIfUneven(x, y);
        var ranksX = DenseRanks.Of(x);
        var ranksY = DenseRanks.Of(y);
        return ranksX.Places.Contains(-1) || ranksY.Places.Contains(-1)
            ? throw new ArgumentException("NaN has no rank.", nameof(x))
            : new RankedPairs(ranksX.Places, ranksX.Count, ranksY.Places, ranksY.Count);
    }

    private static double Mean(ReadOnlySpan<double> values) => Search.Samples.Mean(values);

    private static bool IsConstant(ReadOnlySpan<double> values) => values.IsEmpty || !values.ContainsAnyExcept(values[0]);

    private static void ThrowIfUneven(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        if (x.Length != y.Length)
        {
            throw new ArgumentException($"There are {x.Length} of the first values and {y.Length} of the second.", nameof(y));
        }
    }
}
