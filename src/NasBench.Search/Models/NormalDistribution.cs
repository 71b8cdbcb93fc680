namespace NasBench.Search;

/// <summary>The standard normal distribution.</summary>
internal static class NormalDistribution
{
    /// <summary>The probability of a number below a limit; the error is below 1e-14.</summary>
    /// <remarks>
    /// A series near the middle and a continued fraction in the tails (Abramowitz and Stegun, "Handbook of mathematical functions", 26.2.11 and 26.2.14).
    /// </remarks>
    public static double Below(double limit)
    {
        double size = Math.Abs(limit);
        if (size > 38)
        {
            return limit < 0 ? 0 : 1;
        }

        double density = Math.Exp(-0.5 * size * size) / Math.Sqrt(2 * Math.PI);
        double tail;
        if (size < 4)
        {
            double term = size;
            double sum = size;
            for (int odd = 3; term > 1e-17 * sum; odd += 2)
            {
                term *= size * size / odd;
                sum += term;
            }

            tail = 0.5 - (density * sum);
        }
        else
        {
            double fraction = size;
            for (int i = 60; i > 0; i--)
            {
                fraction = size + (i / fraction);
            }

            tail = density / fraction;
        }

        return limit < 0 ? tail : 1 - tail;
    }
}
