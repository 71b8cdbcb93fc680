using CsCheck;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Peaks;

[Trait("Category", "Once")]
public sealed class PeakSetTests
{
    [Fact]
    public void Sets_AnyTable_AreWhatTheRulesSay() => TableGens.Tables.Sample(
        table =>
        {
            using Dataset data = TableStore.Open(table);
            var landscape = Landscape.Read(data);
            double[] values = landscape.Longest.Test.ToArray();
            int[] cells = [.. Enumerable.Range(0, values.Length).Where(index => !double.IsNaN(values[index]))];
            var best = PeakSet.Best(landscape);
            var peaks = PeakSet.WithinTwoErrors(landscape);
            var top = PeakSet.Top(landscape, 25);
            if (cells.Length == 0)
            {
                Assert.True(best.Cells.IsEmpty && peaks.Cells.IsEmpty && top.Cells.IsEmpty);
                return;
            }

            double greatest = cells.Max(index => values[index]);
            Assert.Equal([cells.Where(index => values[index] == greatest).MinBy(landscape.GetHash)], best.Cells.ToArray());
            Assert.Equal(greatest, best.Threshold);
            double[] repeats = landscape.Longest.TestOfRepeats(best.Cells[0]).ToArray();
            double variance = repeats.Length < 2 ? 0 : repeats.Sum(repeat => Math.Pow(repeat - repeats.Average(), 2)) / (repeats.Length - 1);
            double threshold = greatest - (2 * Math.Sqrt(variance / repeats.Length));
            Assert.Equal(threshold, peaks.Threshold, 12);
            Assert.Equal(cells.Where(index => values[index] >= peaks.Threshold), peaks.Cells.ToArray());
            int rank = Math.Max((int)Math.Round(cells.Length * 0.25), 1);
            double ranked = cells.Select(index => values[index]).OrderDescending().ElementAt(rank - 1);
            Assert.Equal(cells.Where(index => values[index] >= ranked), top.Cells.ToArray());
        },
        iter: 20);

    [Fact]
    public void Top_OutOfRange_IsRefused()
    {
        using Dataset data = TableStore.Open(new Dictionary<(int, int), Metrics[]> { [(7, 4)] = [new Metrics(1, 1, 1, 1)] });
        var landscape = Landscape.Read(data);
        Assert.Throws<ArgumentOutOfRangeException>(() => PeakSet.Top(landscape, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => PeakSet.Top(landscape, 101));
        Assert.Throws<ArgumentNullException>(() => PeakSet.Best(null!));
    }
}
