using NasBench.Data.Tests.Datasets;

namespace NasBench.Data.Tests.Compact;

/// <summary>Small compact files, in memory.</summary>
internal static class CompactSample
{
    /// <summary>conv1x1 and conv3x3 side by side: the representative has the smaller label first.</summary>
    private static readonly Cell s_mirrored = Cell.Parse("0110000100010000 input,conv1x1-bn-relu,conv3x3-bn-relu,output");

    /// <summary>
    /// A file with everything that a compact file can hold: a noncanonical graph, escapes, more than three repeats, paths, absent values, cells without some
    /// epochs.
    /// </summary>
    public static byte[] Everything { get; } = Write(
    [
        .. Enumerable.Range(0, 3).Select(repeat => TestRecord.Synthetic(6, 108, repeat)),
        .. Enumerable.Range(0, 3).Select(repeat => TestRecord.Synthetic(6, 4, repeat)),
        .. Enumerable.Range(0, 5).Select(repeat => TestRecord.Synthetic(90, 4, repeat)),
        Change(TestRecord.Synthetic(200_000, 108, 0), details => details with { CheckpointPaths = new CheckpointPaths("/a", null, "/ö") }),
        Change(TestRecord.Synthetic(200_000, 108, 1), details => details with { Run = details.Run with { TotalTime = double.NaN } }),
        Change(
            TestRecord.Synthetic(200_000, 108, 2),
            details => details with { Run = details.Run with { Final = details.Run.Final with { TestAccuracy = 0.123 } } }),
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
        long length = data.Write(file.Path, DataFormats.Compact, new WriteOptions { Provenance = provenance, Source = source }).Bytes;
        Assert.Equal([file.Name], file.FolderContents);
        byte[] bytes = File.ReadAllBytes(file.Path);
        Assert.Equal(bytes.Length, length);
        return bytes;
    }

    /// <summary>Opens bytes as a file is opened.</summary>
    public static Dataset Open(ReadOnlySpan<byte> bytes, bool verifies = true) => new(CompactReader.Open(FileBytes.Copy(bytes), "x.nasb", verifies, default));

    private static TestRecord Change(TestRecord record, Func<RecordDetails, RecordDetails> change) => record with { Details = change(record.Details) };
}
