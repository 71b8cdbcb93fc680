namespace NasBench.Search;

/// <summary>PLACEHOLDER</summary>
public static class Bootstrap
{
    /// <summary>PLACEHOLDER</summary>
    public static (double Low, double High) MeanInterval(ReadOnlySpan<double> values, double level, int resamples, Random random) => (values[0], values[0]);
}
