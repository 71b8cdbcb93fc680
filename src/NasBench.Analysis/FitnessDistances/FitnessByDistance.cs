namespace NasBench.Analysis;

/// <summary>How accuracy hangs on the distance of the nearest peak, by one definition of distance and one of weights.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FitnessByDistance
{
    private FitnessByDistance(long points, double mean, double pearson, IReadOnlyList<DistanceBand> bands)
    {
        Points = points;
        Mean = mean;
        Pearson = pearson;
        Bands = bands;
    }

    /// <summary>The number of points: those of cells that have a value and a distance.</summary>
    public long Points { get; }

    /// <summary>The mean accuracy of all points; NaN without points.</summary>
    public double Mean { get; }

    /// <summary>
    /// The fitness-distance correlation (Jones and Forrest, 1995): Pearson's correlation of accuracy and distance. Below 0 where accuracy falls with distance;
    /// NaN where either does not vary.
    /// </summary>
    public double Pearson { get; }

    /// <summary>The points at each distance that occurs, nearest first.</summary>
    public IReadOnlyList<DistanceBand> Bands { get; }

    /// <summary>Looks at all points.</summary>
    /// <param name="values">The accuracy of each class; NaN where there is none.</param>
    /// <param name="counts">The points of each class at each distance.</param>
    internal static FitnessByDistance Measure(ReadOnlySpan<double> values, DistanceCounts counts)
    {
        int[] order = Order(values);
        long[] points = new long[DistanceCounts.Width - 1];
        double[] sums = new double[points.Length];
        foreach (int index in order)
        {
            ReadOnlySpan<int> own = counts[index];
            for (int distance = 0; distance < points.Length; distance++)
            {
                points[distance] += own[distance];
                sums[distance] += own[distance] * values[index];
            }
        }

        long all = points.Sum();
        double mean = sums.Sum() / all;
        double greatest = order.Length > 0 ? values[order[^1]] : double.NaN;
        List<DistanceBand> bands = [];
        for (int distance = 0; distance < points.Length; distance++)
        {
            if (points[distance] > 0)
            {
                double own = sums[distance] / points[distance];
                double[] quartiles = Quartiles(values, counts, order, distance, points[distance]);
                double normalized = greatest > mean ? (own - mean) / (greatest - mean) : double.NaN;
                bands.Add(new DistanceBand(distance, points[distance], own, quartiles[0], quartiles[1], quartiles[2], normalized));
            }
        }

        return new FitnessByDistance(all, mean, Correlate(values, counts, order, bands, mean, all), bands);
    }

    /// <summary>The classes with a value, least values first.</summary>
    private static int[] Order(ReadOnlySpan<double> values)
    {
        List<int> indices = [];
        List<double> keys = [];
        for (int index = 0; index < values.Length; index++)
        {
            if (!double.IsNaN(values[index]))
            {
                indices.Add(index);
                keys.Add(values[index]);
            }
        }

        int[] order = [.. indices];
        Array.Sort(keys.ToArray(), order);
        return order;
    }

    private static double[] Quartiles(ReadOnlySpan<double> values, DistanceCounts counts, int[] order, int distance, long points)
    {
        double[] quartiles = new double[3];
        long before = 0;
        foreach (int index in order)
        {
            int own = counts[index][distance];
            if (own == 0)
            {
                continue;
            }

            for (int i = 0; i < quartiles.Length; i++)
            {
                // The two order statistics around the place of the quartile, each with its weight.
                (long quotient, long rest) = Math.DivRem((points - 1) * (i + 1), 4L);
                quartiles[i] += before <= quotient && quotient < before + own ? values[index] * (1 - (rest / 4.0)) : 0;
                quartiles[i] += before <= quotient + 1 && quotient + 1 < before + own ? values[index] * (rest / 4.0) : 0;
            }

            before += own;
        }

        return quartiles;
    }

    private static double Correlate(
        ReadOnlySpan<double> values, DistanceCounts counts, int[] order, List<DistanceBand> bands, double mean, long all)
    {
        double meanDistance = bands.Sum(band => band.Points * (double)band.Distance) / all;
        double distances = bands.Sum(band => band.Points * (band.Distance - meanDistance) * (band.Distance - meanDistance));
        double both = bands.Sum(band => band.Points * (band.Distance - meanDistance) * (band.Mean - mean));
        double accuracies = 0;
        foreach (int index in order)
        {
            long own = 0;
            foreach (DistanceBand band in bands)
            {
                own += counts[index][band.Distance];
            }

            accuracies += own * (values[index] - mean) * (values[index] - mean);
        }

        return distances > 0 && accuracies > 0 ? both / Math.Sqrt(distances * accuracies) : double.NaN;
    }
}
