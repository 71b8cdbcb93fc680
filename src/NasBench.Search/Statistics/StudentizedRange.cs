namespace NasBench.Search;

/// <summary>The range of some independent standard normal variables: the studentized range with infinitely many degrees of freedom.</summary>
internal static class StudentizedRange
{
    /// <summary>Beyond so many standard deviations the normal density adds nothing.</summary>
    private const double Reach = 9;

    /// <summary>The trapezoidal rule is exact to rounding for so smooth a function, with far longer steps than one would think.</summary>
    private const double Step = 0.0625;

    /// <summary>The probability that the range is not above a value.</summary>
    /// <param name="range">The value.</param>
    /// <param name="count">The number of variables, at least 2.</param>
    public static double Probability(double range, int count)
    {
        double sum = 0;
        for (double z = -Reach; z <= Reach; z += Step)
        {
            double inside = GammaFunctions.NormalTail(z - range) - GammaFunctions.NormalTail(z);
            sum += Math.Exp(-z * z / 2) * Math.Pow(inside, count - 1);
        }

        return count * sum * Step / Math.Sqrt(2 * Math.PI);
    }

    /// <summary>The value that the range exceeds with a probability.</summary>
    /// <param name="tail">The probability, above 0 and below 1.</param>
    /// <param name="count">The number of variables, at least 2.</param>
    public static double Quantile(double tail, int count)
    {
        double low = 0;
        double high = 2 * Reach;
        while (true)
        {
            double middle = (low + high) / 2;
            if (high - low < 1e-12 || middle <= low || middle >= high)
            {
                return middle;
            }

            if (1 - Probability(middle, count) > tail)
            {
                low = middle;
            }
            else
            {
                high = middle;
            }
        }
    }
}
