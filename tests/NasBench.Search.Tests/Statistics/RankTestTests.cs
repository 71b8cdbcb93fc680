using CsCheck;

namespace NasBench.Search.Tests.Statistics;

/// <summary>Mann-Whitney, Wilcoxon, Friedman and what belongs to them, against scipy 1.10.1 and against counting.</summary>
public sealed class RankTestTests
{
    private static readonly double[] s_noTies = [1.789, 0.437, 0.096, -1.863, -0.277, -0.355, -0.083, -0.627, -0.044, -0.477, -1.314, 0.885];

    private static readonly double[] s_noTiesToo =
        [1.681, 2.51, 0.85, 0.395, 0.255, -0.746, 1.782, -0.301, -0.385, 0.594, 2.286, 1.037, -0.224, 0.087, 1.425];

    private static readonly double[] s_sixty =
    [
        -0.1605, -0.7688, -0.23, 0.7451, 1.9761, -1.2441, -0.6264, -0.8038, -2.4191, -0.9238, -1.0239, 1.124, -0.1319, -1.6233, 0.6467, -0.3563, -1.7431,
        -0.5966, -0.5886, -0.8739, 0.0297, -2.2483, -0.2678, 1.0132, 0.8528, 1.1082, 1.1194, 1.4875, -1.1183, 0.8458, -1.8609, -0.6029, -1.9145, 1.0481,
        1.3337, -0.1974, 1.7746, -0.6747, 0.1506, 0.1529, -1.0642, 0.4379, 1.939, -1.0249, 0.8993, -0.1545, 1.7696, 0.4838, 0.6762, 0.6432, 0.2491, -1.3958,
        1.3917, -1.3707, 0.2386, 0.6141, -0.8379, 0.1451, 1.1679, -0.0241,
    ];

    private static readonly double[] s_sixtyToo =
    [
        -0.7492, -3.3845, -0.9018, 0.454, 1.7597, -1.9041, 0.0509, -1.0785, -2.2286, 0.0553, -1.5793, 1.1238, 2.3262, -0.449, -0.3468, -0.136, -0.8786,
        0.9369, -0.1396, -1.1045, -0.4008, -1.3032, 0.3453, 0.7966, 0.9637, 0.992, 2.1441, 1.0975, -0.3319, 1.9973, -1.0747, -1.1371, -0.2695, 0.6699,
        2.0601, -0.6507, 0.3305, -0.1489, 0.7376, 0.3755, -0.4881, 0.0895, 1.5015, -0.893, 3.1086, 0.9603, 1.5496, 1.3425, 0.4978, 0.4859, 1.4084, -1.6211,
        0.0161, -1.9772, 0.627, 1.0421, 0.7037, -0.2709, 2.1994, 0.7019,
    ];

    [Fact]
    public void MannWhitney_Samples_EqualScipy()
    {
        AssertOutcome(5, 0.04797979797979798, true, MannWhitney.Test([1.1, 2.2, 3.3, 0.5, 7.25], [2.5, 3.5, 9.1, 4.4, 8.8, 6.0, 10.5]));
        AssertOutcome(49, 0.048132396219581944, false, MannWhitney.Test(s_noTies, s_noTiesToo));
        AssertOutcome(18, 0.2628903364198475, false, MannWhitney.Test([1, 2, 2, 3, 4, 4, 4, 5], [2, 3, 3, 4, 5, 6, 6]));
        AssertOutcome(0, 1.1308954996013593e-05, true, MannWhitney.Test([1, 2, 3], [.. Enumerable.Range(4, 100)]));
        AssertOutcome(6, 1, false, MannWhitney.Test([1, 1, 1], [1, 1, 1, 1]));
    }

    [Fact]
    public void MannWhitney_FewValues_EqualsCountingAllOrders()
    {
        for (int first = 1; first <= 4; first++)
        {
            for (int second = 1; second <= 5; second++)
            {
                AssertExact(first, second);
            }
        }
    }

    [Fact]
    public void EffectSize_AnySamples_CountsPairs()
    {
        Gen.Select(Gen.Int[0, 9].Array[1, 12], Gen.Int[0, 9].Array[1, 12]).Sample((x, y) =>
        {
            double[] first = [.. x];
            double[] second = [.. y];
            double pairs = (from a in first from b in second select a > b ? 1 : a == b ? 0.5 : 0).Average();
            Assert.Equal(pairs, MannWhitney.EffectSize(first, second), 1e-12);
            Assert.Equal(1 - pairs, MannWhitney.EffectSize(second, first), 1e-12);
            Assert.Equal(MannWhitney.Test(second, first).PValue, MannWhitney.Test(first, second).PValue, 1e-12);
        });
    }

    [Fact]
    public void MannWhitney_EmptyOrNaN_Throws()
    {
        Assert.Throws<ArgumentException>(() => MannWhitney.Test([], [1]));
        Assert.Throws<ArgumentException>(() => MannWhitney.EffectSize([double.NaN], [1]));
    }

    [Fact]
    public void Wilcoxon_Samples_EqualScipy()
    {
        double[] first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
        double[] second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];

        AssertOutcome(5, 0.0390625, true, WilcoxonSignedRank.Test(first, second));
        AssertOutcome(8, 0.5785147215079439, false, WilcoxonSignedRank.Test([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 1, 6, 7, 4, 9, 8]));
        AssertOutcome(655, 0.05561801167772952, false, WilcoxonSignedRank.Test(s_sixty, s_sixtyToo));
        Assert.Equal(1, WilcoxonSignedRank.Test([1, 2], [1, 2]).PValue);
        Assert.Throws<ArgumentException>(() => WilcoxonSignedRank.Test([1, 2], [1]));
    }

    [Fact]
    public void Wilcoxon_FewPairs_EqualsCountingAllSigns()
    {
        for (int count = 1; count <= 8; count++)
        {
            int[] sums = [.. Enumerable.Range(0, 1 << count).Select(signs => Enumerable.Range(1, count).Where(rank => ((signs >> (rank - 1)) & 1) != 0).Sum())];
            for (int signs = 0; signs < sums.Length; signs++)
            {
                double[] values = [.. Enumerable.Range(1, count).Select(rank => ((signs >> (rank - 1)) & 1) != 0 ? rank : -(double)rank)];
                int smaller = Math.Min(sums[signs], (count * (count + 1) / 2) - sums[signs]);
                double expected = Math.Min(2.0 * sums.Count(sum => sum <= smaller) / sums.Length, 1);
                AssertOutcome(smaller, expected, true, WilcoxonSignedRank.Test(values, new double[count]));
            }
        }
    }

    // scipy: friedmanchisquare. Average ranks: mean of rankdata.
    [Fact]
    public void Friedman_SixProblems_EqualsScipy()
    {
        double[][] values = [[0.05, 0.06, 0.07], [0.04, 0.03, 0.06], [0.1, 0.1, 0.12], [0.02, 0.01, 0.01], [0.3, 0.2, 0.4], [0.5, 0.6, 0.7]];

        FriedmanOutcome outcome = FriedmanTest.Test(values);
        Assert.Equal(5.7272727272727275, outcome.Statistic, 1e-12);
        Assert.Equal(0.057060888406033565, outcome.PValue, 1e-12);
        Assert.Equal([1.75, 1.5, 2.75], outcome.AverageRanks);
        Assert.Equal(6, outcome.Problems);
        Assert.Equal(1, FriedmanTest.Test([[1, 1], [2, 2]]).PValue);
    }

    // Demšar (2006), section 3.2.2: 4 classifiers on 14 data sets, critical difference 1.25 at 0.05 and 1.12 at 0.10.
    [Fact]
    public void CriticalDifference_ExampleOfDemsar_SameNumbers()
    {
        Assert.Equal(1.25, FriedmanTest.CriticalDifference(4, 14), 0.005);
        Assert.Equal(1.12, FriedmanTest.CriticalDifference(4, 14, 0.1), 0.005);
    }

    [Fact]
    public void Friedman_OneProblem_Refused()
    {
        Assert.Throws<SearchException>(() => FriedmanTest.CriticalDifference(3, 1));
        Assert.Throws<SearchException>(() => FriedmanTest.Test([[1, 2, 3]]));
        Assert.Throws<SearchException>(() => FriedmanTest.Test([[1], [2]]));
    }

    [Fact]
    public void Holm_PValues_StepDown()
    {
        // By hand: sorted 0.005, 0.01, 0.03, 0.04 times 4, 3, 2, 1, never falling.
        Assert.Equal([0.03, 0.06, 0.06, 0.02], HolmCorrection.Correct([0.01, 0.04, 0.03, 0.005]));
        Assert.Equal([1, 1], HolmCorrection.Correct([0.9, 0.6]));
        Assert.Empty(HolmCorrection.Correct([]));
    }

    [Fact]
    public void Assign_Ties_ShareTheMeanOfTheirPlaces()
    {
        double[] ranks = new double[6];

        Assert.Equal(24 + 6, Ranks.Assign([2, 1, 2, 7, 2, 7], ranks));
        Assert.Equal([3, 1, 3, 5.5, 3, 5.5], ranks);
    }

    private static void AssertExact(int first, int second)
    {
        int all = first + second;
        int[] subsets = [.. Enumerable.Range(0, 1 << all).Where(subset => System.Numerics.BitOperations.PopCount((uint)subset) == first)];
        double[] statistics = [.. subsets.Select(subset => Greater(subset, all))];
        for (int i = 0; i < subsets.Length; i++)
        {
            double larger = Math.Max(statistics[i], (first * second) - statistics[i]);
            double expected = Math.Min(2.0 * statistics.Count(statistic => statistic >= larger) / subsets.Length, 1);
            AssertOutcome(statistics[i], expected, true, MannWhitney.Test(Values(subsets[i], all, 1), Values(subsets[i], all, 0)));
        }
    }

    private static double Greater(int subset, int all)
        => (from a in Values(subset, all, 1) from b in Values(subset, all, 0) select a > b ? 1 : 0).Sum();

    private static double[] Values(int subset, int all, int bit) => [.. Enumerable.Range(0, all).Where(i => ((subset >> i) & 1) == bit).Select(i => (double)i)];

    private static void AssertOutcome(double statistic, double pValue, bool isExact, TestOutcome actual)
    {
        Assert.Equal(statistic, actual.Statistic);
        Assert.Equal(pValue, actual.PValue, 1e-13);
        Assert.Equal(isExact, actual.IsExact);
    }
}
