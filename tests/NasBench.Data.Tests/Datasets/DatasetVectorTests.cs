using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

/// <summary>Files that the original code has loaded, and all that it then held.</summary>
public sealed class DatasetVectorTests
{
    [Theory]
    [InlineData("synth_tiny.tfrecord", "synth_tiny_expected.json")]
    [InlineData("synth_tiny_plain64.tfrecord", "synth_tiny_expected.json")]
    [InlineData("synth_tiny_ckpt.tfrecord", "synth_tiny_expected.json")]
    [InlineData("synth_tiny_sorted.tfrecord", "synth_tiny_sorted_expected.json")]
    public void Load_Vector_HoldsWhatTheOriginalHolds(string file, string expectations)
    {
        using Dataset data = Dataset.Open(TestFiles.Vector(file));
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(TestFiles.Vector(expectations)));
        JsonElement expected = document.RootElement;

        Assert.Equal(expected.GetProperty("modules").GetInt32(), data.CellCount);
        Assert.Equal(expected.GetProperty("valid_epochs").EnumerateArray().Select(epochs => epochs.GetInt32()), data.Epochs.ToArray());
        Assert.Equal(2400, data.RecordCount);
        Assert.Equal(2400, data.Report.RecordsRead);
        Assert.Equal(0, data.Report.SkippedCount);
        Assert.Equal(3, data.MaxRepeats);
        Assert.Equal(expected.GetProperty("stats_sha256").GetString(), ComputeStatistics(data));
        foreach (JsonElement model in expected.GetProperty("models").EnumerateArray())
        {
            AssertHolds(data, model);
        }
    }

    [Fact]
    public void Load_CheckpointPaths_KeepsThem()
    {
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny_ckpt.tfrecord"));
        using Dataset without = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));
        foreach (int index in data.Indices)
        {
            data.TryGetRecord(index, 12, 1, out RecordDetails record);
            without.TryGetRecord(index, 12, 1, out RecordDetails plain);
            Assert.Null(plain.CheckpointPaths);
            Assert.NotNull(record.CheckpointPaths);
            Assert.False(string.IsNullOrEmpty(record.CheckpointPaths.Final));
            Assert.Equal(plain, record with { CheckpointPaths = null });
        }
    }

    [Fact]
    public void TryGetProvenance_SyntheticFile_IsSynthetic()
    {
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));
        Assert.Equal(Provenance.Unknown, data.Provenance);
        foreach (int index in data.Indices)
        {
            Assert.Equal(QueryStatus.Found, data.TryGetProvenance(index, 36, 2, out Provenance provenance));
            Assert.Equal(Provenance.Synthetic, provenance);
        }

        var progress = new RecordingProgress();
        Assert.Equal(Provenance.Synthetic, data.FindProvenance(progress));
        progress.AssertRisesToOne();
    }

    [Fact]
    public void Load_RealFirstRecord_AnswersAsPublished()
    {
        using Dataset data = Dataset.Open(TestFiles.InShared("conformance", "real_first_record.tfrecord"));
        using Dataset builtin = BuiltinDataset.Create();
        int index = data.Indices[0];

        Assert.Equal(1, data.RecordCount);
        Assert.Equal("00005c142e6f48ac74fdcf73e3439874", data.GetHash(index).ToString());
        Assert.Equal(QueryStatus.Found, data.TryGetRecord(index, 4, 0, out RecordDetails record));
        builtin.TryGetRecord(index, 4, 0, out RecordDetails published);
        Assert.Equal(published, record);
        Assert.Equal(8555530, record.TrainableParameters);
        Assert.Equal(QueryStatus.NoSuchEpochs, data.TryGetRun(index, 108, 0, out _));
        Assert.Equal(QueryStatus.NoSuchRepeat, data.TryGetRun(index, 4, 1, out _));
        data.TryGetProvenance(index, 4, 0, out Provenance provenance);
        Assert.Equal(Provenance.Unknown, provenance);
        Assert.Equal(Provenance.Unknown, data.FindProvenance());
    }

    private static void AssertHolds(Dataset data, JsonElement model)
    {
        ModuleHash hash = ModuleHash.Parse(model.GetProperty("hash").GetString()!, null);
        string operations = string.Join(',', model.GetProperty("operations").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw(model.GetProperty("adjacency").GetString(), operations, out Cell cell));

        Assert.Equal(QueryStatus.Found, data.TryFind(hash, out int index));
        Assert.Equal(QueryStatus.Found, data.TryFind(cell, out int located));
        Assert.Equal(located, index);
        Assert.Equal(hash, data.GetHash(index));
        Assert.Equal(cell, data.GetStoredCell(index));
        Assert.Equal(model.GetProperty("trainable_parameters").GetInt32(), data.GetTrainableParameters(index));
        foreach (JsonProperty computed in model.GetProperty("computed").EnumerateObject())
        {
            int epochs = int.Parse(computed.Name, null);
            Assert.Equal(computed.Value.GetArrayLength(), data.GetRepeatCount(index, epochs));
            for (int repeat = 0; repeat < computed.Value.GetArrayLength(); repeat++)
            {
                var expected = new Run(ReadMetrics(computed.Value[repeat], "halfway"), ReadMetrics(computed.Value[repeat], "final"));
                Assert.Equal(QueryStatus.Found, data.TryGetRun(hash, epochs, repeat, out Run run));
                Assert.Equal(expected, run);
                Assert.Equal(QueryStatus.Found, data.TryGetRun(cell, epochs, repeat, out run));
                Assert.Equal(expected, run);
            }
        }
    }

    private static Metrics ReadMetrics(JsonElement run, string evaluation) => new(
        run.GetProperty(evaluation + "_training_time").GetDouble(),
        run.GetProperty(evaluation + "_train_accuracy").GetDouble(),
        run.GetProperty(evaluation + "_validation_accuracy").GetDouble(),
        run.GetProperty(evaluation + "_test_accuracy").GetDouble());

    /// <summary>The digest over all queryable values that the vectors' description defines.</summary>
    private static string ComputeStatistics(Dataset data)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (int index in data.GetIndicesByHash())
        {
            sha256.AppendData(Encoding.ASCII.GetBytes(data.GetHash(index).ToString()));
            AppendInt32(sha256, data.GetTrainableParameters(index)!.Value);
            foreach (int epochs in data.Epochs)
            {
                for (int repeat = 0; repeat < data.GetRepeatCount(index, epochs); repeat++)
                {
                    data.TryGetRun(index, epochs, repeat, out Run run);
                    AppendInt32(sha256, epochs);
                    AppendMetrics(sha256, run.Halfway);
                    AppendMetrics(sha256, run.Final);
                }
            }
        }

        return Convert.ToHexStringLower(sha256.GetHashAndReset());
    }

    private static void AppendInt32(IncrementalHash hash, int value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    private static void AppendMetrics(IncrementalHash hash, Metrics metrics)
    {
        Span<byte> bytes = stackalloc byte[sizeof(double)];
        foreach (double value in new[] { metrics.TrainingTime, metrics.TrainAccuracy, metrics.ValidationAccuracy, metrics.TestAccuracy })
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
            hash.AppendData(bytes);
        }
    }
}
