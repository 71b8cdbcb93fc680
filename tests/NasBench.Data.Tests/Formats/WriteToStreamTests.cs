using NasBench.Data.Tests.Datasets;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Formats;

public sealed class WriteToStreamTests
{
    /// <summary>A stream that stands somewhere receives the bytes of the file there, keeps what is before, stays open and stands behind the last of
    /// them.</summary>
    [Fact]
    public void Write_Stream_ReceivesTheBytesOfTheFile()
    {
        using TemporaryFolder folder = new();
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(6, 108, 0), TestRecord.Synthetic(6, 108, 1), TestRecord.Synthetic(9, 36, 0)]);
        foreach (DataFormat format in DataFormats.All.Where(format => format.CanWrite))
        {
            string path = folder["x" + format.Ending];
            WriteReport expected = data.Write(path);
            using MemoryStream memory = new();
            memory.Write([1, 2, 3]);

            Assert.Equal(expected, data.Write(memory, format));
            Assert.Equal(3, expected.Records);
            Assert.Equal(3 + expected.Bytes, memory.Position);
            Assert.Equal([1, 2, 3, .. File.ReadAllBytes(path)], memory.ToArray());

            using OneWayStream oneWay = new();
            Assert.Equal(expected, data.Write(oneWay, format));
            Assert.Equal(File.ReadAllBytes(path), oneWay.Received.ToArray());
        }
    }

    [Fact]
    public void Write_StreamThatWillNotDo_IsRefusedWithWords()
    {
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(6, 108, 0)]);
        using MemoryStream readOnly = new([1], writable: false);
        using MemoryStream memory = new();

        Assert.Contains("cannot be written", Assert.Throws<ArgumentException>(() => data.Write(readOnly, DataFormats.Csv)).Message, StringComparison.Ordinal);
        Assert.Contains("folder", Assert.Throws<NotSupportedException>(() => data.Write(memory, DataFormats.SyneTune)).Message, StringComparison.Ordinal);
        Assert.Contains(
            "NasBench.Export", Assert.Throws<NotSupportedException>(() => data.Write(memory, DataFormats.Parquet)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>(() => data.Write((Stream)null!, DataFormats.Csv));
        Assert.Throws<ArgumentNullException>(() => data.Write(memory, null!));
        Assert.Equal(0, memory.Length);
    }
}
