using CsCheck;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Shapes;

[Trait("Category", "Once")]
public sealed class ShapeGroupTests
{
    [Fact]
    public void Of_AnyTable_EqualsTheDefinition() => Gen.Select(TableGens.Tables, Gen.Enum<ShapeKind>()).Sample(
        (table, kind) =>
        {
            using Dataset data = TableStore.Open(table);
            var landscape = Landscape.Read(data);
            ShapeGroup[] expected =
            [
                .. data.Indices.ToArray().Where(index => !double.IsNaN(landscape.Longest.Validation[index]))
                    .GroupBy(index => ValueOf(kind, Nas101.CellAt(index)))
                    .OrderBy(group => group.Key).Select(group => Summarize(group.Key, [.. group], landscape.Longest)),
            ];

            IReadOnlyList<ShapeGroup> groups = ShapeGroup.Of(landscape, landscape.Longest, kind);

            Assert.Equal(expected.Select(group => (group.Value, group.Cells)), groups.Select(group => (group.Value, group.Cells)));
            foreach ((ShapeGroup one, ShapeGroup other) in expected.Zip(groups))
            {
                Assert.Equal(one.ValidationMean, other.ValidationMean, 1e-12);
                Assert.Equal(one.ValidationLowerQuartile, other.ValidationLowerQuartile, 1e-12);
                Assert.Equal(one.ValidationUpperQuartile, other.ValidationUpperQuartile, 1e-12);
                Assert.Equal(one.TrainingTimeMean, other.TrainingTimeMean, 1e-8);
            }
        },
        iter: 60);

    [Fact]
    public void Of_WholeSpace_KnownHistograms()
    {
        Metrics[] run = [new Metrics(100, 1, 0.9, 0.9)];
        using Dataset data = TableStore.Open(Enumerable.Range(0, Nas101.CellCount).ToDictionary(index => (index, 108), _ => run));
        var landscape = Landscape.Read(data);
        Assert.Equal(
            [(1, 1), (2, 68), (3, 9_699), (4, 88_965), (5, 184_923), (6, 139_968)],
            ShapeGroup.Of(landscape, landscape.Longest, ShapeKind.Depth).Select(group => (group.Value, group.Cells)));
        Assert.Equal(
            [(1, 364), (2, 57_078), (3, 265_441), (4, 100_246), (5, 495)],
            ShapeGroup.Of(landscape, landscape.Longest, ShapeKind.Width).Select(group => (group.Value, group.Cells)));
    }

    private static ShapeGroup Summarize(int value, int[] cells, EpochsColumns columns)
    {
        double[] accuracies = [.. cells.Select(index => columns.Validation[index]).Order()];
        double[] times = [.. cells.Select(index => columns.TrainingTime[index]).Where(time => !double.IsNaN(time))];
        return new ShapeGroup(
            value, cells.Length, accuracies.Average(), Quantile(accuracies, 1), Quantile(accuracies, 3), times.DefaultIfEmpty(double.NaN).Average());
    }

    /// <summary>A quarter of the way from the least to the greatest, or three, counted in places.</summary>
    private static double Quantile(double[] sorted, int quarters)
    {
        (int place, int rest) = Math.DivRem((sorted.Length - 1) * quarters, 4);
        return sorted[place] + (rest / 4.0 * (sorted[Math.Min(place + 1, sorted.Length - 1)] - sorted[place]));
    }

    private static int ValueOf(ShapeKind kind, Cell cell) => kind switch
    {
        ShapeKind.Depth => CellFacts.Depth(cell),
        ShapeKind.Width => CellFacts.LiveOutputs(cell),
        ShapeKind.Cut => CellFacts.Width(cell),
        _ => CellFacts.DirectedCut(cell),
    };
}
