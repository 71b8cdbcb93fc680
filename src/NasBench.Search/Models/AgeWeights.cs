namespace NasBench.Search;

/// <summary>
/// Weights by age, as hyperopt forgets: with fewer than the window all are 1; else the youngest in the window have 1, and the others an even ramp from
/// 1/n for the oldest to 1.
/// </summary>
internal static class AgeWeights
{
    /// <summary>The weight of one of <paramref name="count"/>, 0 being the oldest.</summary>
    public static double Of(int position, int count, int window)
        => position >= count - window ? 1 : First(count, window) + (position * Step(count, window));

    /// <summary>The weight of the oldest of the ramp.</summary>
    public static double First(int count, int window) => count > window ? 1.0 / count : 1;

    /// <summary>What each next one weighs more.</summary>
    public static double Step(int count, int window) => count - window > 1 ? (1 - (1.0 / count)) / (count - window - 1) : 0;
}
