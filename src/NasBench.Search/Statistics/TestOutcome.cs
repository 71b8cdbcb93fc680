namespace NasBench.Search;

/// <summary>What a test says.</summary>
/// <param name="Statistic">The value of the test's statistic.</param>
/// <param name="PValue">The two-sided p-value, 0 to 1.</param>
/// <param name="IsExact">Whether it is exact, and not from a limiting distribution.</param>
public readonly record struct TestOutcome(double Statistic, double PValue, bool IsExact);
