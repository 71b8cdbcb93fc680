using System.Security.Cryptography;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

/// <summary>Conversions of a file that is large enough for several threads to share it: it comes back byte for byte.</summary>
public sealed class ManyBlocksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_ThroughTheCompactFormat_GivesTheSameFile()
    {
        string original = WriteOriginal();
        using (Dataset data = Dataset.Open(original))
        {
            Assert.Equal(Provenance.Synthetic, data.FindProvenance());
            data.Write(_folder["a.nasb"], DataFormats.Compact, new WriteOptions { Provenance = Provenance.Synthetic });
            data.Write(_folder["a.tfrecord"], DataFormats.TfRecord);
            data.Write(_folder["a.bin"], DataFormats.NasBenchRs);
        }

        using (Dataset compact = Dataset.Open(_folder["a.nasb"]))
        {
            compact.Write(_folder["b.tfrecord"], DataFormats.TfRecord);
            compact.Write(_folder["b.bin"], DataFormats.NasBenchRs);
        }

        using (Dataset binary = Dataset.Open(_folder["b.bin"]))
        {
            binary.Write(_folder["c.bin"], DataFormats.NasBenchRs);
        }

        Assert.Empty(CompactFile.Verify(_folder["a.nasb"]));
        Assert.Equal(Digest(original), Digest(_folder["a.tfrecord"]));
        Assert.Equal(Digest(original), Digest(_folder["b.tfrecord"]));
        Assert.Equal(Digest(_folder["a.bin"]), Digest(_folder["b.bin"]));
        Assert.Equal(Digest(_folder["a.bin"]), Digest(_folder["c.bin"]));
    }

    [Fact]
    public void Write_UnusualRecordsInSomePieces_KeepsThem()
    {
        // An accuracy that does not fit the short form in the first piece of 4,096 cells, more repeats than a block has room for in the second, nothing
        // noncanonical in the third.
        List<TestRecord> records = [.. Enumerable.Range(0, 9000).Select(index => TestRecord.Synthetic(index, 108, index % 3))];
        TestRecord canonical = records[7];
        RecordedRun recorded = canonical.Details.Run;
        TestRecord noncanonical = canonical with
        {
            Details = canonical.Details with { Run = recorded with { Halfway = recorded.Halfway with { TrainAccuracy = 0.123456789 } } },
        };
        records[7] = noncanonical;
        records.AddRange(Enumerable.Range(0, 5000).Select(repeat => TestRecord.Synthetic(5000, 108, repeat % 3)));
        using Dataset data = RecordFile.WriteAndLoad([.. records]);
        data.Write(_folder["a.nasb"], DataFormats.Compact, new WriteOptions { Provenance = Provenance.Unknown });
        data.Write(_folder["a.tfrecord"], DataFormats.TfRecord);
        using Dataset compact = Dataset.Open(_folder["a.nasb"]);
        compact.Write(_folder["b.tfrecord"], DataFormats.TfRecord);
        using Dataset again = Dataset.Open(_folder["b.tfrecord"]);

        Assert.Equal(Digest(_folder["a.tfrecord"]), Digest(_folder["b.tfrecord"]));
        Assert.Equal(5001, again.GetRepeatCount(5000, 108));
        Assert.Equal(14_000, again.RecordCount);
        again.TryGetRecord(7, 108, 0, out RecordDetails kept);
        Assert.Equal(noncanonical.Details, kept);
        for (int repeat = 0; repeat < 5001; repeat++)
        {
            data.TryGetRecord(5000, 108, repeat, out RecordDetails expected);
            again.TryGetRecord(5000, 108, repeat, out RecordDetails found);
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Write_CancelledMidway_LeavesNothing()
    {
        using Dataset data = Dataset.Open(WriteOriginal());
        foreach (Action<IProgress<double>, CancellationToken> write in (Action<IProgress<double>, CancellationToken>[])
            [
                (progress, token) => data.Write(_folder["x"], DataFormats.TfRecord, null, progress, token),
                (progress, token) => data.Write(_folder["x"], DataFormats.NasBenchRs, null, progress, token),
                (progress, token) => data.Write(_folder["x"], DataFormats.Compact, new WriteOptions { Provenance = Provenance.Synthetic }, progress, token),
                (progress, token) => SyntheticFileWriter.Write(_folder["x"], new SyntheticFileOptions { MaxVertices = 6 }, progress, token),
            ])
        {
            using var source = new CancellationTokenSource();
            Assert.ThrowsAny<OperationCanceledException>(() => write(new RecordingProgress(_ => source.Cancel()), source.Token));
            Assert.Equal(["original.tfrecord"], Directory.GetFileSystemEntries(_folder.FullPath).Select(Path.GetFileName));
        }
    }

    [Fact]
    public void FindProvenance_OneOtherValueAmongMany_IsUnknown()
    {
        TestRecord[] records = [.. Enumerable.Range(0, 9000).Select(index => TestRecord.Synthetic(index, 108, index % 3))];
        TestRecord changed = records[8500];
        records[8500] = changed with { Details = changed.Details with { Run = changed.Details.Run with { TotalTime = 1 } } };
        using Dataset data = RecordFile.WriteAndLoad(records);

        Assert.Equal(Provenance.Unknown, data.FindProvenance());
    }

    /// <summary>64,542 cells and 193,626 records.</summary>
    private string WriteOriginal()
    {
        SyntheticFileWriter.Write(_folder["original.tfrecord"], new SyntheticFileOptions { Epochs = [108], MaxVertices = 6 });
        return _folder["original.tfrecord"];
    }

    private static string Digest(string path)
    {
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexString(SHA256.HashData(file));
    }
}
