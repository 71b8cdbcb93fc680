using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests.Models;

public sealed class NetworkTests
{
    [Fact]
    public void Add_AnyMatrices_IsTheSumInOrder()
        => Gen.Select(Gen.Int[1, 3], Gen.Int[0, 20], Gen.Int[1, 3], Gen.Bool, Gen.Int[0, 1000]).Sample((rowBlocks, inner, columnBlocks, isTurned, seed) =>
        {
            int rows = 8 * rowBlocks;
            int columns = 8 * columnBlocks;
            var random = new SplitMixRandom((ulong)seed);
            float[] left = Draw(random, (rows * inner) + 1);
            float[] right = Draw(random, inner * columns);
            float[] result = Draw(random, rows * columns);
            float[] expected = [.. result];
            (int row, int column) = isTurned ? (1, rows) : (inner, 1);
            for (int r = 0; r < rows; r++)
            {
                for (int c = 0; c < columns; c++)
                {
                    for (int k = 0; k < inner; k++)
                    {
                        ref float sum = ref expected[(r * columns) + c];
                        sum = MathF.FusedMultiplyAdd(left[(r * row) + (k * column)], right[(k * columns) + c], sum);
                    }
                }
            }

            MatrixProduct.Add(left, row, column, right, result, rows, inner, columns);
            Assert.Equal(expected, result);
        });

    [Fact]
    public void Add_MatrixTooSmall_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixProduct.Add(new float[15], 2, 1, new float[16], new float[64], 8, 2, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixProduct.Add(new float[16], 2, 1, new float[15], new float[64], 8, 2, 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => MatrixProduct.Add(new float[16], 2, 1, new float[16], new float[63], 8, 2, 8));
    }

    [Fact]
    public void Step_TwoGradients_AsByHand()
    {
        var adam = new Adam(8, learningRate: 0.01, firstDecay: 0.9f, secondDecay: 0.99f);
        float[] parameters = [1, 2, 0, 0, 0, 0, 0, 0];

        // At first the mean is 0.05 and the mean square 0.0025; the rate 0.01 * sqrt(0.01) / 0.1 = 0.01.
        adam.Step(parameters, [0.5f, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(1 - (0.01 * 0.05 / (0.05 + 1e-7)), parameters[0], 1e-6);
        Assert.Equal(2, parameters[1]);

        // Then they are 0.9 * 0.05 - 0.1 = -0.055 and 0.99 * 0.0025 + 0.01 = 0.012475; the rate 0.01 * sqrt(0.0199) / 0.19 = 0.0074246.
        adam.Step(parameters, [-1, 0, 0, 0, 0, 0, 0, 0]);
        Assert.Equal(0.99 + (0.0074246 * 0.055 / 0.111692), parameters[0], 1e-6);
    }

    [Fact]
    public void Backward_RandomNetwork_IsTheGradientByFiniteDifferences()
    {
        const int Inputs = 13;
        const double Step = 1e-7;
        var random = new SplitMixRandom(8);
        var network = new DenseNetwork(Inputs);
        network.Initialize(random);
        float[][] samples = [.. Enumerable.Range(0, 11).Select(_ => Draw(random, Inputs))];
        float[] targets = Draw(random, samples.Length);
        for (int sample = 0; sample < samples.Length; sample++)
        {
            samples[sample].CopyTo(network.InputsOf(sample));
        }

        network.Forward(samples.Length);
        network.Backward(targets);

        double[] parameters = [.. network.Parameters.ToArray().Select(value => (double)value)];
        for (int sample = 0; sample < samples.Length; sample++)
        {
            Assert.Equal(Output(parameters, samples[sample]), network.OutputOf(sample), 1e-5);
        }

        int others = 0;
        float[] gradient = network.Gradient.ToArray();
        for (int i = 0; i < parameters.Length; i += 3)
        {
            double value = parameters[i];
            parameters[i] = value + Step;
            double above = Error(parameters, samples, targets);
            parameters[i] = value - Step;
            double below = Error(parameters, samples, targets);
            parameters[i] = value;
            others += Math.Abs(((above - below) / (2 * Step)) - gradient[i]) > 1e-5 ? 1 : 0;
        }

        Assert.Equal(0, others);
        Assert.InRange(gradient.Count(slope => slope != 0), 1000, parameters.Length);
    }

    [Theory]
    [InlineData(26, 10)]
    [InlineData(40, 45)]
    [InlineData(3, 32)]
    public void Fit_Ensemble_SameBitsAsTheTwin(int features, int count)
    {
        var random = new SplitMixRandom(3);
        float[][] samples = [.. Enumerable.Range(0, count).Select(_ => Row(random, features))];
        double[] targets = [.. samples.Select(_ => 0.05 + (0.05 * random.NextDouble()))];
        float[][] points = [.. Enumerable.Range(0, 40).Select(_ => Row(random, features))];
        var ensemble = new NetworkEnsemble(size: 3, epochs: 4);
        var means = new double[points.Length];
        var deviations = new double[points.Length];
        ensemble.Fit(Join(samples), features, targets, new SplitMixRandom(17));
        ensemble.Predict(Join(points), means, deviations);

        var drawn = new SplitMixRandom(17);
        List<ReferenceNetwork> networks = [];
        for (int i = 0; i < 3; i++)
        {
            var network = new ReferenceNetwork(features, drawn);
            network.Train(samples, targets, epochs: 4, drawn);
            networks.Add(network);
        }

        for (int point = 0; point < points.Length; point++)
        {
            double[] predicted = [.. networks.Select(network => network.Predict(points[point]) / 100.0)];
            double mean = predicted.Average();
            Assert.Equal(mean, means[point], 1e-15);
            Assert.Equal(predicted.Average(value => (value - mean) * (value - mean)), deviations[point] * deviations[point], 1e-15);
        }
    }

    [Fact]
    public void Fit_LearnableTargets_LearnsThem()
    {
        var random = new SplitMixRandom(5);
        float[][] samples = [.. Enumerable.Range(0, 200).Select(_ => Row(random, 20))];
        double[] targets = [.. samples.Select(Target)];
        float[][] points = [.. Enumerable.Range(0, 200).Select(_ => Row(random, 20))];
        var ensemble = new NetworkEnsemble(size: 3, epochs: 150);
        var means = new double[points.Length];
        var deviations = new double[points.Length];
        ensemble.Fit(Join(samples), 20, targets, random);
        ensemble.Predict(Join(points), means, deviations);

        double error = means.Zip(points, (mean, point) => Math.Abs(mean - Target(point))).Average();
        double without = points.Average(point => Math.Abs(targets.Average() - Target(point)));
        Assert.InRange(error, 0, 0.5 * without);
        Assert.All(deviations, deviation => Assert.InRange(deviation, 1e-9, 0.1));

        static double Target(float[] row) => 0.06 + (0.02 * row[0]) - (0.01 * row[1]) + (0.02 * row[2] * row[3]);
    }

    [Fact]
    public void Fit_Warm_AllocatesNothing()
    {
        var random = new SplitMixRandom(5);
        float[] samples = Join([.. Enumerable.Range(0, 40).Select(_ => Row(random, 36))]);
        double[] targets = [.. Enumerable.Range(0, 40).Select(_ => random.NextDouble())];
        var ensemble = new NetworkEnsemble(size: 2, epochs: 3);
        var means = new double[40];
        var deviations = new double[40];
        ensemble.Fit(samples, 36, targets, random);

        AllocationAssert.AllocatesNothing(() =>
        {
            ensemble.Fit(samples, 36, targets, random);
            ensemble.Predict(samples, means, deviations);
        });
    }

    private static double Error(double[] parameters, float[][] samples, float[] targets)
        => samples.Select((sample, i) => Math.Abs(Output(parameters, sample) - targets[i])).Average();

    /// <summary>The output in double precision, from parameters as the network keeps them.</summary>
    private static double Output(double[] parameters, float[] sample)
    {
        double[] values = [.. sample.Select(value => (double)value)];
        int[] widths = [20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 1];
        int place = 0;
        for (int layer = 0; layer < widths.Length; layer++)
        {
            int inputs = (values.Length + 7) / 8 * 8;
            int units = (widths[layer] + 7) / 8 * 8;
            double[] next = parameters[(place + (inputs * units))..(place + (inputs * units) + widths[layer])];
            for (int unit = 0; unit < next.Length; unit++)
            {
                for (int input = 0; input < values.Length; input++)
                {
                    next[unit] += values[input] * parameters[place + (input * units) + unit];
                }
            }

            place += (inputs + 1) * units;
            values = layer == widths.Length - 1 ? next : [.. next.Select(value => Math.Max(value, 0))];
        }

        return values[0];
    }

    private static float[] Row(SplitMixRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => (float)random.Next(2))];

    private static float[] Draw(SplitMixRandom random, int count) => [.. Enumerable.Range(0, count).Select(_ => (2 * random.NextSingle()) - 1)];

    private static float[] Join(float[][] rows) => [.. rows.SelectMany(row => row)];
}
