namespace NasBench.Search;

/// <summary>Two algorithms, compared by the regrets of their runs at the end.</summary>
/// <param name="First">The name of the first.</param>
/// <param name="Second">The name of the second.</param>
/// <param name="Test">The test: <c>mann-whitney</c> for independent runs, <c>wilcoxon</c> for runs with a common start.</param>
/// <param name="P">The two-sided p-value.</param>
/// <param name="Holm">The p-value after Holm's correction over all pairs.</param>
/// <param name="A12">The probability that a run of the first ends with a smaller regret than one of the second, ties counted half (Vargha and Delaney).</param>
public sealed record AlgorithmComparison(string First, string Second, string Test, double P, double Holm, double A12);
