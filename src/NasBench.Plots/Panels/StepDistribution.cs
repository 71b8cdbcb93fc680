using OxyPlot;

namespace NasBench.Plots;

/// <summary>The empirical distribution of values as steps.</summary>
internal static class StepDistribution
{
    private const int MostSteps = 1000;

    /// <summary>The corners of its steps, from the least value to the greatest.</summary>
    /// <param name="sorted">The values, ascending.</param>
    /// <returns>All steps of up to a thousand values; of more every thousandth part of them, which no picture shows apart.</returns>
    public static IReadOnlyList<DataPoint> Points(double[] sorted)
    {
        List<DataPoint> points = [];
        int steps = Math.Min(sorted.Length, MostSteps);
        double height = 0;
        for (int step = 1; step <= steps; step++)
        {
            int count = (int)((long)sorted.Length * step / steps);
            double value = sorted[count - 1];
            points.Add(new DataPoint(value, height));
            height = count / (double)sorted.Length;
            points.Add(new DataPoint(value, height));
        }

        return points;
    }
}
