using System.Runtime.InteropServices;
using System.Text;
using CsCheck;
using NasBench.Data.Tests.Datasets;

namespace NasBench.Data.Tests.Records;

/// <summary>Where the processor offers more than one path, they agree. (The suite also runs with instruction sets turned off.)</summary>
public sealed class CanonicalPathsTests
{
    [Fact]
    public void TryReadMetrics_EveryByteReplaced_PathsAgree()
    {
        foreach (int parameters in new[] { 8_555_530, 882_570, 268_435_456, 100 })
        {
            byte[] text = Encoding.ASCII.GetBytes(new RecordText { Message = Protobuf.Metrics(parameters) }.CanonicalBase64);
            if (text.Length != CanonicalMetrics.TextLength)
            {
                continue; // another length, never read this way
            }

            for (int i = 0; i < text.Length; i++)
            {
                byte original = text[i];
                for (int value = 0; value < 256; value++)
                {
                    text[i] = (byte)value;
                    AssertPathsAgree(text);
                }

                text[i] = original;
            }
        }
    }

    [Fact]
    public void TryReadMetrics_AnyMessage_PathsAgree() =>
        Gen.Select(Gen.Byte.Array[154, 156], Gen.Bool).Sample((message, isNearlyRight) =>
        {
            byte[] right = Protobuf.Metrics();
            byte[] mixed = isNearlyRight ? [.. message.Select((value, i) => i < right.Length && value > 8 ? right[i] : value)] : message;
            AssertPathsAgree(Encoding.ASCII.GetBytes(new RecordText { Message = mixed }.CanonicalBase64));
        });

    [Fact]
    public void TryPackMetrics_EveryByteReplaced_AgreesWithReading()
    {
        foreach ((int index, int epochs) in new[] { (0, 108), (359_715, 4), (Space<Nas101>.Count - 1, 5) })
        {
            byte[] data = new RecordEncoder().Encode(TestRecord.Synthetic(index, epochs, 1).ToRecord()).ToArray();
            byte[] text = data[^CanonicalRecord.TailLength..^2];
            AssertPacksWhatIsRead(text, epochs);
            Assert.True(CanonicalMetrics.TryPack(ref text[0], epochs, out _, out int parameters));
            Assert.Equal((int)CellCosts.TrainableParametersAt(index), parameters);
            AssertPacksWhatIsRead(text, epochs + 1);
            for (int i = 0; i < text.Length; i++)
            {
                byte original = text[i];
                for (int value = 0; value < 256; value++)
                {
                    text[i] = (byte)value;
                    AssertPacksWhatIsRead(text, epochs);
                }

                text[i] = original;
            }
        }
    }

    [Fact]
    public void TryPackMetrics_AnyValues_AgreesWithReading() =>
        TestRecordGens.Records(canonical: false).Sample(records =>
        {
            foreach (TestRecord record in records)
            {
                byte[] data = new RecordEncoder().Encode(record.ToRecord()).ToArray();
                if (CanonicalRecord.TryDecode(data, out _))
                {
                    AssertPacksWhatIsRead(data[^CanonicalRecord.TailLength..^2], record.Epochs);
                }
            }
        });

    [Fact]
    public void ReadMatrix_AnyDigits_PathsAgree() =>
        Gen.Select(Gen.Int[2, 7], Gen.Frequency((20, Gen.Const((byte)'0')), (20, Gen.Const((byte)'1')), (1, Gen.Byte)).Array[64]).Sample((vertices, digits) =>
        {
            if (digits[63] % 2 == 0)
            {
                MakeUpperTriangular(digits, vertices);
            }

            ulong differences = CanonicalMatrix.Read(ref digits[0], vertices, out uint adjacency);
            ulong expected = CanonicalMatrix.ReadVector128(ref digits[0], vertices, out uint expectedAdjacency);
            Assert.Equal(expected == 0, differences == 0);
            Assert.True(expected != 0 || expectedAdjacency == adjacency);
        });

    private static void MakeUpperTriangular(byte[] digits, int vertices)
    {
        for (int row = 0; row < vertices; row++)
        {
            digits.AsSpan(row * vertices, row + 1).Fill((byte)'0');
        }
    }

    private static void AssertPacksWhatIsRead(byte[] text, int epochs)
    {
        NasRecord record = default;
        record.Epochs = epochs;
        PackedRun expected = default;
        bool isExpected = CanonicalMetrics.TryReadVector128(ref text[0], ref record) && record.TryPack(out expected);
        bool isPacked = CanonicalMetrics.TryPack(ref text[0], epochs, out PackedRun packed, out int parameters);
        if (isPacked)
        {
            Assert.True(isExpected);
            Assert.Equal(record.TrainableParameters, parameters);
            Assert.Equal(BytesOf(expected), BytesOf(packed));
        }
        else if (isExpected)
        {
            // A NaN that is written out, and a zero with a sign, are left to the long way.
            Assert.Contains(new[] { record.Initial, record.Halfway, record.Final }, e =>
                new[] { e.Epoch, e.TrainingTime, e.TrainAccuracy, e.ValidationAccuracy, e.TestAccuracy }.Any(double.IsNegative)
                || double.IsNaN(e.TrainingTime + e.TrainAccuracy + e.ValidationAccuracy + e.TestAccuracy));
        }
    }

    private static byte[] BytesOf(PackedRun packed) =>
        MemoryMarshal.CreateReadOnlySpan(in packed.Run, PackedRun.RunSize + PackedRun.DetailSize).ToArray();

    private static void AssertPathsAgree(byte[] text)
    {
        NasRecord record = default, expected = default;
        bool isExpected = CanonicalMetrics.TryReadVector128(ref text[0], ref expected);
        Assert.Equal(isExpected, CanonicalMetrics.TryRead(ref text[0], ref record));
        if (isExpected)
        {
            Assert.Equal(DecodedRecord.From(expected), DecodedRecord.From(record));
        }
    }
}
