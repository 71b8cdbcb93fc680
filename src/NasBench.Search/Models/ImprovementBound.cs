namespace NasBench.Search;

/// <summary>A bound of the expected improvement that costs a division: most of many candidates need no more to be passed over.</summary>
internal static class ImprovementBound
{
    // The expected improvement for a standard deviation of 1 and a mean 0, 1, 2, ... above the loss, rounded up: it is less for any mean above that.
    private static ReadOnlySpan<double> Bounds => [0.39895, 0.083316, 0.0084908, 0.00038216, 7.1453e-6, 5.3467e-8, 1.5579e-10, 1.7608e-13, 7.6e-17];

    /// <summary>At least the expected improvement, up to rounding.</summary>
    /// <param name="gap">How far the mean lies above the loss to improve on.</param>
    /// <param name="deviation">The standard deviation, 0 or more.</param>
    public static double Of(double gap, double deviation)
    {
        if (gap < 0)
        {
            return (Bounds[0] * deviation) - gap;
        }

        return deviation > 0 ? Bounds[(int)Math.Min(gap / deviation, Bounds.Length - 1)] * deviation : 0;
    }
}
