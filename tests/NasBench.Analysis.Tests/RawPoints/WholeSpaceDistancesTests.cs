using System.Diagnostics;

namespace NasBench.Analysis.Tests.RawPoints;

public sealed class WholeSpaceDistancesTests(ITestOutputHelper output)
{
    [Fact]
    public void Timing()
    {
        bool[] isPeak = new bool[Nas101.CellCount];
        isPeak[300000] = true;
        for (int i = 0; i < 3; i++)
        {
            var watch = Stopwatch.StartNew();
            var points = new RawPoints<Nas101>();
            output.WriteLine($"points {watch.ElapsedMilliseconds} forms {points.FormCount}");
            var distances = RawDistances<Nas101>.Measure(points, isPeak, null, default);
            output.WriteLine($"measure {watch.ElapsedMilliseconds}");
            DistanceCounts counts = distances.Count(null, default);
            output.WriteLine($"count {watch.ElapsedMilliseconds} {string.Join(' ', counts.Invalid.ToArray())}");
        }
    }
}
