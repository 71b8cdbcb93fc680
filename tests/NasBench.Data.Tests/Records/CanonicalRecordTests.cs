using System.Text;
using CsCheck;
using NasBench.Data.Tests.TfRecords;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Records;

/// <summary>The short way and the grammars give the same answer, whatever the data.</summary>
public sealed class CanonicalRecordTests
{
    [Fact]
    public void TryDecode_RecordsOfTheOriginal_TakesTheShortWay()
    {
        RecordGens.Canonical.Sample(data =>
        {
            AssertTwinsAgree(data);
            Assert.True(CanonicalRecord.TryDecode(data, out _));
        });
        Assert.True(CanonicalRecord.TryDecode(new RecordText().ToBytes(), out _));
    }

    [Theory]
    [InlineData("synth_tiny.tfrecord")]
    [InlineData("synth_tiny_sorted.tfrecord")]
    public void TryDecode_ConformanceFile_TakesTheShortWay(string name)
    {
        foreach (byte[] data in ReferenceFrames.ReadAll(TestFiles.Vector(name), TfRecordSource.Buffered))
        {
            Assert.True(CanonicalRecord.TryDecode(data, out NasRecord record));
            Assert.Equal(DecodedRecord.DecodeByGrammar(data).Record, DecodedRecord.From(record));
        }
    }

    [Fact]
    public void TryDecode_EveryByteReplaced_AgreesWithTheGrammars()
    {
        byte[] values = [0, (byte)'\n', (byte)' ', (byte)'"', (byte)'+', (byte)',', (byte)'/', (byte)'0', (byte)'1', (byte)'2', (byte)'9', (byte)':', (byte)'=',
            (byte)'A', (byte)'G', (byte)'Z', (byte)'[', (byte)'\\', (byte)']', (byte)'a', (byte)'c',
            (byte)'f', (byte)'g', (byte)'m', (byte)'n', (byte)'o', (byte)'z', (byte)'{',
            0x7F, 0x80, 0xC3, 0xFF];
        foreach (RecordText text in new[]
        {
            new RecordText(),
            new RecordText { Message = Protobuf.Metrics(882_570), Epochs = "108" },
            new RecordText { Matrix = "0100", Names = "input,output", Epochs = "36" },
            new RecordText { Matrix = "0110001001001001100000100", Names = "input,maxpool3x3,conv1x1-bn-relu,maxpool3x3,output" },
        })
        {
            byte[] data = text.ToBytes();
            for (int i = 0; i < data.Length; i++)
            {
                byte original = data[i];
                foreach (byte value in values.Append((byte)(original ^ 1)).Append((byte)(original ^ 0x20)))
                {
                    data[i] = value;
                    AssertTwinsAgree(data);
                }

                data[i] = original;
            }
        }
    }

    [Fact]
    public void TryDecode_CutOrGrown_AgreesWithTheGrammars()
    {
        byte[] data = new RecordText().ToBytes();
        for (int i = 0; i < data.Length; i++)
        {
            AssertTwinsAgree(data.AsSpan(0, i));
            AssertTwinsAgree([.. data[..i], .. data[(i + 1)..]]);
            foreach (byte value in "0 \"\\A,=["u8)
            {
                AssertTwinsAgree([.. data[..i], value, .. data[i..]]);
            }
        }
    }

    [Fact]
    public void TryDecode_EveryByteOfTheMessageReplaced_AgreesWithTheGrammars()
    {
        foreach (byte[] message in new[] { Protobuf.Metrics(), Protobuf.Metrics(882_570) })
        {
            for (int i = 0; i < message.Length; i++)
            {
                for (int value = 0; value < 256; value++)
                {
                    byte[] changed = [.. message];
                    changed[i] = (byte)value;
                    AssertTwinsAgree(new RecordText { Message = changed }.ToBytes());
                }
            }
        }
    }

    [Fact]
    public void TryDecode_AnyRecordWithChanges_AgreesWithTheGrammars()
    {
        Gen<(int Place, byte Value)> change = Gen.Select(Gen.Int[0, 1_000_000], Gen.OneOf(Gen.Byte, Gen.Byte[32, 126]));
        Gen.Select(Gen.OneOf(RecordGens.Canonical, RecordGens.Any), change.Array[0, 3]).Sample((data, changes) =>
        {
            byte[] changed = [.. data];
            foreach ((int place, byte value) in changes)
            {
                changed[place % changed.Length] = value;
            }

            AssertTwinsAgree(changed);
        });
    }

    [Fact]
    public void TryDecode_EveryMatrixOfTwoToFourVertices_AgreesWithTheGrammars()
    {
        foreach ((int vertices, string names) in new[] { (2, "input,output"), (3, "input,maxpool3x3,output"), (4, "input,maxpool3x3,conv1x1-bn-relu,output") })
        {
            for (int bits = 0; bits < 1 << (vertices * vertices); bits++)
            {
                string matrix = string.Concat(Enumerable.Range(0, vertices * vertices).Select(i => (bits >> i) & 1));
                AssertTwinsAgree(new RecordText { Matrix = matrix, Names = names }.ToBytes());
            }
        }
    }

    [Fact]
    public void TryDecode_EveryEdgeAlone_IsFound()
    {
        string[] interior = ["conv3x3-bn-relu", "maxpool3x3", "conv1x1-bn-relu", "maxpool3x3", "conv3x3-bn-relu"];
        for (int vertices = 2; vertices <= 7; vertices++)
        {
            string names = string.Join(',', ["input", .. interior[..(vertices - 2)], "output"]);
            for (int i = 0; i < vertices * vertices; i++)
            {
                char[] matrix = [.. Enumerable.Repeat('0', vertices * vertices)];
                matrix[i] = '1';
                byte[] data = new RecordText { Matrix = new string(matrix), Names = names }.ToBytes();
                bool isUpper = i / vertices < i % vertices;
                Assert.Equal(isUpper, CanonicalRecord.TryDecode(data, out NasRecord record));
                Assert.True(!isUpper || (record.Cell.HasEdge(i / vertices, i % vertices) && record.Cell.EdgeCount == 1));
                AssertTwinsAgree(data);
            }
        }
    }

    [Fact]
    public void TryDecode_EndOfGuardedMemory_ReadsNothingBeyond()
    {
        using GuardedMemory memory = new(4096);
        foreach (RecordText text in new[] { new RecordText(), new RecordText { Matrix = "0100", Names = "input,output" } })
        {
            byte[] data = text.ToBytes();
            Span<byte> guarded = memory.Last(data.Length);
            data.CopyTo(guarded);
            AssertTwinsAgree(guarded);

            // Cut, with a quote at every place where the end of a matrix is looked for.
            guarded = memory.Last(281);
            data.AsSpan(0, 281).CopyTo(guarded);
            foreach (int vertices in Enumerable.Range(2, 6))
            {
                data.AsSpan(0, 281).CopyTo(guarded);
                guarded[41 + (vertices * vertices)] = (byte)'"';
                AssertTwinsAgree(guarded);
            }
        }
    }

    private static void AssertTwinsAgree(ReadOnlySpan<byte> data)
    {
        (DecodedRecord?, FaultKind) expected = DecodedRecord.DecodeByGrammar(data);
        (DecodedRecord?, FaultKind) found = CanonicalRecord.TryDecode(data, out NasRecord record) ? (DecodedRecord.From(record), FaultKind.None) : expected;
        if (expected != found)
        {
            Assert.Fail($"expected {expected}, found {found} for {Encoding.Latin1.GetString(data)}");
        }
    }
}
