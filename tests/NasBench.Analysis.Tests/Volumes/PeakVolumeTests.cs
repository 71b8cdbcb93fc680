using System.Numerics;
using CsCheck;
using NasBench.Analysis.Tests.Spaces;
using NasBench.Search;

namespace NasBench.Analysis.Tests.Volumes;

[Trait("Category", "Once")]
public sealed class PeakVolumeTests
{
    [Fact]
    public void Measure_SmallSpace_CountsAreThoseOfAllPoints() => Gen.Int[0, FourVertexSpace.CellCount - 1].Array[1, 3].Sample(
        peaks =>
        {
            NeighborGraph graph = NeighborGraph.Build<FourVertexSpace>();
            // The second set of two, so that nothing of the first may be left.
            PeakVolume volume = PeakVolume.MeasureEach<FourVertexSpace>([[0], peaks], null, default)[1];
            bool[] isPeak = new bool[FourVertexSpace.CellCount];
            Array.ForEach(peaks, peak => isPeak[peak] = true);
            (int Index, int Distance)[] points =
            [
                .. BruteForce<FourVertexSpace>.Points.Zip(BruteForce<FourVertexSpace>.Distances(isPeak), (point, distance) => (point.Index, distance)),
            ];
            AssertCumulative(points.Select(point => point.Distance), volume.RawPoints.ToArray());
            AssertCumulative(points.Where(point => point.Index >= 0).Select(point => point.Distance), volume.ValidRawPoints.ToArray());
            AssertCumulative(
                points.Where(point => point.Index >= 0).GroupBy(point => point.Index, point => point.Distance).Select(own => own.Min()),
                [.. volume.NearestClasses.ToArray().Select(count => (long)count)]);
            AssertSteps(peaks, (from, to) => graph[from].Contains(to), volume.Classes);
            AssertSteps(peaks, (from, to) => graph[to].Contains(from), volume.ClassesTowards);
        },
        iter: 20);

    [Fact]
    public void CountDistances_WholeSpace_EachClassHasItsRawPoints()
    {
        // Every raw point is counted once, for its own class: against a count that does not look at points, and against one of single cells.
        int peak = Nas101.CellCount - 5;
        RawDistances<Nas101> distances = new();
        DistanceCounts counts = PeakVolume.CountDistances(distances, [peak], null, default);
        double[] weights = ClassWeights.Of(SearchEncoding.Raw);
        const int ValidPoints = 373_754_169;
        long all = 0;
        for (int index = 0; index < Nas101.CellCount; index++)
        {
            int own = 0;
            foreach (int count in counts[index])
            {
                own += count;
            }

            all += own;
            Assert.True(Math.Abs(own - (weights[index] * ValidPoints)) < 0.01, $"{index}: {own}");
        }

        Assert.Equal(ValidPoints, all);
        Assert.Equal(509_607_936, RawPoints<Nas101>.Count);
        Assert.Equal(RawPoints<Nas101>.Count, all + counts.Invalid.ToArray().Sum());
        Assert.Equal(CellFacts.EncodingCount(Nas101.CellAt(peak)), counts[peak][0]);

        // The nearest raw point of a class, against the distance of single pairs.
        Cell origin = Nas101.CellAt(peak);
        for (int index = 0; index < Nas101.CellCount; index += 4001)
        {
            Assert.Equal(Distances.Between(origin, Nas101.CellAt(index), DistanceKind.Encoded), counts.Nearest(index));
        }

        AssertSomePoints(distances, peak);
    }

    /// <summary>Some points out of all, against the least of their distances to each raw point of the peak.</summary>
    private static void AssertSomePoints(RawDistances<Nas101> distances, int peak)
    {
        var points = new RawPoints<Nas101>();
        int[] classes = new int[points.FormCount + 1];
        List<(int Labelling, int Graph)> peaks = [];
        for (int labelling = 0; labelling < RawPoints<Nas101>.LabellingCount; labelling++)
        {
            points.FindClasses(labelling, classes.AsSpan(0, points.FormCount));
            classes[^1] = -1;
            for (int graph = 0; graph < RawPoints<Nas101>.GraphCount; graph++)
            {
                if (classes[points.Forms[graph]] == peak)
                {
                    peaks.Add((labelling, graph));
                }
            }
        }

        var random = new SplitMixRandom(1);
        for (int i = 0; i < 2000; i++)
        {
            int labelling = random.Next(RawPoints<Nas101>.LabellingCount);
            int graph = random.Next(RawPoints<Nas101>.GraphCount);
            int least = peaks.Min(own => BitOperations.PopCount((uint)(own.Graph ^ graph)) + CountDigits(own.Labelling, labelling));
            Assert.Equal(least, distances.OfLabelling(labelling)[graph]);
        }
    }

    private static int CountDigits(int a, int b) => a == 0 && b == 0 ? 0 : (a % 3 != b % 3 ? 1 : 0) + CountDigits(a / 3, b / 3);

    private static void AssertCumulative(IEnumerable<int> distances, long[] actual)
    {
        int[] all = [.. distances];
        Assert.Equal(Enumerable.Range(0, all.Max() + 1).Select(distance => (long)all.Count(own => own <= distance)), actual);
    }

    private static void AssertSteps(int[] peaks, Func<int, int, bool> isStep, ReadOnlySpan<int> actual)
    {
        HashSet<int> reached = [.. peaks];
        List<int> counts = [reached.Count];
        while (true)
        {
            reached.UnionWith(Enumerable.Range(0, FourVertexSpace.CellCount).Where(to => reached.Any(from => isStep(from, to))).ToArray());
            if (reached.Count == counts[^1])
            {
                break;
            }

            counts.Add(reached.Count);
        }

        Assert.Equal(counts, actual.ToArray());
    }
}
