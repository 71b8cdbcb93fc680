namespace NasBench.Analysis.Tests.Walks;

[Trait("Category", "Once")]
public sealed class RawWalksTests
{
    private static readonly double[] s_values = [.. Enumerable.Range(0, Nas101.CellCount).Select(index => Math.Sin(index))];

    [Fact]
    public void SampleCorrelation_OneWalk_IsPearsonOfThePairs()
    {
        // The same draws, one after the other.
        var random = new SplitMixRandom(5);
        Cell cell = CellSampler.NextRaw(random, out int index);
        List<double> visited = [s_values[index]];
        while (visited.Count < 60)
        {
            Assert.True(CellMutator.TryMutate(cell, MutationKind.Paper, random, out cell, out index));
            visited.Add(s_values[index]);
        }

        double[] actual = RawWalks.SampleCorrelation(s_values, 5, walks: 1, steps: 60, lags: 4);
        for (int lag = 0; lag <= 4; lag++)
        {
            double[] x = [.. visited.Take(60 - lag)];
            double[] y = [.. visited.Skip(lag)];
            double covariance = x.Zip(y, (a, b) => (a - x.Average()) * (b - y.Average())).Sum();
            double expected = covariance / Math.Sqrt(x.Sum(a => Math.Pow(a - x.Average(), 2)) * y.Sum(b => Math.Pow(b - y.Average(), 2)));
            Assert.Equal(expected, actual[lag], 12);
        }
    }

    [Fact]
    public void SampleCorrelation_SameSeed_GivesTheSame()
    {
        double[] first = RawWalks.SampleCorrelation(s_values, 3, 4, 50, 10);
        Assert.Equal(first, RawWalks.SampleCorrelation(s_values, 3, 4, 50, 10));
        Assert.NotEqual(first, RawWalks.SampleCorrelation(s_values, 4, 4, 50, 10));
        Assert.Equal(1, first[0], 12);
    }

    [Fact]
    public void SampleCorrelation_BadArguments_AreRefused()
    {
        Assert.Throws<ArgumentException>(() => RawWalks.SampleCorrelation(new double[5]));
        Assert.Throws<ArgumentException>(() => RawWalks.SampleCorrelation([.. s_values.Skip(1), double.NaN]));
        Assert.Throws<ArgumentOutOfRangeException>(() => RawWalks.SampleCorrelation(s_values, walks: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RawWalks.SampleCorrelation(s_values, steps: 36));
        Assert.Throws<ArgumentOutOfRangeException>(() => RawWalks.SampleCorrelation(s_values, lags: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => RawWalks.MeanDistance(-1));
    }

    [Fact]
    public void MeanDistance_SmallSpace_IsTheMeanOverAllWalks()
    {
        // Two edges and one operation of three: all sequences of choices, each as probable as its parts.
        for (int steps = 0; steps <= 6; steps++)
        {
            Assert.Equal(Walk(0, 0, 0, steps), RawWalks.MeanDistance(steps, 2, 1, 3), 12);
        }
    }

    [Fact]
    public void MeanDistance_NasBench101_IsOneAtFirstAndLevelsOff()
    {
        Assert.Equal(0, RawWalks.MeanDistance(0));
        Assert.Equal(1, RawWalks.MeanDistance(1), 12);
        Assert.Equal(10.5 + (10 / 3.0), RawWalks.MeanDistance(100_000), 9);
    }

    private static double Walk(int first, int second, int operation, int steps) => steps == 0
        ? first + second + (operation == 0 ? 0 : 1)
        : (Walk(1 - first, second, operation, steps - 1)
            + Walk(first, 1 - second, operation, steps - 1)
            + ((Walk(first, second, (operation + 1) % 3, steps - 1) + Walk(first, second, (operation + 2) % 3, steps - 1)) / 2)) / 3;
}
