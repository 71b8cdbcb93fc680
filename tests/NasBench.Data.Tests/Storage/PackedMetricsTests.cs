using CsCheck;

namespace NasBench.Data.Tests.Storage;

public sealed class PackedMetricsTests
{
    private static readonly double[] s_special = [double.NaN, -0.0, 0.0, 1.0, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -1.0];

    [Fact]
    public void TryWrite_EveryNumerator_ReadsBackTheSameBits()
    {
        for (int numerator = 0; numerator <= 9984; numerator++)
        {
            double accuracy = numerator / 9984f;
            AssertFits(new Metrics(12.5, accuracy, 1 - accuracy >= 0 ? 1.0 : 0, double.NaN));
            AssertFits(new Metrics(double.NaN, double.NaN, accuracy, accuracy));
        }
    }

    [Theory]
    [InlineData(0.9236)] // k/10000
    [InlineData(9000.0 / 9984)] // double precision instead of float32
    [InlineData(-0.0)]
    [InlineData(-0.5)]
    [InlineData(1e300)]
    [InlineData(9985 / 9984f)] // more than all images
    [InlineData(65533 / 9984f)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(double.Epsilon)]
    public void TryWrite_AccuracyOfAnotherForm_IsRefused(double accuracy)
    {
        Span<byte> packed = stackalloc byte[PackedMetrics.Size];
        Assert.False(PackedMetrics.TryWrite(new Metrics(1, accuracy, 0.5, 0.5), packed));
        Assert.False(PackedMetrics.TryWrite(new Metrics(1, 0.5, accuracy, 0.5), packed));
        Assert.False(PackedMetrics.TryWrite(new Metrics(1, 0.5, 0.5, accuracy), packed));
    }

    [Theory]
    [InlineData(0.1)]
    [InlineData(1e300)]
    [InlineData(double.Epsilon)]
    public void TryWrite_TimeThatIsNotAFloat_IsRefused(double time)
    {
        Assert.False(PackedMetrics.TryWrite(new Metrics(time, 0.5, 0.5, 0.5), stackalloc byte[PackedMetrics.Size]));
    }

    [Theory]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-1.0)]
    [InlineData(-float.Epsilon)]
    public void TryWrite_TimeThatNobodyMeasured_IsRefused(double time)
    {
        double[] values = [7, time, 0.5, 0.5, 0.5];
        Span<byte> packed = stackalloc byte[16];
        Assert.False(PackedMetrics.TryWrite(new Metrics(time, 0.5, 0.5, 0.5), packed));
        Assert.False(PackedMetrics.TryWrite(ref values[0], ref packed[0]));
    }

    [Fact]
    public void TryWrite_AnyValues_AreRefusedOrReadBackTheSame()
    {
        Gen<double> value = Gen.OneOf(Gen.Double, Gen.Double.Unit, Gen.Float.Select(x => (double)x), Gen.Int[0, 70000].Select(k => (double)(k / 9984f)));
        Gen.Select(value, value, value, value).Sample((time, train, validation, test) =>
        {
            var metrics = new Metrics(time, train, validation, test);
            Span<byte> packed = stackalloc byte[PackedMetrics.Size];
            if (PackedMetrics.TryWrite(metrics, packed))
            {
                AssertSame(metrics, PackedMetrics.Read(in packed[0]));
            }
        });
    }

    [Fact]
    public void TryWrite_ValuesSideBySide_AsOneByOne()
    {
        Gen<double> value = Gen.Frequency(
            (1, Gen.Double),
            (1, Gen.Double.Unit),
            (2, Gen.Float.Select(x => (double)x)),
            (8, Gen.Int[0, 9984].Select(k => (double)(k / 9984f))),
            (2, Gen.Int[60_000, 70_000].Select(k => (double)(k / 9984f))),
            (1, Gen.Int[0, s_special.Length - 1].Select(i => s_special[i])));
        Gen.Select(value, value, value, value).Sample((time, train, validation, test) =>
        {
            Span<byte> expected = stackalloc byte[PackedMetrics.Size];
            Span<byte> packed = stackalloc byte[16];
            double[] values = [7, time, train, validation, test];
            bool fits = PackedMetrics.TryWrite(new Metrics(time, train, validation, test), expected);
            Assert.Equal(fits, PackedMetrics.TryWrite(ref values[0], ref packed[0]));
            if (fits)
            {
                Assert.Equal(expected, packed[..PackedMetrics.Size]);
            }
        }, iter: 20_000);
    }

    private static void AssertFits(Metrics metrics)
    {
        Span<byte> packed = stackalloc byte[PackedMetrics.Size];
        Assert.True(PackedMetrics.TryWrite(metrics, packed));
        AssertSame(metrics, PackedMetrics.Read(in packed[0]));
    }

    private static void AssertSame(Metrics expected, Metrics actual)
    {
        AssertSameBits(expected.TrainingTime, actual.TrainingTime);
        AssertSameBits(expected.TrainAccuracy, actual.TrainAccuracy);
        AssertSameBits(expected.ValidationAccuracy, actual.ValidationAccuracy);
        AssertSameBits(expected.TestAccuracy, actual.TestAccuracy);
    }

    private static void AssertSameBits(double expected, double actual) =>
        Assert.True(
            (double.IsNaN(expected) && double.IsNaN(actual)) || BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual),
            $"{actual:R} instead of {expected:R}");
}
