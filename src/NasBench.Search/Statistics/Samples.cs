namespace NasBench.Search;

/// <summary>PLACEHOLDER</summary>
public static class Samples
{
    /// <summary>Quantile type 7 of sorted values.</summary>
    public static double Quantile(ReadOnlySpan<double> sorted, double q)
    {
        double at = q * (sorted.Length - 1);
        int below = (int)at;
        return below + 1 < sorted.Length ? sorted[below] + ((at - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
