using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

/// <summary>Data sets written from published measurements answer with exactly them, and known facts of the measured table come out.</summary>
public sealed class RealMeasurementsTests
{
    private const string BestCell = "02e5a0247bbdcf2860b7e96f74961594";

    private static readonly int[] s_epochs = [4, 12, 36, 108];

    [Fact]
    public void Load_CompleteCells_AnswersWithThePublishedValues()
    {
        string path = TestFiles.InShared("real", "complete.jsonl");
        using var file = new TemporaryFile();
        CompleteCell[] cells = [.. File.ReadLines(path).Select(ReadCompleteCell)];
        RecordFile.Write(file.Path, cells.SelectMany(cell => cell.Records));
        using Dataset data = Dataset.Open(file.Path);

        Assert.Equal(59, data.CellCount);
        foreach (CompleteCell cell in cells)
        {
            Assert.Equal(QueryStatus.Found, data.TryFind(cell.Records[0].Hash, out int index));
            foreach (var repeats in cell.Records.GroupBy(record => record.Epochs))
            {
                Assert.Equal(3, data.GetRepeatCount(index, repeats.Key));
                foreach ((int repeat, TestRecord record) in repeats.Index())
                {
                    Assert.Equal(QueryStatus.Found, data.TryGetRecord(index, repeats.Key, repeat, out RecordDetails found));
                    Assert.Equal(record.Details, found);
                    Assert.Equal(QueryStatus.Found, data.TryGetRun(record.Details.StoredCell, repeats.Key, repeat, out Run run));
                    Assert.Equal(record.Details.Run.ToRun(), run);
                }
            }
        }

        // The published means of two cells, and the best cell of all that are here by the mean of three test accuracies.
        Assert.Equal(0.9308560291926066, MeanTest(data, "28cfc7874f6d200472e1a9dcd8650aa0", 108), 1e-15);
        Assert.Equal(0.943175752957662, MeanTest(data, BestCell, 108), 1e-15);
        Assert.Equal(0.926315446694692, MeanTest(data, "5ead2cb78674e2f6bdccb87133067e6a", 36), 1e-15);
        Assert.Equal(0.8677550752957662, MeanTest(data, "ac0d9ae5bf102768bb95acccf45cde99", 12), 1e-15);
        Assert.Equal(0.7010884086290995, MeanTest(data, "88ad61b1c2713e61502b6badc4d3e08a", 4), 1e-15);
    }

    [Fact]
    public void Load_ValidationAndTestAccuraciesOnly_AnswersWithThePublishedValues()
    {
        string path = TestFiles.InShared("real", "runs.tsv.gz");
        PartialCell[] cells = [.. ReadLines(path).Select(ReadPartialCell)];
        using var file = new TemporaryFile();
        RecordFile.Write(file.Path, cells.SelectMany(cell => cell.Records));
        using Dataset data = Dataset.Open(file.Path);

        Assert.Equal(23_147, data.CellCount);
        Assert.Equal(23_147 * 12, data.RecordCount);
        Assert.Equal(s_epochs, data.Epochs.ToArray());
        foreach (PartialCell cell in cells)
        {
            foreach ((int i, TestRecord record) in cell.Records.Index())
            {
                Assert.Equal(QueryStatus.Found, data.TryGetRun(record.Index, record.Epochs, i % 3, out Run run));
                Assert.Equal(record.Details.Run.ToRun(), run);
            }
        }

        AssertKnownFacts(data);
        data.TryFind(ModuleHash.Parse(BestCell, null), out int best);
        data.TryGetRun(best, 108, 1, out Run second);
        Assert.Equal(new Metrics(double.NaN, double.NaN, 0.9487179517745972, 0.944411039352417), second.Final);
        Assert.Equal(Metrics.Absent, second.Halfway);
        Assert.Null(data.GetTrainableParameters(best));
        data.TryGetProvenance(best, 108, out Provenance provenance);
        Assert.Equal(Provenance.Unknown, provenance);
    }

    private static void AssertKnownFacts(Dataset data)
    {
        (double MeanTest, ModuleHash Hash)[] byTest = [.. data.Indices.ToArray().Select(index => (Mean(data, index, 108).TestAccuracy, data.GetHash(index)))];
        Assert.Equal(BestCell, byTest.MaxBy(cell => cell.MeanTest).Hash.ToString());
        Assert.Equal(0.943175752957662, byTest.Max(cell => cell.MeanTest), 1e-15);

        Metrics[] means = [.. data.Indices.ToArray().Select(index => Mean(data, index, 108))];
        Assert.Equal(0.99965, Correlation(means), 0.000005);
        foreach ((int epochs, string hash, double expected) in new[]
        {
            (36, "5ead2cb78674e2f6bdccb87133067e6a", 0.926315446694692),
            (12, "ac0d9ae5bf102768bb95acccf45cde99", 0.8677550752957662),
            (4, "88ad61b1c2713e61502b6badc4d3e08a", 0.7010884086290995),
        })
        {
            Assert.Equal(expected, MeanTest(data, hash, epochs), 1e-15);
            Assert.Equal(expected, data.Indices.ToArray().Max(index => Mean(data, index, epochs).TestAccuracy), 1e-15);
        }
    }

    private static double Correlation(Metrics[] means)
    {
        double validation = means.Average(mean => mean.ValidationAccuracy);
        double test = means.Average(mean => mean.TestAccuracy);
        double covariance = means.Sum(mean => (mean.ValidationAccuracy - validation) * (mean.TestAccuracy - test));
        return covariance / Math.Sqrt(
            means.Sum(mean => Math.Pow(mean.ValidationAccuracy - validation, 2)) * means.Sum(mean => Math.Pow(mean.TestAccuracy - test, 2)));
    }

    private static Metrics Mean(Dataset data, int index, int epochs)
    {
        Assert.Equal(QueryStatus.Found, data.TryGetMean(index, epochs, out Run mean));
        return mean.Final;
    }

    private static double MeanTest(Dataset data, string hash, int epochs)
    {
        Assert.Equal(QueryStatus.Found, data.TryGetMean(ModuleHash.Parse(hash, null), epochs, out Run mean));
        return mean.Final.TestAccuracy;
    }

    private static CompleteCell ReadCompleteCell(string line)
    {
        using JsonDocument document = JsonDocument.Parse(line);
        JsonElement element = document.RootElement;
        string operations = string.Join(',', element.GetProperty("ops").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw(element.GetProperty("adjacency").GetString(), operations, out Cell cell));
        ModuleHash hash = ModuleHash.Parse(element.GetProperty("hash").GetString()!, null);
        int parameters = element.GetProperty("trainable_parameters").GetInt32();
        return new CompleteCell([.. element.GetProperty("runs").EnumerateObject().SelectMany(byEpochs =>
        {
            int epochs = int.Parse(byEpochs.Name, CultureInfo.InvariantCulture);
            return byEpochs.Value.EnumerateArray().Select(run => new TestRecord(
                Space<Nas101>.Locate(cell),
                epochs,
                new RecordDetails(
                    new RecordedRun(Evaluation.Absent, ReadEvaluation(run, "halfway", epochs / 2.0), ReadEvaluation(run, "final", epochs), double.NaN),
                    cell,
                    parameters,
                    null)) { Hash = hash }).ToArray();
        })]);
    }

    private static Evaluation ReadEvaluation(JsonElement run, string name, double epoch)
    {
        JsonElement evaluation = run.GetProperty(name);
        return new Evaluation(
            epoch,
            evaluation.GetProperty("training_time").GetDouble(),
            evaluation.GetProperty("train_accuracy").GetDouble(),
            evaluation.GetProperty("validation_accuracy").GetDouble(),
            evaluation.GetProperty("test_accuracy").GetDouble());
    }

    private static PartialCell ReadPartialCell(string line)
    {
        string[] fields = line.Split('\t');
        Assert.True(Space<Nas101>.TryFind(ModuleHash.Parse(fields[0], null), out int index));
        return new PartialCell([.. s_epochs.SelectMany((epochs, column) => fields[column + 1].Split(',').Select(repeat =>
        {
            string[] numerators = repeat.Split('/');
            Evaluation final = Evaluation.Absent with { Epoch = epochs, ValidationAccuracy = Accuracy(numerators[0]), TestAccuracy = Accuracy(numerators[1]) };
            var recorded = new RecordedRun(Evaluation.Absent, Evaluation.Absent, final, double.NaN);
            return new TestRecord(index, epochs, new RecordDetails(recorded, Space<Nas101>.CellAt(index), null, null));
        }))]);
    }

    private static double Accuracy(string numerator) => int.Parse(numerator, CultureInfo.InvariantCulture) / 9984f;

    private static IEnumerable<string> ReadLines(string path)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        while (reader.ReadLine() is string line)
        {
            yield return line;
        }
    }

    private sealed record CompleteCell(TestRecord[] Records);

    private sealed record PartialCell(TestRecord[] Records);
}
