using CsCheck;
using NasBench.Analysis.Tests.Spaces;

namespace NasBench.Analysis.Tests.FitnessDistances;

[Trait("Category", "Once")]
public sealed class FitnessByDistanceTests
{
    [Fact]
    public void Measure_SmallSpace_IsWhatAllRawPointsSay() => Gen.Select(
        Gen.Frequency((12, Gen.Int[0, 9].Select(value => value / 16.0)), (1, Gen.Const(double.NaN))).Array[FourVertexSpace.CellCount],
        Gen.Int[0, FourVertexSpace.CellCount - 1].Array[1, 3]).Sample(
        (values, peaks) =>
        {
            bool[] isPeak = new bool[values.Length];
            Array.ForEach(peaks, peak => isPeak[peak] = true);
            int[] distances = BruteForce<FourVertexSpace>.Distances(isPeak);
            (double Value, int Distance)[] points =
            [
                .. BruteForce<FourVertexSpace>.Points
                    .Select((point, number) => (Value: point.Index >= 0 ? values[point.Index] : double.NaN, Distance: distances[number]))
                    .Where(point => !double.IsNaN(point.Value)),
            ];
            DistanceCounts counts = PeakVolume.CountDistances(new RawDistances<FourVertexSpace>(), peaks, null, default);
            AssertFitness(points, FitnessByDistance.Measure(values, counts));
        },
        iter: 20);

    [Fact]
    public void Measure_ClassesByEditDistance_IsWhatPairsSay() => Gen.Select(
        Gen.Int[0, 9].Select(value => value / 16.0).Array[FourVertexSpace.CellCount], Gen.Int[0, FourVertexSpace.CellCount - 1].Array[1, 3]).Sample(
        (values, peaks) =>
        {
            foreach (DistanceKind kind in new[] { DistanceKind.Edit, DistanceKind.GraphEdit, DistanceKind.Encoded })
            {
                int Distance(int index, int peak) => Distances.Between<FourVertexSpace>(
                    Space<FourVertexSpace>.CellAt(index), Space<FourVertexSpace>.CellAt(peak), kind);
                (double, int)[] points = [.. values.Select((value, index) => (value, peaks.Min(peak => Distance(index, peak))))];
                byte[] nearest = FitnessDistance.Distances<FourVertexSpace>(peaks, kind, default);
                AssertFitness(points, FitnessByDistance.Measure(values, DistanceCounts.OfClasses(nearest)));
            }
        },
        iter: 20);

    [Fact]
    public void Measure_ClassesByNearestRawPoint_IsTheEncodedDistance() => Gen.Int[0, FiveVertexSpace.CellCount - 1].Array[1, 3].Sample(
        peaks =>
        {
            DistanceCounts counts = PeakVolume.CountDistances(new RawDistances<FiveVertexSpace>(), peaks, null, default);
            byte[] encoded = FitnessDistance.Distances<FiveVertexSpace>(peaks, DistanceKind.Encoded, default);
            Assert.Equal(encoded.Select(distance => (int)distance), Enumerable.Range(0, encoded.Length).Select(counts.Nearest));
        },
        iter: 20);

    [Fact]
    public void Measure_NoValues_HasNoPoints()
    {
        var fitness = FitnessByDistance.Measure([double.NaN, double.NaN], DistanceCounts.OfClasses([0, 1]));
        Assert.Equal((0L, double.NaN, double.NaN, 0), (fitness.Points, fitness.Mean, fitness.Pearson, fitness.Bands.Count));
    }

    [Fact]
    public void Measure_WrongNumberOfValues_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => FitnessDistance.Measure(new double[3], [0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => PeakVolume.Measure([Nas101.CellCount]));
    }

    private static void AssertFitness((double Value, int Distance)[] points, FitnessByDistance fitness)
    {
        Assert.Equal(points.Length, fitness.Points);
        double mean = points.Average(point => point.Value);
        double greatest = points.Max(point => point.Value);
        Assert.Equal(mean, fitness.Mean, 12);
        double meanDistance = points.Average(point => point.Distance);
        double both = points.Sum(point => (point.Value - mean) * (point.Distance - meanDistance));
        double variances = points.Sum(point => Math.Pow(point.Value - mean, 2)) * points.Sum(point => Math.Pow(point.Distance - meanDistance, 2));
        Assert.Equal(variances > 1e-20 ? both / Math.Sqrt(variances) : double.NaN, fitness.Pearson, 10);
        Assert.Equal(points.Select(point => point.Distance).Distinct().Order(), fitness.Bands.Select(band => band.Distance));
        foreach (DistanceBand band in fitness.Bands)
        {
            double[] own = [.. points.Where(point => point.Distance == band.Distance).Select(point => point.Value).Order()];
            Assert.Equal(own.Length, band.Points);
            Assert.Equal(own.Average(), band.Mean, 12);
            Assert.Equal(Quantile(own, 0.25), band.Quartile25, 12);
            Assert.Equal(Quantile(own, 0.5), band.Median, 12);
            Assert.Equal(Quantile(own, 0.75), band.Quartile75, 12);
            if (greatest - mean > 1e-12)
            {
                Assert.Equal((own.Average() - mean) / (greatest - mean), band.Normalized, 10);
            }
        }
    }

    private static double Quantile(double[] sorted, double part)
    {
        double place = (sorted.Length - 1) * part;
        int below = (int)place;
        return sorted[below] + ((place - below) * (sorted[Math.Min(below + 1, sorted.Length - 1)] - sorted[below]));
    }
}
