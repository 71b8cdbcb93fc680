using CsCheck;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Distributions;

[Trait("Category", "Once")]
public sealed class DistributionTests
{
    private const int Iterations = 40;

    [Fact]
    public void RepeatNoise_AnyTable_EqualsTheDefinition() => TableGens.Tables.Sample(
        table =>
        {
            using Dataset data = TableStore.Open(table);
            IReadOnlyList<RepeatNoise> noises = RepeatNoise.Of(Landscape.Read(data));
            Assert.Equal(data.Epochs.ToArray(), noises.Select(noise => noise.Epochs));
            foreach (RepeatNoise noise in noises)
            {
                Metrics[][] cells = [.. table.Where(pair => pair.Key.Epochs == noise.Epochs).Select(pair => pair.Value)];
                double[] test = Deviations(cells, metrics => metrics.TestAccuracy);
                double[] validation = Deviations(cells, metrics => metrics.ValidationAccuracy);
                Assert.Equal(test.Length, noise.Cells);
                Assert.Equal(test.DefaultIfEmpty(double.NaN).Average(), noise.TestDeviation, 1e-12);
                Assert.Equal(validation.DefaultIfEmpty(double.NaN).Average(), noise.ValidationDeviation, 1e-12);
            }
        },
        iter: Iterations);

    [Fact]
    public void ColumnDistribution_AnyTable_EqualsTheDefinition() => TableGens.Tables.Sample(
        table =>
        {
            using Dataset data = TableStore.Open(table);
            foreach (ColumnDistribution distribution in ColumnDistribution.Of(Landscape.Read(data)))
            {
                double[] values =
                [
                    .. data.Indices.ToArray().Select(index => Mean(data, index, distribution.Column)).Where(value => !double.IsNaN(value)).Order(),
                ];
                Assert.Equal(values.Length, distribution.Cells);
                Assert.Equal(values.DefaultIfEmpty(double.NaN).Average(), distribution.Mean, 1e-9);
                Assert.Equal(Deviation(values), distribution.Deviation, 1e-9);
                foreach ((double part, double quantile) in ColumnDistribution.Parts.Zip(distribution.Quantiles))
                {
                    Assert.Equal(Quantile(values, part), quantile, 1e-9);
                }
            }
        },
        iter: Iterations);

    private static double Mean(Dataset data, int index, ColumnName column)
    {
        data.TryGetMean(index, column.Epochs, out Run mean);
        return column.Metric switch
        {
            MetricKind.Validation => mean.Final.ValidationAccuracy,
            MetricKind.Test => mean.Final.TestAccuracy,
            MetricKind.Train => mean.Final.TrainAccuracy,
            _ => mean.Final.TrainingTime,
        };
    }

    private static double[] Deviations(Metrics[][] cells, Func<Metrics, double> value) =>
        [.. cells.Select(repeats => Deviation([.. repeats.Select(value).Where(one => !double.IsNaN(one))])).Where(deviation => !double.IsNaN(deviation))];

    private static double Deviation(double[] values)
    {
        double mean = values.DefaultIfEmpty(0).Average();
        return values.Length < 2 ? double.NaN : Math.Sqrt(values.Sum(value => Math.Pow(value - mean, 2)) / (values.Length - 1));
    }

    private static double Quantile(double[] sorted, double part)
    {
        if (sorted.Length == 0)
        {
            return double.NaN;
        }

        double place = part * (sorted.Length - 1);
        double low = sorted[(int)Math.Floor(place)];
        return low + ((sorted[(int)Math.Ceiling(place)] - low) * (place - Math.Floor(place)));
    }
}
