namespace NasBench.Search;

/// <summary>
/// Several algorithms over several problems, such as data sets, encodings or budgets: average ranks, the test of Friedman, and the critical difference of
/// Nemenyi's test (Demšar, 2006).
/// </summary>
public sealed class ProblemComparison
{
    /// <summary>The level of significance.</summary>
    public const double Level = 0.05;

    /// <summary>Compares algorithms.</summary>
    /// <param name="algorithms">Their names, at least two.</param>
    /// <param name="values">For each problem, at least two, the value of each algorithm; less is better.</param>
    /// <exception cref="SearchException">There are fewer than two problems or algorithms: one problem gives no critical difference.</exception>
    /// <exception cref="ArgumentException">A problem has not a value for each algorithm, or a value is NaN.</exception>
    public ProblemComparison(IReadOnlyList<string> algorithms, IReadOnlyList<IReadOnlyList<double>> values)
    {
        ArgumentNullException.ThrowIfNull(algorithms);
        ArgumentNullException.ThrowIfNull(values);
        Algorithms = algorithms;
        Values = values;
        Friedman = FriedmanTest.Test(values);
        CriticalDifference = FriedmanTest.CriticalDifference(algorithms.Count, values.Count, Level);
        Different =
        [
            .. from first in Enumerable.Range(0, algorithms.Count)
               from second in Enumerable.Range(first + 1, algorithms.Count - first - 1)
               where Math.Abs(Friedman.AverageRanks[first] - Friedman.AverageRanks[second]) > CriticalDifference
               select (algorithms[first], algorithms[second]),
        ];
    }

    /// <summary>The names of the algorithms.</summary>
    public IReadOnlyList<string> Algorithms { get; }

    /// <summary>For each problem the value of each algorithm.</summary>
    public IReadOnlyList<IReadOnlyList<double>> Values { get; }

    /// <summary>What the test of Friedman says, with the average ranks.</summary>
    public FriedmanOutcome Friedman { get; }

    /// <summary>How far average ranks must lie apart to differ at the level.</summary>
    public double CriticalDifference { get; }

    /// <summary>The pairs whose average ranks lie farther apart than that.</summary>
    public IReadOnlyList<(string First, string Second)> Different { get; }
}
