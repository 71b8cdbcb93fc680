using CsCheck;
using NasBench.Analysis.Tests.Spaces;

namespace NasBench.Analysis.Tests.RawPoints;

public sealed class RawDistancesTests
{
    [Fact]
    public void FindClasses_EveryPoint_IsWhatLocateSays()
    {
        AssertClasses<ThreeVertexSpace>();
        AssertClasses<FourVertexSpace>();
        AssertClasses<FiveVertexSpace>();
    }

    [Fact]
    public void Measure_ThreeVertices_EveryDistanceIsTheLeastOfAllPairs() => AssertDistances<ThreeVertexSpace>(20);

    [Fact]
    public void Measure_FourVertices_EveryDistanceIsTheLeastOfAllPairs() => AssertDistances<FourVertexSpace>(20);

    [Fact]
    public void Measure_FiveVertices_EveryDistanceIsTheLeastOfAllPairs() => AssertDistances<FiveVertexSpace>(3);

    [Fact]
    public void Measure_NoPeaks_NothingIsReached()
    {
        DistanceCounts counts = Measure<FourVertexSpace>(new bool[FourVertexSpace.CellCount]).Count(null, default);
        Assert.All(Enumerable.Range(0, counts.ClassCount), index => Assert.Equal(DistanceCounts.Width - 1, counts.Nearest(index)));
        Assert.Equal(counts.Invalid.ToArray().Sum(), counts.Invalid[^1]);
    }

    [Fact]
    public void Measure_Cancelled_Stops()
    {
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => new RawDistances<FourVertexSpace>().Measure(new bool[FourVertexSpace.CellCount], null, cancellation.Token));
    }

    private static void AssertClasses<TSpace>()
        where TSpace : ISearchSpace<TSpace>
    {
        var points = new RawPoints<TSpace>();
        (Cell Cell, int Index)[] expected = BruteForce<TSpace>.Points;
        Assert.Equal(expected.Length, RawPoints<TSpace>.Count);
        int[] classes = new int[points.FormCount + 1];
        classes[^1] = -1;
        for (int point = 0; point < expected.Length; point++)
        {
            (int labelling, int graph) = Math.DivRem(point, RawPoints<TSpace>.GraphCount);
            points.FindClasses(labelling, classes.AsSpan(0, points.FormCount));
            Assert.Equal(expected[point].Index, classes[points.Forms[graph]]);
            Assert.Equal(expected[point].Cell.OperationBits, RawPoints<TSpace>.Operations(labelling));
        }
    }

    private static void AssertDistances<TSpace>(int times)
        where TSpace : ISearchSpace<TSpace>
        => Gen.Int[0, TSpace.CellCount - 1].Array[1, 3].Sample(
            peaks =>
            {
                bool[] isPeak = new bool[TSpace.CellCount];
                Array.ForEach(peaks, peak => isPeak[peak] = true);
                RawDistances<TSpace> distances = Measure<TSpace>(isPeak);
                int[] expected = BruteForce<TSpace>.Distances(isPeak);
                IEnumerable<byte> actual = Enumerable.Range(0, RawPoints<TSpace>.LabellingCount)
                    .SelectMany(labelling => distances.OfLabelling(labelling).ToArray());
                Assert.Equal(expected, actual.Select(distance => (int)distance));
                AssertCounts(distances.Count(null, default), BruteForce<TSpace>.Points, expected);
            },
            iter: times,
            threads: 1);

    private static void AssertCounts(DistanceCounts counts, (Cell Cell, int Index)[] points, int[] distances)
    {
        int[][] expected = new int[counts.ClassCount + 1][];
        Array.Fill(expected, null);
        for (int index = 0; index < expected.Length; index++)
        {
            expected[index] = new int[DistanceCounts.Width];
        }

        for (int point = 0; point < points.Length; point++)
        {
            int index = points[point].Index;
            expected[index >= 0 ? index : counts.ClassCount][distances[point]]++;
        }

        for (int index = 0; index < counts.ClassCount; index++)
        {
            Assert.Equal(expected[index], counts[index]);
            Assert.Equal(Array.FindIndex(expected[index], count => count > 0), counts.Nearest(index));
        }

        Assert.Equal(expected[^1], counts.Invalid);
    }

    private static RawDistances<TSpace> Measure<TSpace>(bool[] isPeak)
        where TSpace : ISearchSpace<TSpace>
    {
        RawDistances<TSpace> distances = new();
        distances.Measure(isPeak, null, default);
        return distances;
    }
}
