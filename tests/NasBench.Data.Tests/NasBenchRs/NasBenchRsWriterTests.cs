using System.Buffers.Binary;
using CsCheck;
using NasBench.Data.Tests.Compact;
using NasBench.Data.Tests.Datasets;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.NasBenchRs;

public sealed class NasBenchRsFileTests
{
    /// <summary>One cell, 7 vertices, one repeat at 4 epochs: the real first record as nasbench-rs lays it out, its bytes put down by hand.</summary>
    private static readonly byte[] s_first =
    [
        .. "nasbench-rs"u8, 0, 0, 0, 1,
        7, 0, 2, 3, 2, 2, 1, 4,
        7,

        // Edges 0-1, 0-4, 0-5, 1-2, 2-3, 2-6, 3-5, 4-5, 5-6: bits 0, 3, 4, 6, 11, 14, 16, 18, 20.
        0x00, 0x15, 0x48, 0x59,
        .. Convert.FromHexString("00005c142e6f48ac74fdcf73e3439874"),
        .. BigEndian(8_555_530),
        1, 4, 1,
        .. BigEndian(45.152000427246094, 0.10166265815496445, 0.10526842623949051, 0.10436698794364929),
        .. BigEndian(89.90399932861328, 0.3498597741127014, 0.3489583432674408, 0.3504607379436493),
    ];

    [Fact]
    public void Open_BytesOfARealRecord_GivesItsValues()
    {
        using Dataset data = Open(s_first);

        Assert.Equal(Provenance.Unknown, data.Provenance);
        Assert.Equal(QueryStatus.Found, data.TryGetRecord(Assert.Single(data.Indices.ToArray()), 4, 0, out RecordDetails record));
        Assert.Equal(
            "0100110001000000010010000010000001000000010000000 input,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output",
            record.StoredCell.ToString());
        Assert.Equal(8_555_530, record.TrainableParameters);
        Assert.Equal(new Metrics(89.90399932861328, 0.3498597741127014, 0.3489583432674408, 0.3504607379436493), record.Run.ToRun().Final);
        Assert.Equal(new Metrics(45.152000427246094, 0.10166265815496445, 0.10526842623949051, 0.10436698794364929), record.Run.ToRun().Halfway);
        Assert.True(double.IsNaN(record.Run.TotalTime));
    }

    [Fact]
    public void Write_WhatWasRead_GivesTheSameBytes()
    {
        using Dataset data = Open(s_first);

        Assert.Equal(s_first, Write(data));
    }

    [Fact]
    public void Write_AnyRecords_ReadsBackAllThatTheFormatHolds() => TestRecordGens.Records(canonical: false).Sample(
        records =>
        {
            using Dataset data = RecordFile.WriteAndLoad(records);
            byte[] bytes = Write(data);
            using Dataset read = Open(bytes);
            Assert.Equal(data.RecordCount, read.RecordCount);
            Assert.Equal(data.Indices, read.Indices);
            Assert.Equal(data.Epochs, read.Epochs);
            foreach (int index in data.Indices.ToArray())
            {
                Assert.Equal(data.GetHash(index), read.GetHash(index));
                Assert.Equal((int)CellCosts.TrainableParametersAt(index), read.GetTrainableParameters(index));
                foreach (int epochs in data.Epochs.ToArray())
                {
                    Assert.Equal(data.GetRepeatCount(index, epochs), read.GetRepeatCount(index, epochs));
                    for (int repeat = 0; repeat < data.GetRepeatCount(index, epochs); repeat++)
                    {
                        data.TryGetRun(index, epochs, repeat, out Run expected);
                        read.TryGetRun(index, epochs, repeat, out Run actual);
                        Assert.Equal(expected, actual);
                    }
                }
            }

            Assert.Equal(bytes, Write(read));
        },
        iter: 60);

    [Fact]
    public void Open_EachLength_IsRefused()
    {
        for (int length = NasBenchRsFormat.Magic.Length; length < s_first.Length; length++)
        {
            DataFormatException refusal = Assert.Throws<DataFormatException>(() => Open(s_first[..length]));
            Assert.Contains("expected", refusal.Message, StringComparison.Ordinal);
        }

        Assert.Equal(FaultKind.BadHeader, Assert.Throws<DataFormatException>(() => Open([.. s_first, 0])).Kind);
    }

    [Fact]
    public void Open_EachByteChanged_IsRefusedOrAnswers()
    {
        int refused = 0;
        for (int i = NasBenchRsFormat.Magic.Length; i < s_first.Length; i++)
        {
            byte[] bytes = [.. s_first];
            bytes[i] ^= 0x55;
            bool isValue = i >= s_first.Length - NasBenchRsFormat.RunSize || i == s_first.Length - NasBenchRsFormat.RunSize - 2;
            if (isValue && IsPossible(bytes))
            {
                Open(bytes).Dispose();
            }
            else if (isValue)
            {
                DataFormatException refusal = Assert.Throws<DataFormatException>(() => Open(bytes));
                Assert.Equal((0, NasBenchRsFormat.HeaderSize, FaultKind.ImpossibleValue), (refusal.Record, refusal.Offset, refusal.Kind));
                refused++;
            }
            else
            {
                Assert.Throws<DataFormatException>(() => Open(bytes));
            }
        }

        Assert.NotEqual(0, refused);

        // Two evaluations of a time and three accuracies.
        static bool IsPossible(byte[] bytes)
        {
            ReadOnlySpan<byte> run = bytes.AsSpan(^NasBenchRsFormat.RunSize);
            for (int value = 0; value < 8; value++)
            {
                double number = BinaryPrimitives.ReadDoubleBigEndian(run[(8 * value)..]);
                if (number < 0 || number > (value % 4 == 0 ? double.MaxValue : 1))
                {
                    return false;
                }
            }

            return true;
        }
    }

    [Theory]
    [InlineData(0, double.PositiveInfinity)]
    [InlineData(1, 1.5)]
    [InlineData(4, -1.0)]
    [InlineData(7, -1e200)]
    public void Open_ImpossibleValue_IsRefused(int place, double value)
    {
        byte[] bytes = [.. s_first];
        BinaryPrimitives.WriteDoubleBigEndian(bytes.AsSpan(^(NasBenchRsFormat.RunSize - (8 * place))), value);

        Assert.Equal(FaultKind.ImpossibleValue, Assert.Throws<DataFormatException>(() => Open(bytes)).Kind);
    }

    [Fact]
    public void Write_MoreEpochsThanTheFormatHolds_IsRefused()
    {
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(0, 256, 0)]);

        Assert.Throws<NotSupportedException>(() => Write(data));
    }

    [Fact]
    public void Write_Vector_ThenCompactFile_AnswersTheSame()
    {
        using Dataset data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));
        using Dataset read = Open(Write(data));
        using Dataset compact = CompactSample.Open(CompactSample.Write(read));

        Assert.Equal(DatasetDump.Of(read), DatasetDump.Of(compact));
    }

    private static Dataset Open(byte[] bytes)
    {
        using var file = new TemporaryFile();
        File.WriteAllBytes(file.Path, bytes);
        return Dataset.Open(file.Path);
    }

    private static byte[] Write(Dataset data)
    {
        using var file = new TemporaryFile();
        long length = data.Write(file.Path, DataFormats.NasBenchRs).Bytes;
        byte[] bytes = File.ReadAllBytes(file.Path);
        Assert.Equal(length, bytes.Length);
        Assert.Equal([file.Name], file.FolderContents);
        return bytes;
    }

    private static byte[] BigEndian(int value) => [.. BitConverter.GetBytes(value).Reverse()];

    private static byte[] BigEndian(params double[] values) => [.. values.SelectMany(value => BitConverter.GetBytes(value).Reverse())];
}
