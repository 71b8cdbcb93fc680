using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.TfRecords;

public sealed class TfRecordWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_AnyRecords_EqualsReferenceFraming() =>
        Gen.Byte.Array[0, 300].Array[0, 20].Sample(
            records =>
            {
                using TfRecordWriter writer = TfRecordWriter.Create(_folder["any"]);
                Array.ForEach(records, record => writer.Write(record));
                Assert.Equal((records.Length, records.Sum(record => record.Length + 16L)), (writer.RecordCount, writer.Length));
                writer.Complete();
                Assert.Equal(ReferenceFrames.Frame(records), File.ReadAllBytes(_folder["any"]));
            },
            iter: 50,
            threads: 1);

    [Fact]
    public void Write_RecordsBeyondTheBuffer_EqualsReferenceFraming()
    {
        byte[][] records = [.. new[] { 1 << 20, 5, (1 << 20) - 12, 3_000_000, (1 << 20) + 1, 0 }.Select(length => new byte[length])];
        Array.ForEach(records, new Random(3).NextBytes);
        using (TfRecordWriter writer = TfRecordWriter.Create(_folder["large"]))
        {
            Array.ForEach(records, record => writer.Write(record));
            writer.Complete();
        }

        Assert.Equal(ReferenceFrames.Frame(records), File.ReadAllBytes(_folder["large"]));
    }

    [Fact]
    public void Complete_ExistingFile_ReplacesItOnlyThen()
    {
        string path = _folder.Write("file", [1, 2, 3]);
        using TfRecordWriter writer = TfRecordWriter.Create(path);
        writer.Write([7]);
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        writer.Complete();
        Assert.Equal(ReferenceFrames.FrameOne([7]), File.ReadAllBytes(path));
        Assert.Equal([path], Directory.GetFiles(_folder.FullPath));
        Assert.Throws<ObjectDisposedException>(() => writer.Write([1]));
        Assert.Throws<ObjectDisposedException>(writer.Complete);
    }

    [Fact]
    public void Dispose_NotCompleted_LeavesNothing()
    {
        string path = _folder.Write("file", [1, 2, 3]);
        TfRecordWriter writer = TfRecordWriter.Create(path);
        writer.Write(new byte[2_000_000]);
        writer.Dispose();
        writer.Dispose();
        Assert.Equal([path], Directory.GetFiles(_folder.FullPath));
        Assert.Equal([1, 2, 3], File.ReadAllBytes(path));
        Assert.Throws<ObjectDisposedException>(() => writer.Write([1]));
    }

    [Fact]
    public void Complete_NameIsTaken_LeavesNothing()
    {
        TfRecordWriter writer = TfRecordWriter.Create(_folder["taken"]);
        Directory.CreateDirectory(_folder["taken"]);
        Assert.ThrowsAny<Exception>(writer.Complete);
        Assert.Empty(Directory.GetFiles(_folder.FullPath));
        Assert.ThrowsAny<IOException>(() => TfRecordWriter.Create(_folder["taken"]));
        Assert.Empty(Directory.GetFiles(_folder.FullPath));
    }

    [Fact]
    public void Create_NoSuchFolder_Throws() =>
        Assert.Throws<DirectoryNotFoundException>(() => TfRecordWriter.Create(Path.Combine(_folder["missing"], "file")));

    [Fact]
    public void Write_ManyRecords_AllocatesNothing()
    {
        using TfRecordWriter writer = TfRecordWriter.Create(_folder["many"]);
        byte[] data = new byte[400];
        AllocationAssert.AllocatesNothing(() =>
        {
            for (int i = 0; i < 10_000; i++)
            {
                writer.Write(data);
            }
        });
    }
}
