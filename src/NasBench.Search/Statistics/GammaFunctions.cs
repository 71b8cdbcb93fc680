namespace NasBench.Search;

/// <summary>The incomplete gamma function, from which the tails of the normal and the chi-square distribution come. Relative errors are about 1e-14.</summary>
/// <remarks>Series and continued fraction as in Abramowitz and Stegun, 6.5.29 and 6.5.31; the logarithm of gamma by Lanczos's approximation.</remarks>
internal static class GammaFunctions
{
    private const int MaxTerms = 10_000;
    private const double Precision = 1e-16;

    // Godfrey's coefficients for g = 7.
    private static ReadOnlySpan<double> Lanczos =>
    [
        0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
        -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
    ];

    /// <summary>The probability that a chi-square variable is greater than a value.</summary>
    /// <param name="value">The value, 0 or more.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    public static double ChiSquareTail(double value, int degrees) => UpperPart(degrees / 2.0, value / 2);

    /// <summary>The probability that a standard normal variable is greater than a value.</summary>
    /// <param name="value">Any value.</param>
    public static double NormalTail(double value)
    {
        double tail = UpperPart(0.5, value * value / 2) / 2;
        return value >= 0 ? tail : 1 - tail;
    }

    /// <summary>The regularized upper incomplete gamma function Q(a, x).</summary>
    /// <param name="a">Above 0.</param>
    /// <param name="x">0 or more; infinity too.</param>
    public static double UpperPart(double a, double x)
    {
        if (x <= 0)
        {
            return 1;
        }

        if (double.IsPositiveInfinity(x))
        {
            return 0;
        }

        double factor = Math.Exp((a * Math.Log(x)) - x - LogGamma(a));
        return x < a + 1 ? 1 - (factor * Series(a, x)) : factor * Fraction(a, x);
    }

    private static double Series(double a, double x)
    {
        double term = 1 / a;
        double sum = term;
        for (int n = 1; n < MaxTerms && term > sum * Precision; n++)
        {
            term *= x / (a + n);
            sum += term;
        }

        return sum;
    }

    /// <summary>The continued fraction from the front, by the method of Lentz.</summary>
    private static double Fraction(double a, double x)
    {
        const double Tiny = 1e-300;
        double b = x + 1 - a;
        double c = 1 / Tiny;
        double d = 1 / b;
        double result = d;
        for (int n = 1; n < MaxTerms; n++)
        {
            double numerator = -n * (n - a);
            b += 2;
            d = 1 / NotZero((numerator * d) + b, Tiny);
            c = NotZero(b + (numerator / c), Tiny);
            double change = d * c;
            result *= change;
            if (Math.Abs(change - 1) <= Precision)
            {
                break;
            }
        }

        return result;
    }

    private static double NotZero(double number, double tiny) => Math.Abs(number) < tiny ? tiny : number;

    private static double LogGamma(double a)
    {
        double sum = Lanczos[0];
        for (int i = 1; i < Lanczos.Length; i++)
        {
            sum += Lanczos[i] / (a - 1 + i);
        }

        double t = a + 6.5;
        return (Math.Log(2 * Math.PI) / 2) + ((a - 0.5) * Math.Log(t)) - t + Math.Log(sum);
    }
}
