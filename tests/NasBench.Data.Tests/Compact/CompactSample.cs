using NasBench.Data.Tests.Datasets;

namespace NasBench.Data.Tests.Compact;

/// <summary>Small compact files, in memory.</summary>
internal static class CompactSample
{
    /// <summary>conv1x1 and conv3x3 side by side: the representative has the smaller label first.</summary>
    private static readonly Cell s_mirrored = Cell.Parse("0110000100010000 input,conv1x1-bn-relu,conv3x3-bn-relu,output");

    /// <summary>A file with everything that a compact file can hold: an unusual graph, escapes, more than three repeats, paths, absent values, cells without some epochs.</summary>
    public static byte[] Everything { get; } = Write(
    [
        .. Enumerable.Range(0, 3).Select(repeat => TestRecord.Synthetic(6, 108, repeat)),
        .. Enumerable.Range(0, 3).Select(repeat => TestRecord.Synthetic(6, 4, repeat)),
        .. Enumerable.Range(0, 5).Select(repeat => TestRecord.Synthetic(90, 4, repeat)),
        Change(TestRecord.Synthetic(200_000, 108, 0), details => details with { CheckpointPaths = new CheckpointPaths("/a", null, "/ö") }),
        Change(TestRecord.Synthetic(200_000, 108, 1), details => details with { Training = details.Training with { TotalTime = double.NaN } }),
        Change(TestRecord.Synthetic(200_000, 108, 2), details => details with { Training = details.Training with { Final = details.Training.Final with { TestAccuracy = 0.123 } } }),
        Change(TestRecord.Synthetic(1, 4, 0), details => details with { TrainableParameters = null }),
        Change(TestRecord.Synthetic(Space<Nas101>.Locate(s_mirrored), 4, 0), details => details with { StoredCell = s_mirrored }),
    ]);

    /// <summary>The bytes of a compact file of some records.</summary>
    public static byte[] Write(IEnumerable<TestRecord> records, Provenance provenance = Provenance.Unknown, CompactSource? source = null)
    {
        using Dataset data = RecordFile.WriteAndLoad(records);
        return Write(data, provenance, source);
    }

    public static byte[] Write(Dataset data, Provenance provenance = Provenance.Unknown, CompactSource? source = null)
    {
        using var file = new TemporaryFile();
        long length = CompactFile.Write(data, file.Path, provenance, source);
        Assert.Equal([file.Name], file.FolderContents);
        byte[] bytes = File.ReadAllBytes(file.Path);
        Assert.Equal(bytes.Length, length);
        return bytes;
    }

    /// <summary>Opens bytes as a file is opened.</summary>
    public static Dataset Open(ReadOnlySpan<byte> bytes, bool verifies = true) => Dataset.OpenCompact(FileBytes.Copy(bytes), "x.nasb", verifies, default);

    /// <summary>Everything that can be asked of a data set, as text.</summary>
    public static IEnumerable<string> Dump(Dataset data)
    {
        yield return $"{data.CellCount} {data.RecordCount} {data.MaxRepeats} {string.Join(',', data.Epochs.ToArray())}";
        yield return string.Join(',', data.GetIndicesByHash().ToArray());
        foreach (int index in data.Indices.ToArray())
        {
            ModuleHash hash = data.GetHash(index);
            yield return $"{index} {hash} {data.TryFind(hash, out int found)} {found} {data.GetStoredCell(index).Bits} {data.GetTrainableParameters(index)}";
            foreach (int epochs in data.Epochs.ToArray())
            {
                int count = data.GetRepeatCount(index, epochs);
                for (int repeat = 0; repeat <= count; repeat++)
                {
                    QueryStatus status = data.TryGetRun(index, epochs, repeat, out Run run);
                    data.TryGetRecord(index, epochs, repeat, out RecordDetails record);
                    yield return $"{epochs} {repeat} {status} {run} {record} {string.Join(' ', Bits(record.Training))}";
                }
            }
        }
    }

    private static TestRecord Change(TestRecord record, Func<RecordDetails, RecordDetails> change) => record with { Details = change(record.Details) };

    private static IEnumerable<long> Bits(Training training) => new[] { training.Initial, training.Halfway, training.Final }
        .SelectMany(e => new[] { e.Epoch, e.TrainingTime, e.TrainAccuracy, e.ValidationAccuracy, e.TestAccuracy })
        .Append(training.TotalTime)
        .Select(value => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value));
}
