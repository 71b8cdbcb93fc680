using CsCheck;

namespace NasBench.Search.Tests;

public sealed class ForestImprovementTests
{
    [Fact]
    public void Of_AnyLimit_NothingAtOrAboveItIsLeftOut()
        => Gen.Select(Gen.Double[0, 1].Array[1, 10], Gen.Double[0, 1], Gen.Double[0, 1], Gen.Double[1e-6, 1]).Sample((values, loss, limit, scale) =>
        {
            // Values close to each other and to the loss, too.
            double[] near = [.. values.Select(value => loss + (scale * scale * (value - 0.3)))];
            var improvement = new ForestImprovement(near.Length, loss);
            double whole = improvement.Of(near, 1);
            double mean = near.Average();
            double variance = near.Length == 1 ? 0 : near.Sum(value => (value - mean) * (value - mean)) / (near.Length - 1);
            Assert.Equal(Acquisition.ExpectedImprovement(mean, Math.Sqrt(Math.Max(variance, 1e-5)), loss), whole, 1e-9);
            Assert.Equal(whole, improvement.Of(near, 1, whole));
            double limited = improvement.Of(near, 1, limit * limit * limit);
            Assert.True(limited == whole || (double.IsNegativeInfinity(limited) && whole < limit * limit * limit));
        });
}
