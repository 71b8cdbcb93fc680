namespace NasBench.Search;

/// <summary>What the test of Friedman says.</summary>
/// <param name="Statistic">Chi-square, corrected for ties.</param>
/// <param name="PValue">The probability of as much or more if all algorithms are alike; 1 where all values of each problem are equal.</param>
/// <param name="AverageRanks">The mean rank of each algorithm; 1 is the least value.</param>
/// <param name="Problems">The number of problems.</param>
public sealed record FriedmanOutcome(double Statistic, double PValue, IReadOnlyList<double> AverageRanks, int Problems);
