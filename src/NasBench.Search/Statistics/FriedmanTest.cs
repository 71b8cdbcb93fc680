namespace NasBench.Search;

/// <summary>
/// Several algorithms on several problems: the test of Friedman (1937) and the critical difference of Nemenyi, as Demšar ("Statistical comparisons of
/// classifiers over multiple data sets", 2006) recommends them.
/// </summary>
public static class FriedmanTest
{
    /// <summary>Tests whether any algorithm differs from the others.</summary>
    /// <param name="values">For each problem a value for each algorithm, such as the mean regret; no NaN.</param>
    /// <returns>What it says. The p-value is that of the chi-square distribution.</returns>
    /// <exception cref="SearchException">There are fewer than two problems or algorithms.</exception>
    /// <exception cref="ArgumentException">The problems have not all the same number of algorithms, or a value is NaN.</exception>
    public static FriedmanOutcome Test(IReadOnlyList<IReadOnlyList<double>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        int algorithms = values.Count == 0 ? 0 : values[0].Count;
        RequireSeveral(algorithms, values.Count);
        double[] sums = new double[algorithms];
        double[] ranks = new double[algorithms];
        double ties = 0;
        foreach (IReadOnlyList<double> problem in values)
        {
            ties += Ranks.Assign([.. problem], ranks);
            for (int i = 0; i < algorithms; i++)
            {
                sums[i] += ranks[i];
            }
        }

        double problems = values.Count;
        double k = algorithms;
        double chiSquare = (12 / (k * problems * (k + 1)) * sums.Sum(sum => sum * sum)) - (3 * problems * (k + 1));
        double correction = 1 - (ties / (k * ((k * k) - 1) * problems));
        double statistic = correction > 0 ? Math.Max(chiSquare / correction, 0) : 0;
        return new FriedmanOutcome(
            statistic, GammaFunctions.ChiSquareTail(statistic, algorithms - 1), [.. sums.Select(sum => sum / problems)], values.Count);
    }

    /// <summary>How far average ranks must lie apart to differ: q·sqrt(k(k+1)/(6N)) for k algorithms and N problems.</summary>
    /// <param name="algorithms">The number of algorithms.</param>
    /// <param name="problems">The number of problems.</param>
    /// <param name="level">The level of significance, above 0 and below 1.</param>
    /// <returns>The critical difference of Nemenyi's test, for two-sided comparisons of all pairs.</returns>
    /// <remarks>Milliseconds: q is computed, not looked up.</remarks>
    /// <exception cref="SearchException">There are fewer than two problems or algorithms: one problem gives no such diagram.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="level"/> is outside its range.</exception>
    public static double CriticalDifference(int algorithms, int problems, double level = 0.05)
    {
        RequireSeveral(algorithms, problems);
        if (!(level is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level), level, "must be above 0 and below 1");
        }

        double q = StudentizedRange.Quantile(level, algorithms) / Math.Sqrt(2);
        return q * Math.Sqrt(algorithms * (algorithms + 1.0) / (6.0 * problems));
    }

    private static void RequireSeveral(int algorithms, int problems)
    {
        if (algorithms < 2 || problems < 2)
        {
            throw new SearchException($"average ranks are compared over at least 2 algorithms and 2 problems, not over {algorithms} and {problems}");
        }
    }
}
