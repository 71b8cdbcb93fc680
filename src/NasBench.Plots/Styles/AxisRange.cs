using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>Axes that fit their data.</summary>
internal static class AxisRange
{
    private const double Margin = 0.03;

    /// <summary>A logarithmic axis around values.</summary>
    /// <param name="position">Left or bottom.</param>
    /// <param name="title">What it measures.</param>
    /// <param name="values">The values; those above 0 count.</param>
    public static DecadeAxis Logarithmic(AxisPosition position, string title, IEnumerable<double> values)
    {
        (double low, double high) = (double.PositiveInfinity, 0);
        foreach (double value in values.Where(value => value > 0))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (high == 0)
        {
            (low, high) = (1, 1);
        }

        double factor = high > low ? Math.Pow(high / low, Margin) : 2;
        return PlotStyle.CreateLogarithmic(position, title, low / factor, high * factor);
    }

    /// <summary>A linear axis around values.</summary>
    /// <param name="position">Left or bottom.</param>
    /// <param name="title">What it measures.</param>
    /// <param name="low">The least value.</param>
    /// <param name="high">The greatest value.</param>
    public static LinearAxis Linear(AxisPosition position, string title, double low, double high)
    {
        double margin = high > low ? (high - low) * Margin : Math.Max(Math.Abs(low) * Margin, 1e-3);
        return PlotStyle.CreateLinear(position, title, low - margin, high + margin);
    }
}
