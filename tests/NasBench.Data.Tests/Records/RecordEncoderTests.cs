using CsCheck;
using NasBench.Data.Tests.TfRecords;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Records;

public sealed class RecordEncoderTests
{
    [Fact]
    public void Encode_DecodedRealRecord_GivesItsBytes() => AssertEncodesTheSame(TestFiles.InShared("conformance", "real_first_record.tfrecord"));

    [Theory]
    [InlineData("synth_tiny.tfrecord")]
    [InlineData("synth_tiny_sorted.tfrecord")]
    [InlineData("synth_tiny_ckpt.tfrecord")]
    public void Encode_DecodedConformanceRecords_GivesTheirBytes(string name) => AssertEncodesTheSame(TestFiles.Vector(name));

    [Fact]
    public void Encode_AnyRecord_DecodesToTheSame() =>
        RecordGens.Any.Sample(data =>
        {
            RecordDecoder decoder = new();
            Assert.True(decoder.TryDecode(data, out NasRecord record, out _));
            Assert.Equal(data, new RecordEncoder().Encode(record).ToArray());
        });

    [Fact]
    public void Encode_OneEncoder_ForgetsTheRecordBefore() =>
        RecordGens.Any.Array[1, 10].Sample(all =>
        {
            RecordEncoder encoder = new();
            RecordDecoder decoder = new();
            foreach (byte[] data in all)
            {
                Assert.True(decoder.TryDecode(data, out NasRecord record, out _));
                Assert.Equal(data, encoder.Encode(record).ToArray());
            }
        });

    [Fact]
    public void Encode_ManyRecords_AllocatesNothing()
    {
        RecordEncoder encoder = new();
        byte[] path = new byte[5_000];
        AllocationAssert.AllocatesNothing(() =>
        {
            NasRecord record = new() { Cell = Space<Nas101>.CellAt(400_000), Epochs = 108, TrainableParameters = -1 };
            for (int i = 0; i < NasRecord.EvaluationCount; i++)
            {
                encoder.Encode(record);
                record.SetCheckpointPath(i, path);
            }
        });
    }

    private static void AssertEncodesTheSame(string path)
    {
        RecordDecoder decoder = new();
        RecordEncoder encoder = new();
        foreach (byte[] data in ReferenceFrames.ReadAll(path, TfRecordSource.Buffered))
        {
            Assert.True(decoder.TryDecode(data, out NasRecord record, out _));
            Assert.Equal(data, encoder.Encode(record).ToArray());
        }
    }
}
