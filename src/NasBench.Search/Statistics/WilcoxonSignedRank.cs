namespace NasBench.Search;

/// <summary>The signed-rank test of Wilcoxon (1945) for pairs: runs that begin alike, or one value for each of many problems.</summary>
public static class WilcoxonSignedRank
{
    /// <summary>Up to so many pairs, none of them equal and no two differences of one size, the p-value is exact.</summary>
    public const int ExactLimit = 50;

    /// <summary>Tests whether the differences of pairs lie around 0.</summary>
    /// <param name="first">A value of each pair; no NaN.</param>
    /// <param name="second">The other one.</param>
    /// <returns>
    /// The smaller one of the sums of ranks of positive and of negative differences. Pairs without a difference are left out. The p-value is exact, or from
    /// the normal distribution with the correction for ties and none for continuity, as <c>scipy.stats.wilcoxon</c> does it; 1 where no pair differs.
    /// </returns>
    /// <exception cref="ArgumentException">The samples are not of one size, or a difference is NaN.</exception>
    public static TestOutcome Test(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException($"pairs need two samples of one size, not of {first.Length} and {second.Length}", nameof(second));
        }

        List<double> differences = [];
        for (int i = 0; i < first.Length; i++)
        {
            double difference = first[i] - second[i];
            if (difference != 0)
            {
                differences.Add(difference);
            }
        }

        int count = differences.Count;
        double[] ranks = new double[count];
        double ties = Ranks.Assign([.. differences.Select(Math.Abs)], ranks);
        double total = (double)count * (count + 1) / 2;
        double positive = 0;
        for (int i = 0; i < count; i++)
        {
            positive += differences[i] > 0 ? ranks[i] : 0;
        }

        double smaller = Math.Min(positive, total - positive);
        if (ties == 0 && count == first.Length && count <= ExactLimit)
        {
            return new TestOutcome(smaller, Math.Min(2 * ExactTail((int)smaller, count), 1), IsExact: true);
        }

        double variance = (((double)count * (count + 1) * ((2.0 * count) + 1)) - (ties / 2)) / 24;
        double p = count == 0 ? 1 : 2 * GammaFunctions.NormalTail(((total / 2) - smaller) / Math.Sqrt(variance));
        return new TestOutcome(smaller, Math.Min(p, 1), IsExact: false);
    }

    /// <summary>The probability of a sum of at most so much, where each rank has either sign with probability 1/2.</summary>
    private static double ExactTail(int sum, int count)
    {
        // parts[v]: the probability that the ranks so far add up to v.
        double[] parts = new double[(count * (count + 1) / 2) + 1];
        parts[0] = 1;
        for (int rank = 1; rank <= count; rank++)
        {
            for (int v = parts.Length - 1; v >= 0; v--)
            {
                parts[v] = (parts[v] + (v >= rank ? parts[v - rank] : 0)) / 2;
            }
        }

        return parts.AsSpan(0, sum + 1).ToArray().Sum();
    }
}
