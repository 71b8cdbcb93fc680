using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using NasBench.Data.Tests.Datasets;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Text;

/// <summary>CSV and JSON lines, compared with a slow twin: a line made record by record with the libraries of .NET.</summary>
public sealed class TextWritersTests
{
    private static readonly string[] s_names =
    [
        "module_hash", "module_adjacency", "module_operations", "trainable_parameters", "epochs", "repeat",
        "initial_training_time", "initial_train_accuracy", "initial_validation_accuracy", "initial_test_accuracy",
        "halfway_training_time", "halfway_train_accuracy", "halfway_validation_accuracy", "halfway_test_accuracy",
        "final_training_time", "final_train_accuracy", "final_validation_accuracy", "final_test_accuracy",
        "total_time", "provenance",
    ];

    [Fact]
    public void Write_AnyRecords_EqualsTheSlowTwin() =>
        TestRecordGens.Records(canonical: false).Sample(records => AssertText(records), iter: 200);

    [Fact]
    public void Write_OddValues_EqualsTheSlowTwin()
    {
        TestRecord record = TestRecord.Synthetic(90, 108, 0);
        AssertText(
        [
            record,
            record with { Details = record.Details with { TrainableParameters = null } },
            Change(record, new Evaluation(54, double.NaN, double.NaN, -0.0, 1e-300)),
            Change(record, new Evaluation(54, double.MaxValue, double.Epsilon, 1, 0)),
        ]);
    }

    /// <summary>The whole of one line in each form, as scripts read it.</summary>
    [Fact]
    public void Write_OneRecord_IsTheKnownText()
    {
        using TemporaryFolder folder = new();
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(0, 108, 0)]);
        data.Write(folder["x.csv"]);
        data.Write(folder["x.jsonl"]);
        string hash = data.GetHash(0).ToString();
        int? parameters = data.GetTrainableParameters(0);

        Assert.StartsWith(
            $"{hash},\"[[0,1],[0,0]]\",\"input,output\",{parameters},108,0,0,",
            File.ReadAllLines(folder["x.csv"])[1],
            StringComparison.Ordinal);
        Assert.StartsWith(
            $$"""{"module_hash":"{{hash}}","module_adjacency":[[0,1],[0,0]],"module_operations":["input","output"],"trainable_parameters":{{parameters}},""",
            File.ReadAllText(folder["x.jsonl"]),
            StringComparison.Ordinal);
    }

    [Fact]
    public void AdjacencyText_EveryTopology_EqualsTheSlowTwin()
    {
        byte[] text = new byte[AdjacencyText.MaxLength];
        for (int index = 0; index < Space<Nas101>.Count; index += 7)
        {
            Cell cell = Space<Nas101>.CellAt(index);
            Assert.Equal(MatrixOf(cell), System.Text.Encoding.ASCII.GetString(text, 0, AdjacencyText.Write(cell, text)));
        }
    }

    private static TestRecord Change(TestRecord record, Evaluation halfway) =>
        record with { Details = record.Details with { Run = record.Details.Run with { Halfway = halfway, TotalTime = double.NaN } } };

    private static void AssertText(IEnumerable<TestRecord> records)
    {
        using TemporaryFolder folder = new();
        using Dataset data = RecordFile.WriteAndLoad(records);
        data.Write(folder["x.csv"], null, new WriteOptions { Provenance = Provenance.Mixed });
        data.Write(folder["x.jsonl"], null, new WriteOptions { Provenance = Provenance.Mixed });
        List<string> csv = [string.Join(',', s_names)];
        List<string> json = [];
        foreach (int index in data.GetIndicesByHash())
        {
            foreach (int epochs in data.Epochs)
            {
                for (int repeat = 0; repeat < data.GetRepeatCount(index, epochs); repeat++)
                {
                    data.TryGetProvenance(index, epochs, repeat, out Provenance provenance);
                    data.TryGetRecord(index, epochs, repeat, out RecordDetails record);
                    csv.Add(CsvLine(data, index, epochs, repeat, record.Run, provenance));
                    json.Add(JsonLine(data, index, epochs, repeat, record.Run, provenance));
                }
            }
        }

        Assert.Equal(csv, File.ReadAllLines(folder["x.csv"]));
        Assert.Equal(json, File.ReadAllLines(folder["x.jsonl"]));
    }

    private static string CsvLine(Dataset data, int index, int epochs, int repeat, RecordedRun recorded, Provenance provenance) => string.Join(
        ',',
        [
            data.GetHash(index).ToString(),
            $"\"{MatrixOf(data.GetStoredCell(index))}\"",
            $"\"{string.Join(',', OperationsOf(data.GetStoredCell(index)))}\"",
            $"{data.GetTrainableParameters(index)}",
            $"{epochs}",
            $"{repeat}",
            .. ValuesOf(recorded).Select(value => double.IsNaN(value) ? "" : value.ToString(CultureInfo.InvariantCulture)),
            provenance.ToString().ToLowerInvariant(),
        ]);

    private static string JsonLine(Dataset data, int index, int epochs, int repeat, RecordedRun recorded, Provenance provenance)
    {
        JsonNode?[] values =
        [
            data.GetHash(index).ToString(),
            JsonNode.Parse(MatrixOf(data.GetStoredCell(index))),
            new JsonArray([.. OperationsOf(data.GetStoredCell(index)).Select(name => JsonValue.Create(name))]),
            data.GetTrainableParameters(index),
            epochs,
            repeat,
            .. ValuesOf(recorded).Select(value => double.IsFinite(value) ? JsonValue.Create(value) : null),
            provenance.ToString().ToLowerInvariant(),
        ];
        return new JsonObject(s_names.Zip(values, KeyValuePair.Create)).ToJsonString();
    }

    private static IEnumerable<double> ValuesOf(RecordedRun recorded) =>
        new[] { recorded.Initial, recorded.Halfway, recorded.Final }
            .SelectMany(evaluation => new[] { evaluation.TrainingTime, evaluation.TrainAccuracy, evaluation.ValidationAccuracy, evaluation.TestAccuracy })
            .Append(recorded.TotalTime);

    private static string MatrixOf(Cell cell)
    {
        IEnumerable<int> vertices = Enumerable.Range(0, cell.Vertices);
        return $"[{string.Join(',', vertices.Select(from => $"[{string.Join(',', vertices.Select(to => cell.HasEdge(from, to) ? '1' : '0'))}]"))}]";
    }

    private static string[] OperationsOf(Cell cell) => cell.ToString().Split(' ')[1].Split(',');
}
