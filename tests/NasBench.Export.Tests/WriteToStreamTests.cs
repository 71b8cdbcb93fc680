using NasBench.Data;
using NasBench.TestUtilities;

namespace NasBench.Export.Tests;

public sealed class WriteToStreamTests
{
    [Fact]
    public void Write_Stream_ReceivesTheBytesOfTheFileOrIsRefused()
    {
        using TemporaryFolder folder = new();
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));
        foreach (DataFormat format in ExportFormats.Own.Where(format => !format.IsFolder))
        {
            string path = folder["x" + format.Ending];
            WriteReport expected = data.Write(path, format);
            using MemoryStream memory = new();
            memory.Write([1, 2, 3]);

            Assert.Equal(expected, data.Write(memory, format));
            Assert.Equal(data.RecordCount, expected.Records);
            Assert.Equal(3 + expected.Bytes, memory.Position);
            Assert.Equal([1, 2, 3, .. File.ReadAllBytes(path)], memory.ToArray());

            using OneWayStream oneWay = new();
            string message = Assert.Throws<NotSupportedException>(() => data.Write(oneWay, format)).Message;
            Assert.Contains("cannot seek", message, StringComparison.Ordinal);
            Assert.Empty(oneWay.Received);
        }
    }
}
