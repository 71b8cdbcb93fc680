namespace NasBench.Analysis.Tests.Correlations;

/// <summary>Correlations by definition: every pair is compared with every other.</summary>
internal static class ReferenceCorrelation
{
    public static double Pearson((double X, double Y)[] pairs)
    {
        if (pairs.Select(pair => pair.X).Distinct().Count() < 2 || pairs.Select(pair => pair.Y).Distinct().Count() < 2)
        {
            return double.NaN;
        }

        double x = pairs.Average(pair => pair.X);
        double y = pairs.Average(pair => pair.Y);
        return pairs.Sum(pair => (pair.X - x) * (pair.Y - y))
            / Math.Sqrt(pairs.Sum(pair => (pair.X - x) * (pair.X - x)) * pairs.Sum(pair => (pair.Y - y) * (pair.Y - y)));
    }

    public static double Spearman((double X, double Y)[] pairs) =>
        Pearson([.. pairs.Select(pair => (Rank(pairs.Select(other => other.X), pair.X), Rank(pairs.Select(other => other.Y), pair.Y)))]);

    public static double Kendall((double X, double Y)[] pairs)
    {
        double sum = 0;
        double comparedX = 0;
        double comparedY = 0;
        for (int i = 0; i < pairs.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                int x = pairs[i].X.CompareTo(pairs[j].X);
                int y = pairs[i].Y.CompareTo(pairs[j].Y);
                sum += x * y;
                comparedX += x * x;
                comparedY += y * y;
            }
        }

        return sum / Math.Sqrt(comparedX * comparedY);
    }

    /// <summary>One more than the number of smaller values, and half of the other equal ones.</summary>
    private static double Rank(IEnumerable<double> values, double value) =>
        values.Count(other => other < value) + ((values.Count(other => other == value) + 1) / 2.0);
}
