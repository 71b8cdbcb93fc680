using System.Security.Cryptography;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.SyntheticFiles;

public sealed class SyntheticFileWriterTests
{
    [Fact]
    public void WriteCells_CellsOfTheVector_GivesItsBytes()
    {
        string vector = TestFiles.Vector("synth_tiny_sorted.tfrecord");
        using Dataset data = Dataset.Open(vector);
        using var file = new TemporaryFile();

        (long records, long bytes) = SyntheticFileWriter.WriteCells(file.Path, new SyntheticFileOptions(), data.Indices.ToArray());

        Assert.Equal(2400, records);
        Assert.Equal(926_268, bytes);
        Assert.Equal(File.ReadAllBytes(vector), File.ReadAllBytes(file.Path));
    }

    [Fact]
    [Trait("Category", "Once")]
    public void Write_WholeSpaceAt108Epochs_GivesTheKnownBytesAndLoads()
    {
        using var file = new TemporaryFile();
        var progress = new RecordingProgress();
        (long records, long bytes) = SyntheticFileWriter.Write(file.Path, new SyntheticFileOptions { Epochs = [108] }, progress);

        Assert.Equal(423_624 * 3, records);
        Assert.Equal(522_767_376, bytes);
        Assert.Equal("af09fbedcbf9c5bf8d7ceeed10e249556c0918b04cfeb63d74392a02ee1088a2", OfficialFiles.ComputeSha256(file.Path));
        progress.AssertRisesToOne();

        using Dataset data = Dataset.Open(file.Path, null, progress = new RecordingProgress());
        progress.AssertRisesToOne();
        Assert.Equal(423_624, data.CellCount);
        Assert.Equal(records, data.RecordCount);
        Assert.Equal([108], data.Epochs.ToArray());
        Assert.Equal(3, data.MaxRepeats);
        Assert.Equal(Provenance.Synthetic, data.FindProvenance());
        Assert.Equal(3_583_758_170_075, data.Indices.ToArray().Sum(index => (long)data.GetTrainableParameters(index)!.Value));
        Assert.Equal("00005c142e6f48ac74fdcf73e3439874", data.GetHash(data.GetIndicesByHash()[0]).ToString());
    }

    [Fact]
    public void Write_FewVertices_HoldsExactlyThoseCells()
    {
        using var file = new TemporaryFile();
        (long records, long bytes) = SyntheticFileWriter.Write(file.Path, new SyntheticFileOptions { Epochs = [36, 4], MaxVertices = 4 });

        Assert.Equal(91 * 2 * 3, records);
        Assert.Equal(new FileInfo(file.Path).Length, bytes);
        using Dataset data = Dataset.Open(file.Path);
        Assert.Equal(91, data.CellCount);
        Assert.Equal([4, 36], data.Epochs.ToArray());
        Assert.All(data.Indices.ToArray(), index => Assert.InRange(data.GetStoredCell(index).Vertices, 2, 4));
        Assert.Equal([file.Name], file.FolderContents);
    }

    [Fact]
    public void Write_Shuffled_HoldsTheSameRecordsInAnOrderOfTheSeed()
    {
        var options = new SyntheticFileOptions { MaxVertices = 4 };
        List<string> sorted = WriteAndRead(options);
        List<string> shuffled = WriteAndRead(options with { Order = RecordOrder.Shuffled, Seed = 7 });

        Assert.NotEqual(sorted, shuffled);
        Assert.Equal(sorted.Order(StringComparer.Ordinal), shuffled.Order(StringComparer.Ordinal));
        Assert.Equal(shuffled, WriteAndRead(options with { Order = RecordOrder.Shuffled, Seed = 7 }));
        Assert.NotEqual(shuffled, WriteAndRead(options with { Order = RecordOrder.Shuffled, Seed = 8 }));
    }

    [Fact]
    public void Write_Cancelled_LeavesTheFolderAsItWas()
    {
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, "precious");
        using var cancellation = new CancellationTokenSource();
        var progress = new RecordingProgress(value =>
        {
            if (value > 0.2)
            {
                cancellation.Cancel();
            }
        });

        Assert.ThrowsAny<OperationCanceledException>(() =>
            SyntheticFileWriter.Write(file.Path, new SyntheticFileOptions { MaxVertices = 5 }, progress, cancellation.Token));

        Assert.Equal([file.Name], file.FolderContents);
        Assert.Equal("precious", File.ReadAllText(file.Path));
    }

    [Theory]
    [InlineData(1, new[] { 108 })]
    [InlineData(8, new[] { 108 })]
    [InlineData(7, new int[0])]
    [InlineData(7, new[] { 0 })]
    [InlineData(7, new[] { -4, 4 })]
    [InlineData(7, new[] { 4, 12, 4 })]
    public void Write_BadOptions_ThrowsAndMakesNoFile(int maxVertices, int[] epochs)
    {
        using var file = new TemporaryFile();
        Assert.ThrowsAny<ArgumentException>(() =>
            SyntheticFileWriter.Write(file.Path, new SyntheticFileOptions { MaxVertices = maxVertices, Epochs = epochs }));
        Assert.Empty(file.FolderContents);
    }

    private static List<string> WriteAndRead(SyntheticFileOptions options)
    {
        using var file = new TemporaryFile();
        SyntheticFileWriter.Write(file.Path, options);
        using TfRecordReader reader = TfRecordReader.Open(file.Path);
        var records = new List<string>();
        while (reader.TryRead(out ReadOnlySpan<byte> data))
        {
            records.Add(Convert.ToHexString(SHA256.HashData(data)));
        }

        return records;
    }
}
