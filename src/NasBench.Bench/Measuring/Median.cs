namespace NasBench.Bench;

/// <summary>What several measurements of the same thing come to.</summary>
public static class Median
{
    /// <summary>The one in the middle, or the mean of the two there.</summary>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
