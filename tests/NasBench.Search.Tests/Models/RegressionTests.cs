using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests.Models;

public sealed class RegressionTests
{
    private static readonly Gen<(float[][] Samples, double[] Targets, float[][] Points)> s_problems =
        from count in Gen.Int[1, 23]
        from features in Gen.Int[1, 70]
        let row = Gen.Int[0, 2].Select(half => half / 2f).Array[features]
        from samples in row.Array[count]
        from targets in Gen.Double[0, 1].Array[count]
        from points in row.Array[1, 19]
        select (samples.DistinctBy(sample => string.Join(' ', sample)).ToArray(), targets, points);

    [Fact]
    public void Predict_GaussianProcess_IsTheTextbook() => s_problems.Sample(
        problem => CompareWithTwin(new GaussianProcess(), ReferenceRegressions.GaussianProcess, problem, 1e-6), iter: 300);

    [Fact]
    public void Predict_Ridge_IsTheTextbook() => s_problems.Sample(
        problem => CompareWithTwin(new RidgeRegression(), ReferenceRegressions.Ridge, problem, 1e-8), iter: 300);

    [Fact]
    public void Predict_GaussianProcessAtItsSamples_Interpolates() => s_problems.Sample(
        problem =>
        {
            double[] targets = problem.Targets[..problem.Samples.Length];
            (double[] means, double[] deviations) = Predict(new GaussianProcess(), problem.Samples, targets, problem.Samples);
            double spread = TargetScale.Of(targets).Deviation;

            Assert.All(means.Zip(targets), pair => Assert.Equal(pair.Second, pair.First, 1e-6));
            Assert.All(deviations, deviation => Assert.InRange(deviation, 0, 2e-5 * spread));
        },
        iter: 300);

    [Fact]
    public void Predict_GaussianProcessFarAway_IsTheMeanWithTheDeviationOfThePrior()
    {
        float[] sample = new float[300];
        float[] far = [.. Enumerable.Repeat(1f, 300)];
        float[][] samples = [sample, [1, .. sample[1..]]];
        (double[] means, double[] deviations) = Predict(new GaussianProcess(), samples, [0.2, 0.4], [far]);

        Assert.Equal(0.3, means[0], 1e-12);
        Assert.Equal(1.5 * 0.1, deviations[0], 1e-12);
    }

    [Fact]
    public void Predict_SampleTwice_IsBetweenItsTargets()
    {
        float[][] samples = [[0, 1, 0], [0, 1, 0], [1, 1, 1], [1, 1, 1], [1, 1, 1]];
        (double[] means, double[] deviations) = Predict(new GaussianProcess(), samples, [0.1, 0.3, 0.5, 0.6, 0.7], [[0, 1, 0], [1, 1, 1]]);

        Assert.Equal([0.2, 0.6], means.Select(mean => Math.Round(mean, 5)));
        Assert.All(deviations, deviation => Assert.InRange(deviation, 0, 1e-5));
    }

    [Fact]
    public void Predict_GaussianProcessOfMoreThanItCanHold_TakesTheLast()
    {
        var random = new SplitMixRandom(2);
        float[][] samples = [.. Enumerable.Range(0, GaussianProcess.MaxSamples + 40).Select(_ => Row(random, 40))];
        double[] targets = [.. samples.Select(_ => random.NextDouble())];
        float[][] points = [.. Enumerable.Range(0, 5).Select(_ => Row(random, 40))];

        Assert.Equal(
            Predict(new GaussianProcess(), samples[40..], targets[40..], points).Means, Predict(new GaussianProcess(), samples, targets, points).Means);
    }

    [Fact]
    public void Predict_RidgeOfALinearFunction_FindsIt()
    {
        var random = new SplitMixRandom(4);
        float[][] samples = [.. Enumerable.Range(0, 5000).Select(_ => Row(random, 6))];
        double[] targets = [.. samples.Select(Linear)];
        float[][] points = [.. Enumerable.Range(0, 20).Select(_ => Row(random, 6))];
        (double[] means, double[] deviations) = Predict(new RidgeRegression(), samples, targets, points);

        Assert.All(means.Zip(points), pair => Assert.Equal(Linear(pair.Second), pair.First, 0.005));
        Assert.All(deviations, deviation => Assert.InRange(deviation, 0, 0.005));

        static double Linear(float[] row) => 0.3 + (0.2 * row[0]) - (0.5 * row[3]) + (0.1 * row[5]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fit_Again_ForgetsWhatWasAndAllocatesNothing(bool isProcess)
    {
        var random = new SplitMixRandom(6);
        float[] samples = [.. Enumerable.Range(0, 50).SelectMany(_ => Row(random, 36))];
        double[] targets = [.. Enumerable.Range(0, 50).Select(_ => random.NextDouble())];
        IRegressionModel model = isProcess ? new GaussianProcess() : new RidgeRegression();
        IRegressionModel fresh = isProcess ? new GaussianProcess() : new RidgeRegression();
        var means = new double[50];
        var deviations = new double[50];
        model.Fit(samples, 36, targets, random);
        model.Predict(samples, means, deviations);

        AllocationAssert.AllocatesNothing(() =>
        {
            model.Fit(samples.AsSpan(0, 36 * 31), 36, targets.AsSpan(0, 31), random);
            model.Predict(samples, means, deviations);
        });

        var expected = new double[50];
        fresh.Fit(samples.AsSpan(0, 36 * 31), 36, targets.AsSpan(0, 31), random);
        fresh.Predict(samples, expected, deviations);
        Assert.Equal(expected, means);
    }

    [Fact]
    public void Fit_OtherFeature_Throws() => Assert.Throws<ArgumentException>(() => new GaussianProcess().Fit([0.25f], 1, [1.0], new SplitMixRandom(1)));

    [Fact]
    public void Predict_AllTargetsTheSame_IsThatTarget()
    {
        foreach (IRegressionModel model in (IRegressionModel[])[new GaussianProcess(), new RidgeRegression()])
        {
            (double[] means, double[] deviations) = Predict(model, [[0, 1], [1, 0]], [0.5, 0.5], [[1, 1], [0, 0]]);

            Assert.All(means, mean => Assert.Equal(0.5, mean, 1e-12));
            Assert.All(deviations, deviation => Assert.True(deviation >= 0));
        }
    }

    private static void CompareWithTwin(
        IRegressionModel model,
        Func<double[][], double[], double[], (double Mean, double Deviation)> twin,
        (float[][] Samples, double[] Targets, float[][] Points) problem,
        double tolerance)
    {
        double[][] samples = [.. problem.Samples.Select(ToDoubles)];
        double[] targets = problem.Targets[..samples.Length];
        (double[] means, double[] deviations) = Predict(model, problem.Samples, targets, problem.Points);
        for (int point = 0; point < problem.Points.Length; point++)
        {
            (double mean, double deviation) = twin(samples, targets, ToDoubles(problem.Points[point]));
            Assert.Equal(mean, means[point], tolerance);
            Assert.Equal(deviation * deviation, deviations[point] * deviations[point], tolerance);
        }
    }

    private static (double[] Means, double[] Deviations) Predict(IRegressionModel model, float[][] samples, double[] targets, float[][] points)
    {
        var means = new double[points.Length];
        var deviations = new double[points.Length];
        model.Fit(samples.SelectMany(row => row).ToArray(), points[0].Length, targets, new SplitMixRandom(1));
        model.Predict(points.SelectMany(row => row).ToArray(), means, deviations);
        return (means, deviations);
    }

    private static float[] Row(SplitMixRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(2))];

    private static double[] ToDoubles(float[] row) => [.. row.Select(value => (double)value)];
}
