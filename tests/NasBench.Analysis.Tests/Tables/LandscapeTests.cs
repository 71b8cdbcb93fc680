using CsCheck;
using NasBench.Data;

namespace NasBench.Analysis.Tests.Tables;

[Trait("Category", "Once")]
public sealed class LandscapeTests
{
    [Fact]
    public void Read_AnyTable_ColumnsAreWhatQueriesAnswer() => TableGens.Tables.Sample(
        table =>
        {
            using Dataset data = TableStore.Open(table);
            var landscape = Landscape.Read(data);

            Assert.Equal(data.Indices, landscape.Cells);
            Assert.Equal(data.Epochs, landscape.Epochs);
            Assert.Same(landscape.At(data.Epochs[^1]), landscape.Longest);
            foreach (EpochsColumns columns in landscape.Columns)
            {
                AssertColumns(data, columns);
            }

            foreach (int index in landscape.Cells)
            {
                Assert.Equal(data.GetHash(index), landscape.GetHash(index));
                Assert.Equal(CellCosts.TrainableParametersAt(index), landscape.TrainableParameters[index]);
            }

            Assert.Equal(data.CellCount, landscape.TrainableParameters.ToArray().Count(parameters => parameters > 0));
        },
        iter: 30);

    [Fact]
    public void Read_SomeEpochs_HoldsThese()
    {
        using Dataset data = Table((5, 4), (5, 12), (6, 108));
        var landscape = Landscape.Read(data, [4, 108]);
        Assert.Equal([4, 108], landscape.Epochs);
        Assert.Equal([5, 6], landscape.Cells);
        Assert.Equal((1, 1), (landscape.At(4).CellCount, landscape.At(108).CellCount));
        Assert.Throws<ArgumentOutOfRangeException>(() => landscape.At(12));
        Assert.Throws<ArgumentOutOfRangeException>(() => landscape.GetHash(7));
    }

    [Fact]
    public void Read_BadArguments_AreRefused()
    {
        using Dataset data = Table((5, 4), (5, 12));
        using Dataset empty = TableStore.Open(new Dictionary<(int, int), Metrics[]>());
        Assert.Throws<ArgumentNullException>(() => Landscape.Read(null!));
        Assert.Throws<ArgumentException>(() => Landscape.Read(empty));
        Assert.Throws<ArgumentException>(() => Landscape.Read(data, []));
        Assert.Throws<ArgumentException>(() => Landscape.Read(data, [36]));
        Assert.Throws<ArgumentException>(() => Landscape.Read(data, [12, 4]));
        Assert.Throws<ArgumentException>(() => Landscape.Read(data, [4, 4]));
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => Landscape.Read(data, cancellationToken: cancellation.Token));
    }

    [Fact]
    public void Read_DisposedAfterwards_TheLandscapeStays()
    {
        Dataset data = Table((5, 4));
        var landscape = Landscape.Read(data);
        data.Dispose();
        Assert.Equal(Space<Nas101>.HashAt(5), landscape.GetHash(5));
        Assert.Equal(0.5, landscape.Longest.Test[5]);
    }

    private static void AssertColumns(Dataset data, EpochsColumns columns)
    {
        int cells = 0;
        int runs = 0;
        for (int index = 0; index < Nas101.CellCount; index++)
        {
            int repeats = data.GetRepeatCount(index, columns.Epochs);
            data.TryGetMean(index, columns.Epochs, out Run mean);
            Assert.Equal(
                mean.Final,
                new Metrics(columns.TrainingTime[index], columns.Train[index], columns.Validation[index], columns.Test[index]));
            Assert.Equal(repeats, columns.CountRepeats(index));
            Assert.Equal(repeats, columns.ValidationOfRepeats(index).Length);
            Assert.Equal(repeats, columns.TestOfRepeats(index).Length);
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                data.TryGetRun(index, columns.Epochs, repeat, out Run run);
                Assert.Equal(
                    (run.Final.ValidationAccuracy, run.Final.TestAccuracy),
                    (columns.ValidationOfRepeats(index)[repeat], columns.TestOfRepeats(index)[repeat]));
            }

            cells += repeats > 0 ? 1 : 0;
            runs += repeats;
        }

        Assert.Equal((cells, runs), (columns.CellCount, columns.RunCount));
    }

    private static Dataset Table(params (int Index, int Epochs)[] keys) =>
        TableStore.Open(keys.ToDictionary(key => key, _ => new[] { new Metrics(100, 0.5, 0.5, 0.5) }));
}
