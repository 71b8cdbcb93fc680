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
        using (Dataset data = Dataset.Load(original))
        {
            Assert.Equal(Provenance.Synthetic, DatasetProvenance.OfValues(data));
            CompactFile.Write(data, _folder["a.nasb"], Provenance.Synthetic);
            TfRecordFile.Write(data, _folder["a.tfrecord"]);
            NasBenchRsFile.Write(data, _folder["a.bin"]);
        }

        using (Dataset compact = Dataset.Open(_folder["a.nasb"]))
        {
            TfRecordFile.Write(compact, _folder["b.tfrecord"]);
            NasBenchRsFile.Write(compact, _folder["b.bin"]);
        }

        using (Dataset binary = Dataset.Open(_folder["b.bin"]))
        {
            NasBenchRsFile.Write(binary, _folder["c.bin"]);
        }

        Assert.Empty(CompactFile.Verify(_folder["a.nasb"]));
        Assert.Equal(Digest(original), Digest(_folder["a.tfrecord"]));
        Assert.Equal(Digest(original), Digest(_folder["b.tfrecord"]));
        Assert.Equal(Digest(_folder["a.bin"]), Digest(_folder["b.bin"]));
        Assert.Equal(Digest(_folder["a.bin"]), Digest(_folder["c.bin"]));
    }

    [Fact]
    public void OfValues_OneOtherValueAmongMany_IsUnknown()
    {
        TestRecord[] records = [.. Enumerable.Range(0, 9000).Select(index => TestRecord.Synthetic(index, 108, index % 3))];
        TestRecord changed = records[8500];
        records[8500] = changed with { Details = changed.Details with { Training = changed.Details.Training with { TotalTime = 1 } } };
        using Dataset data = RecordFile.WriteAndLoad(records);

        Assert.Equal(Provenance.Unknown, DatasetProvenance.OfValues(data));
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
