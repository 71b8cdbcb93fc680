using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>
/// A logarithmic axis with numbers at powers of ten; between them too where there are few: at 1, 2 and 5, or 1 and 3. Numbers that are neither large nor
/// small are written out.
/// </summary>
internal sealed class DecadeAxis : LogarithmicAxis
{
    private const double Tolerance = 1e-9;
    private const double FewDecades = 1.2;
    private const double SomeDecades = 2.2;
    private const int MostNumbers = 8;

    private static readonly double[] s_all = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    /// <inheritdoc/>
    public override void GetTickValues(out IList<double> majorLabelValues, out IList<double> majorTickValues, out IList<double> minorTickValues)
    {
        double decades = Math.Log10(ActualMaximum / ActualMinimum);
        double[] factors = decades switch
        {
            < 0.5 => [1, 1.5, 2, 3, 4, 5, 7],
            < FewDecades => [1, 2, 3, 5],
            < SomeDecades => [1, 3],
            _ => [1],
        };
        int step = (int)Math.Ceiling(decades / MostNumbers);
        majorTickValues = [.. Values(factors, Math.Max(step, 1))];
        majorLabelValues = majorTickValues;
        minorTickValues = decades > MostNumbers ? [] : [.. Values(s_all, 1).Except(majorTickValues)];
        bool isPlain = majorTickValues.All(value => value is >= 0.00099 and < 10_000);
        LabelFormatter = isPlain ? Numbers.Short : Numbers.Power;
    }

    private IEnumerable<double> Values(double[] factors, int step)
    {
        int first = (int)Math.Floor(Math.Log10(ActualMinimum) - Tolerance);
        int last = (int)Math.Ceiling(Math.Log10(ActualMaximum));
        for (int exponent = first; exponent <= last; exponent++)
        {
            if (exponent % step != 0)
            {
                continue;
            }

            foreach (double factor in factors)
            {
                double value = factor * Math.Pow(10, exponent);
                if (value >= ActualMinimum * (1 - Tolerance) && value <= ActualMaximum * (1 + Tolerance))
                {
                    yield return value;
                }
            }
        }
    }
}
