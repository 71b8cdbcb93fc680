using CsCheck;

namespace NasBench.Search.Tests.Statistics;

public sealed class CurveTests
{
    private static readonly StepCurve s_curve = new([1, 10, 10, 100], [5, 4, 3, 1]);

    [Theory]
    [InlineData(0.5, double.NaN)]
    [InlineData(1, 5)]
    [InlineData(9.9, 5)]
    [InlineData(10, 3)]
    [InlineData(99, 3)]
    [InlineData(1e9, 1)]
    public void At_Times_ValueOfTheLastChange(double time, double expected) => Assert.Equal(expected, s_curve.At(time));

    [Fact]
    public void TimeTo_Targets_FirstTime()
    {
        Assert.Equal(1, s_curve.TimeTo(5));
        Assert.Equal(10, s_curve.TimeTo(3.5));
        Assert.Equal(double.PositiveInfinity, s_curve.TimeTo(0.5));
    }

    [Fact]
    public void MeanOverLogTime_Decades_WeighAlike()
    {
        Assert.Equal((5 + 3 + 1) / 3.0, s_curve.MeanOverLogTime(1, 1000), 1e-12);
        Assert.Equal(3, s_curve.MeanOverLogTime(10, 100), 1e-12);
        Assert.Throws<ArgumentOutOfRangeException>(() => s_curve.MeanOverLogTime(0.5, 10));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_curve.MeanOverLogTime(10, 10));
    }

    [Fact]
    public void MeanOverLogTime_AnyCurve_AreasAddUp()
    {
        Gen.Select(Gen.Double[1, 100].Array[1, 20], Gen.Double[100, 200], Gen.Double[200, 300], Gen.Double[300, 400]).Sample((times, a, b, c) =>
        {
            Array.Sort(times);
            var curve = new StepCurve([.. times.Select(time => time * 4 - 3)], [.. times.Select(time => Math.Sin(time))]);
            double start = Math.Max(a, curve.FirstTime);
            b = Math.Max(b, start * 1.01);
            c = Math.Max(c, b * 1.01);
            double whole = curve.MeanOverLogTime(start, c) * Math.Log(c / start);
            double parts = (curve.MeanOverLogTime(start, b) * Math.Log(b / start)) + (curve.MeanOverLogTime(b, c) * Math.Log(c / b));
            Assert.Equal(whole, parts, 1e-12);
        });
    }

    [Fact]
    public void StepCurve_BadTimes_Throws()
    {
        Assert.Throws<ArgumentException>(() => new StepCurve([], []));
        Assert.Throws<ArgumentException>(() => new StepCurve([1], [1, 2]));
        Assert.Throws<ArgumentException>(() => new StepCurve([2, 1], [1, 2]));
    }

    [Fact]
    public void Create_TwoCurves_FromTheLatestFirstTime()
    {
        double[] times = TimeGrid.Create([s_curve, new StepCurve([0, 20], [7, 6])], 1000, 4);

        Assert.Equal([1, 10, 100, 1000], times.Select(time => Math.Round(time, 9)));
        Assert.Equal((1.0, 1000.0), (times[0], times[^1]));
        Assert.Equal(TimeGrid.DefaultCount, TimeGrid.Create([s_curve], 1000).Length);
        Assert.Equal(20, TimeGrid.Create([new StepCurve([0, 20], [7, 6])], 1000)[0]);
        Assert.Empty(TimeGrid.Create([s_curve], 1));
        Assert.Empty(TimeGrid.Create([], 1));
    }

    [Fact]
    public void MeanRanks_TwoAlgorithms_AllRunsRankedTogether()
    {
        StepCurve[] first = [new([1, 10], [5, 1]), new([1], [3])];
        StepCurve[] second = [new([1], [3]), new([1], [4])];

        double[][] ranks = CurveComparison.MeanRanks([first, second], [1, 10]);
        Assert.Equal([(4 + 1.5) / 2, (1 + 2.5) / 2], ranks[0]);
        Assert.Equal([(1.5 + 3) / 2, (2.5 + 4) / 2], ranks[1]);
        Assert.Equal([[5, 3], [1, 3]], CurveComparison.ValuesAt(first, [1, 10]));
    }

    [Fact]
    public void ExpectedTimeTo_SomeRunsFail_TheirTimeCountsToo()
    {
        StepCurve[] runs = [new([1, 10], [5, 1]), new([2], [3])];

        Assert.Equal(10 + 50, CurveComparison.ExpectedTimeTo(runs, 1, [40, 50]));
        Assert.Equal((10 + 2) / 2.0, CurveComparison.ExpectedTimeTo(runs, 3, [40, 50]));
        Assert.Equal(double.PositiveInfinity, CurveComparison.ExpectedTimeTo(runs, 0, [40, 50]));
        Assert.Throws<ArgumentException>(() => CurveComparison.ExpectedTimeTo(runs, 0, [40]));
    }

    [Fact]
    public void ParetoFront_AnyPoints_ThoseThatNoOtherDominates()
    {
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 12]).Array[0, 30].Sample(pairs =>
        {
            ObjectivePair[] points = [.. pairs.Select(pair => new ObjectivePair(pair.Item1, pair.Item2))];
            ObjectivePair[] expected = [.. points.Distinct().Where(point => !points.Any(other => other.Dominates(point))).OrderBy(point => point.First)];
            Assert.Equal(expected, ParetoFront.Of(points));

            // Counts the unit squares up to the reference that some point dominates.
            int squares = Enumerable.Range(0, 90).Count(square => points.Any(point => point.First <= square % 10 && point.Second <= square / 10));
            Assert.Equal(squares, ParetoFront.Hypervolume(points, new ObjectivePair(10, 9)), 1e-9);
        });
    }
}
