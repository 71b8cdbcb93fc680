using NasBench.Search;
using OxyPlot;

namespace NasBench.Plots;

/// <summary>Many runs as one curve with its quartiles, all of them steps: between two changes nothing was measured.</summary>
internal sealed class CurveBand
{
    private const int MostChanges = 1500;

    private CurveBand(double[] times, double[] center, double[] low, double[] high)
    {
        Times = times;
        Center = center;
        Low = low;
        High = high;
    }

    /// <summary>The times: from the latest first value of any run to the budget.</summary>
    public double[] Times { get; }

    /// <summary>The mean or the median at each time.</summary>
    public double[] Center { get; }

    /// <summary>The lower quartile.</summary>
    public double[] Low { get; }

    /// <summary>The upper quartile.</summary>
    public double[] High { get; }

    /// <summary>Sums up runs.</summary>
    /// <param name="runs">The runs.</param>
    /// <param name="end">The budget.</param>
    /// <param name="center">Which value the curve shows.</param>
    /// <returns>The curve; null where not every run has a value before the budget is spent.</returns>
    public static CurveBand? Create(IReadOnlyList<StepCurve> runs, double end, CurveCenter center)
    {
        double[] times = TimesOf(runs, end);
        if (times.Length == 0)
        {
            return null;
        }

        double[][] values = CurveComparison.ValuesAt(runs, times);
        foreach (double[] row in values)
        {
            Array.Sort(row);
        }

        return new CurveBand(
            times,
            Array.ConvertAll(values, row => center == CurveCenter.Mean ? Samples.Mean(row) : Samples.Quantile(row, 0.5)),
            Array.ConvertAll(values, row => Samples.Quantile(row, 0.25)),
            Array.ConvertAll(values, row => Samples.Quantile(row, 0.75)));
    }

    /// <summary>Values over these times as the corners of steps.</summary>
    /// <param name="times">The times.</param>
    /// <param name="values">The value from each on.</param>
    /// <param name="floor">What is drawn in place of less.</param>
    public static IEnumerable<DataPoint> Steps(double[] times, double[] values, double floor)
    {
        double last = double.NaN;
        for (int i = 0; i < times.Length; i++)
        {
            double value = Math.Max(values[i], floor);
            if (value == last && i < times.Length - 1)
            {
                continue;
            }

            if (!double.IsNaN(last))
            {
                yield return new DataPoint(times[i], last);
            }

            yield return new DataPoint(times[i], value);
            last = value;
        }
    }

    /// <summary>Every moment of change where there are few, else the grid.</summary>
    private static double[] TimesOf(IReadOnlyList<StepCurve> runs, double end)
    {
        double[] grid = TimeGrid.Create(runs, end);
        if (grid.Length == 0)
        {
            return [];
        }

        double[] changes =
        [
            .. runs.SelectMany(run => run.Times.ToArray()).Where(time => time > grid[0] && time < end).Append(grid[0]).Append(end).Distinct().Order(),
        ];
        return changes.Length <= MostChanges ? changes : grid;
    }
}
