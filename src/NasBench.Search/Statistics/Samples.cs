namespace NasBench.Search;

/// <summary>What tells most of a sample in a number. Sums run in the order of the values. Thread-safe.</summary>
public static class Samples
{
    /// <summary>The arithmetic mean.</summary>
    /// <param name="values">The sample.</param>
    /// <returns>The mean; NaN of an empty sample.</returns>
    public static double Mean(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    /// <summary>The standard deviation of the sample: the squared distances from the mean are divided by one less than their number.</summary>
    /// <param name="values">The sample.</param>
    /// <returns>The deviation; NaN of fewer than two values.</returns>
    public static double Deviation(ReadOnlySpan<double> values)
    {
        if (values.Length < 2)
        {
            return double.NaN;
        }

        double mean = Mean(values);
        double sum = 0;
        foreach (double value in values)
        {
            sum += (value - mean) * (value - mean);
        }

        return Math.Sqrt(sum / (values.Length - 1));
    }

    /// <summary>The median: the middle value, or the mean of the two in the middle.</summary>
    /// <param name="values">The sample, in any order; no NaN.</param>
    /// <returns>The median; NaN of an empty sample.</returns>
    public static double Median(ReadOnlySpan<double> values)
    {
        double[] sorted = values.ToArray();
        Array.Sort(sorted);
        return Quantile(sorted, 0.5);
    }

    /// <summary>A quantile of type 7 of Hyndman and Fan (1996), which numpy and R give by default: linear between order statistics.</summary>
    /// <param name="sorted">The sample, ascending; no NaN.</param>
    /// <param name="part">0 is the least value, 1 the greatest.</param>
    /// <returns>The quantile; NaN of an empty sample.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is not from 0 to 1.</exception>
    public static double Quantile(ReadOnlySpan<double> sorted, double part)
    {
        if (!(part is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(part), part, "must be from 0 to 1");
        }

        if (sorted.IsEmpty)
        {
            return double.NaN;
        }

        double position = (sorted.Length - 1) * part;
        int below = (int)position;
        double low = sorted[below];
        double high = sorted[Math.Min(below + 1, sorted.Length - 1)];
        double rest = position - below;
        if (low == high || rest == 0)
        {
            return low;
        }

        // From the nearer end, as numpy does: the result never passes the other end by rounding.
        return rest < 0.5 ? low + ((high - low) * rest) : high - ((high - low) * (1 - rest));
    }
}
