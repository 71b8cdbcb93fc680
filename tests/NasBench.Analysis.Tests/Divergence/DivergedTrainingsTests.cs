using CsCheck;
using NasBench.Analysis.Tests.Tables;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Divergence;

[Trait("Category", "Once")]
public sealed class DivergedTrainingsTests
{
    [Fact]
    public void Of_AnyTable_EqualsTheDefinition() => Gen.Select(TableGens.Tables, Gen.Double[0.1, 0.9]).Sample(
        (table, threshold) =>
        {
            using Dataset data = TableStore.Open(table);
            var landscape = Landscape.Read(data);
            (int Index, Metrics[] Repeats)[] expected =
            [
                .. table.Where(pair => pair.Key.Epochs == data.Epochs[^1] && pair.Value.Any(run => run.TestAccuracy < threshold))
                    .Select(pair => (pair.Key.Index, pair.Value)).OrderBy(pair => data.GetHash(pair.Index).ToString(), StringComparer.Ordinal),
            ];

            var diverged = DivergedTrainings.Of(landscape, landscape.Longest, threshold);

            Assert.Equal(expected.Sum(cell => cell.Repeats.Count(run => run.TestAccuracy < threshold)), diverged.Runs);
            Assert.Equal(expected.Select(cell => (cell.Index, data.GetHash(cell.Index))), diverged.Cells.Select(cell => (cell.Index, cell.Hash)));
            Assert.Equal(expected.SelectMany(cell => cell.Repeats.Select(run => run.TestAccuracy)), diverged.Cells.SelectMany(cell => cell.TestAccuracies));
            Assert.Equal(
                expected.SelectMany(cell => cell.Repeats.Select(run => run.ValidationAccuracy)), diverged.Cells.SelectMany(cell => cell.ValidationAccuracies));
        },
        iter: 60);

    [Fact]
    public void Of_ExactlyTheThreshold_DidNotDiverge()
    {
        using Dataset data = TableStore.Open(new Dictionary<(int, int), Metrics[]> { [(1, 108)] = [new Metrics(1, 1, 0.1, 0.15)] });
        var landscape = Landscape.Read(data);
        Assert.Equal(0, DivergedTrainings.Of(landscape, landscape.Longest).Runs);
    }
}
