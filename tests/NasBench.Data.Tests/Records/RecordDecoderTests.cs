using System.Text;
using CsCheck;
using NasBench.Data.Tests.TfRecords;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Records;

public sealed class RecordDecoderTests
{
    private const string Real = "real_first_record.tfrecord";

    [Fact]
    public void TryDecode_RealRecord_GivesThePublishedValues()
    {
        byte[] data = ReferenceFrames.ReadAll(TestFiles.InShared("conformance", Real), TfRecordSource.Buffered).Single();
        Assert.True(new RecordDecoder().TryDecode(data, out NasRecord record, out _));
        Assert.Equal("00005c142e6f48ac74fdcf73e3439874", record.Hash.ToString());
        Assert.Equal(4, record.Epochs);
        Assert.Equal(
            "0100110001000000010010000010000001000000010000000 input,conv3x3-bn-relu,maxpool3x3,conv3x3-bn-relu,conv3x3-bn-relu,conv1x1-bn-relu,output",
            record.Cell.ToString());
        Assert.Equal(new Evaluation(0, 0, 0.1002604141831398, 0.09775640815496445, 0.09985977411270142), record.Initial);
        Assert.Equal(new Evaluation(2, 45.152000427246094, 0.10166265815496445, 0.10526842623949051, 0.10436698794364929), record.Halfway);
        Assert.Equal(new Evaluation(4, 89.90399932861328, 0.3498597741127014, 0.3489583432674408, 0.3504607379436493), record.Final);
        Assert.Equal(8_555_530, record.TrainableParameters);
        Assert.Equal(413.7015450000763, record.TotalTime);
        Assert.False(record.HasCheckpointPaths);
    }

    [Fact]
    public void TryDecode_SameContentInThreeLayouts_IsEqual()
    {
        DecodedRecord[] canonical = DecodeAll("synth_tiny.tfrecord");
        Assert.Equal(2_400, canonical.Length);
        Assert.Equal(canonical, DecodeAll("synth_tiny_plain64.tfrecord"));
        DecodedRecord[] withPaths = DecodeAll("synth_tiny_ckpt.tfrecord");
        Assert.DoesNotContain(withPaths, record => record.Paths.Contains("absent", StringComparison.Ordinal));
        Assert.Equal(canonical, withPaths.Select(record => record with { Paths = canonical[0].Paths }));
    }

    [Theory]
    [InlineData("good_4rows", FaultKind.None, 0)]
    [InlineData("unicode_escapes", FaultKind.None, 0)]
    [InlineData("hash_not_of_graph", FaultKind.None, 0)]
    [InlineData("adjacency_not_square", FaultKind.BadGraph, 0)]
    [InlineData("bad_base64", FaultKind.BadBase64, 0)]
    [InlineData("two_evaluations_only", FaultKind.WrongEvaluations, 0)]
    [InlineData("not_json", FaultKind.BadJson, 1)]
    public void TryDecode_OddFile_NamesTheFault(string name, FaultKind expected, int record)
    {
        byte[][] records = ReferenceFrames.ReadAll(TestFiles.Vector("corrupt", name + ".tfrecord"), TfRecordSource.Buffered);
        Assert.Equal(expected, DecodedRecord.Decode(records[record]).Fault);
        Assert.All(records[..record], data => Assert.Equal(FaultKind.None, DecodedRecord.Decode(data).Fault));
    }

    [Theory]
    [InlineData("empty", FaultKind.EmptyFile, 0, 0)]
    [InlineData("truncated_in_header", FaultKind.TruncatedHeader, 4, 1669)]
    [InlineData("truncated_in_data", FaultKind.TruncatedData, 3, 1251)]
    [InlineData("bad_data_crc_row2", FaultKind.BadDataCrc, 2, 834)]
    [InlineData("unmasked_crc_row0", FaultKind.BadLengthCrc, 0, 0)]
    public void TryRead_CorruptFile_NamesFaultRecordAndOffset(string name, FaultKind kind, long record, long offset)
    {
        foreach (TfRecordSource source in Enum.GetValues<TfRecordSource>())
        {
            DataFormatException error = Assert.Throws<DataFormatException>(
                () => ReferenceFrames.ReadAll(TestFiles.Vector("corrupt", name + ".tfrecord"), source));
            Assert.Equal((kind, record, offset), (error.Kind, error.Record, error.Offset));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("[\"{h}\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\", \"{b}\", 1]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\", \"{b}\",]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\", \"{b}\"] x")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\", \"{b}\"")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\", \"{b}]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\", null]")]
    [InlineData("[\"{h}\", 4, \"0100\", [\"input\", \"output\"], \"{b}\"]")]
    [InlineData("[\"{h}\", \"4\", \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("[\"{h}\", 04, \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("[\"{h}\", +4, \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4., \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4e, \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("[\"{h}\", -, \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("[\"{h}\", NaN, \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("['{h}', 4, \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("[\"{h}\" 4, \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("\uFEFF[\"{h}\", 4, \"0100\", \"input,output\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\n\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input\\x2coutput\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input\\u00g0output\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input\\uD83Doutput\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input\\uD83D\\u0041output\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input\\uDE00output\", \"{b}\"]")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\\")]
    [InlineData("[\"{h}\", 4, \"0100\", \"input,output\\u00")]
    public void TryDecode_OtherJson_IsRefused(string json)
    {
        RecordText text = new();
        json = json.Replace("{h}", text.Hash, StringComparison.Ordinal).Replace("{b}", text.CanonicalBase64, StringComparison.Ordinal);
        Assert.Equal((null, FaultKind.BadJson), DecodedRecord.Decode(Encoding.UTF8.GetBytes(json)));
    }

    [Fact]
    public void TryDecode_InvalidUtf8_IsRefused()
    {
        byte[] data = new RecordText().ToBytes();
        data[150] = 0xFF;
        Assert.Equal(FaultKind.BadJson, DecodedRecord.Decode(data).Fault);
    }

    [Theory]
    [InlineData(" \t\r\n[ \"{h}\" ,\n4\t,\r\"0100\" , \"input,output\" , \"{b}\" ] \n")]
    [InlineData("[\"{h}\",4,\"0100\",\"input,output\",\"{b}\"]")]
    [InlineData("[\"\\u0030{h1}\",4,\"\\u00301\\u0030\\u0030\",\"\\u0069n\\u0070ut,output\",\"{b}\"]")]
    public void TryDecode_OtherSpacingAndEscapes_IsTheSame(string json)
    {
        RecordText text = new() { Matrix = "0100", Names = "input,output" };
        json = json.Replace("{h}", text.Hash, StringComparison.Ordinal).Replace("{h1}", text.Hash[1..], StringComparison.Ordinal)
            .Replace("{b}", text.CanonicalBase64, StringComparison.Ordinal);
        (DecodedRecord? expected, _) = DecodedRecord.Decode(text.ToBytes());
        Assert.NotNull(expected);
        Assert.Equal(expected, DecodedRecord.Decode(Encoding.UTF8.GetBytes(json)).Record);
    }

    /// <summary>Any string, with every character escaped in each way that JSON knows, comes back.</summary>
    [Fact]
    public void TryReadString_AnyEscapes_GivesTheString() =>
        Gen.Select(Gen.String, Gen.Int[0, 3]).Sample((value, way) =>
        {
            string text = new([.. value.EnumerateRunes().SelectMany(rune => rune.ToString())]); // lone surrogates replaced
            string json = "\"" + string.Concat(text.Select(unit => Escape(unit, way))) + "\"";
            Span<byte> buffer = new byte[Encoding.UTF8.GetByteCount(json)];
            JsonCursor cursor = new(Encoding.UTF8.GetBytes(json));
            Assert.True(cursor.TryReadString(ref buffer, out ReadOnlySpan<byte> read));
            Assert.Equal(text, Encoding.UTF8.GetString(read));
            Assert.True(cursor.IsAtEnd);
        });

    [Theory]
    [InlineData("0005c142e6f48ac74fdcf73e3439874")]
    [InlineData("000005c142e6f48ac74fdcf73e3439874")]
    [InlineData("00005C142E6F48AC74FDCF73E3439874")]
    [InlineData("g0005c142e6f48ac74fdcf73e3439874")]
    [InlineData("")]
    public void TryDecode_BadHash_IsRefused(string hash) => Assert.Equal(FaultKind.BadHash, new RecordText { Hash = hash }.Fault());

    [Theory]
    [InlineData("0")]
    [InlineData("-4")]
    [InlineData("4.0")]
    [InlineData("4e0")]
    [InlineData("2147483648")]
    [InlineData("99999999999999999999999999999999999999")]
    public void TryDecode_BadEpochs_IsRefused(string epochs) => Assert.Equal(FaultKind.BadEpochs, new RecordText { Epochs = epochs }.Fault());

    [Theory]
    [InlineData("1")]
    [InlineData("1000")]
    [InlineData("2147483647")]
    public void TryDecode_OtherEpochs_AreKept(string epochs) =>
        Assert.Equal(int.Parse(epochs, null), DecodedRecord.Decode(new RecordText { Epochs = epochs }.ToBytes()).Record!.Epochs);

    [Theory]
    [InlineData("", "input,output", FaultKind.BadGraph)]
    [InlineData("010", "input,output", FaultKind.BadGraph)]
    [InlineData("0110", "input,output", FaultKind.BadGraph)]
    [InlineData("0200", "input,output", FaultKind.BadGraph)]
    [InlineData("01x0", "input,output", FaultKind.BadGraph)]
    [InlineData("[[0,1],[0,0]]", "input,output", FaultKind.BadGraph)]
    [InlineData(" 0100", "input,output", FaultKind.BadGraph)]
    [InlineData("0100", "input", FaultKind.BadGraph)]
    [InlineData("0100", "input,maxpool3x3,output", FaultKind.BadGraph)]
    [InlineData("010001000", "input,maxpool5x5,output", FaultKind.UnknownOperation)]
    [InlineData("010001000", "input, maxpool3x3,output", FaultKind.UnknownOperation)]
    [InlineData("010001000", "input,,output", FaultKind.UnknownOperation)]
    public void TryDecode_BadGraph_IsRefused(string matrix, string names, FaultKind expected) =>
        Assert.Equal(expected, new RecordText { Matrix = matrix, Names = names }.Fault());

    [Theory]
    [InlineData("!!!!")]
    [InlineData("A")]
    [InlineData("AA")]
    [InlineData("AAA")]
    [InlineData("AA=A")]
    [InlineData("AA==AA==")]
    [InlineData("====")]
    [InlineData("AAAA=")]
    [InlineData("AAA\\u00e9")]
    [InlineData("AA-_")]
    [InlineData("AAB=")] // bits of no byte are not zero
    [InlineData("AB==")]
    public void TryDecode_BadBase64_IsRefused(string base64) => Assert.Equal(FaultKind.BadBase64, new RecordText { Base64 = base64 }.Fault());

    [Fact]
    public void TryDecode_Base64BrokenAnywhere_IsTheSame()
    {
        RecordText text = new();
        string whole = Convert.ToBase64String(text.Message);
        (DecodedRecord? expected, _) = DecodedRecord.Decode(text.ToBytes());
        Assert.NotNull(expected);
        foreach (string feed in new[] { "\\n", "\\r\\n", " ", "\\t", "\\u000a", "\\n\\n" })
        {
            for (int i = 0; i <= whole.Length; i++)
            {
                Assert.Equal(expected, DecodedRecord.Decode((text with { Base64 = whole.Insert(i, feed) }).ToBytes()).Record);
            }

            Assert.Equal(expected, DecodedRecord.Decode((text with { Base64 = string.Join(feed, whole.ToCharArray()) }).ToBytes()).Record);
        }
    }

    [Fact]
    public void TryDecode_AbsentFields_StayAbsent()
    {
        byte[] message = [.. Protobuf.Bytes(1), .. Protobuf.Bytes(1, Protobuf.Double(4, 0.5)), .. Protobuf.Bytes(1, Protobuf.Bytes(6))];
        Assert.True(new RecordDecoder().TryDecode(new RecordText { Message = message }.ToBytes(), out NasRecord record, out _));
        Assert.Equal(Evaluation.Absent, record.Initial);
        Assert.Equal(Evaluation.Absent with { ValidationAccuracy = 0.5 }, record.Halfway);
        Assert.Equal(Evaluation.Absent, record.Final);
        Assert.Null(record.TrainableParameters);
        Assert.True(double.IsNaN(record.TotalTime));
        Assert.False(record.TryGetCheckpointPath(1, out _));
        Assert.True(record.TryGetCheckpointPath(2, out ReadOnlySpan<byte> path));
        Assert.True(path.IsEmpty);
    }

    /// <summary>Unknown fields of every wire type, known numbers with other wire types, groups in groups, in the message and in its evaluations.</summary>
    [Fact]
    public void TryDecode_UnknownFields_AreSkipped()
    {
        byte[] unknown =
        [
            .. Protobuf.Varint(7, ulong.MaxValue), .. Protobuf.Double(8, 1), .. Protobuf.Bytes(9, 1, 2, 3),
            .. Protobuf.Fixed32(10, 5), .. Protobuf.Bytes(536_870_911),
            .. Protobuf.Group(11, [.. Protobuf.Group(12, Protobuf.Varint(1, 3)), .. Protobuf.Group(11), .. Protobuf.Bytes(1, 0xFF)]),
            .. Protobuf.Fixed32(3, 9), .. Protobuf.Fixed32(1, 9), .. Protobuf.Varint(1, 9), .. Protobuf.Bytes(2, 1), .. Protobuf.Double(6, 1),
        ];
        byte[] inner = Protobuf.Bytes(1, [.. unknown, .. Protobuf.EvaluationFields(2), .. unknown]);
        byte[] message = [.. unknown, .. Protobuf.Evaluation(0), .. inner, .. unknown, .. Protobuf.Evaluation(4),
            .. Protobuf.Varint(2, 8_555_530), .. Protobuf.Double(3, 413.7015450000763), .. unknown];
        Assert.Equal(DecodedRecord.Decode(new RecordText().ToBytes()), DecodedRecord.Decode(new RecordText { Message = message }.ToBytes()));
    }

    [Fact]
    public void TryDecode_FieldsAgain_TheLastCounts()
    {
        byte[] evaluation = Protobuf.Bytes(1, [.. Protobuf.Double(1, 7), .. Protobuf.Bytes(6, 1), .. Protobuf.Bytes(6, 2, 3), .. Protobuf.EvaluationFields(2)]);
        byte[] message =
        [
            .. Protobuf.Varint(2, 1), .. Protobuf.Evaluation(0), .. Protobuf.Double(3, 1), .. evaluation,
            .. Protobuf.Evaluation(4), .. Protobuf.Varint(2, 5), .. Protobuf.Double(3, 2),
        ];
        Assert.True(new RecordDecoder().TryDecode(new RecordText { Message = message }.ToBytes(), out NasRecord record, out _));
        Assert.Equal((5, 2.0, 2.0), (record.TrainableParameters, record.TotalTime, record.Halfway.Epoch));
        Assert.True(record.TryGetCheckpointPath(1, out ReadOnlySpan<byte> path));
        Assert.Equal([2, 3], path.ToArray());
    }

    [Theory]
    [InlineData(0xFFFFFFFFFFFFFFFF, -1)]
    [InlineData(0xFFFFFFFF80000000, int.MinValue)]
    [InlineData(0x1_0000_0005, 5)]
    public void TryDecode_ParametersBeyondThirtyTwoBits_TakesTheLowHalf(ulong varint, int expected)
    {
        byte[] message = [.. Protobuf.Evaluation(0), .. Protobuf.Evaluation(2), .. Protobuf.Evaluation(4), .. Protobuf.Varint(2, varint)];
        Assert.Equal(expected, DecodedRecord.Decode(new RecordText { Message = message }.ToBytes()).Record!.TrainableParameters);
    }

    [Theory]
    [InlineData("08", "no value")]
    [InlineData("80", "tag cut off")]
    [InlineData("0000", "field 0")]
    [InlineData("0F", "wire type 7")]
    [InlineData("0E", "wire type 6")]
    [InlineData("1901020304050607", "double cut off")]
    [InlineData("1D010203", "32 bits cut off")]
    [InlineData("0A0501", "length beyond the end")]
    [InlineData("0AFFFFFFFFFFFFFFFFFF01", "length of 2^64 - 1")]
    [InlineData("0A8080808008", "length of 2^31")]
    [InlineData("10FFFFFFFFFFFFFFFFFF02", "more than 64 bits")]
    [InlineData("108080808080808080808000", "more than ten bytes")]
    [InlineData("88808080800100", "tag of more than 32 bits")]
    [InlineData("5B", "group that does not end")]
    [InlineData("5B64", "group that ends as another")]
    [InlineData("5C", "end without a group")]
    [InlineData("0A0108", "bad evaluation")]
    [InlineData("0A023201", "path beyond its evaluation")]
    public void TryDecode_BadProtobuf_IsRefused(string hex, string reason)
    {
        byte[] message = Convert.FromHexString(hex);
        Assert.NotEmpty(reason);
        Assert.Equal(FaultKind.BadProtobuf, new RecordText { Message = message }.Fault());
        Assert.Equal(FaultKind.BadProtobuf, new RecordText { Message = [.. Protobuf.Metrics(), .. message] }.Fault());
    }

    [Fact]
    public void TryDecode_DeepGroups_AreBounded()
    {
        static byte[] Nest(int depth) =>
            [.. Enumerable.Range(0, depth).SelectMany(_ => Protobuf.Tag(9, 3)), .. Enumerable.Range(0, depth).SelectMany(_ => Protobuf.Tag(9, 4))];
        Assert.Equal(FaultKind.None, new RecordText { Message = [.. Protobuf.Metrics(), .. Nest(100)] }.Fault());
        Assert.Equal(FaultKind.BadProtobuf, new RecordText { Message = [.. Protobuf.Metrics(), .. Nest(101)] }.Fault());
        Assert.Equal(FaultKind.BadProtobuf, new RecordText { Message = [.. Protobuf.Metrics(), .. Nest(1_000_000)] }.Fault());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    [InlineData(100)]
    public void TryDecode_OtherNumberOfEvaluations_IsRefused(int count) =>
        Assert.Equal(
            FaultKind.WrongEvaluations, new RecordText { Message = [.. Enumerable.Repeat(Protobuf.Evaluation(1), count).SelectMany(bytes => bytes)] }.Fault());

    [Fact]
    public void TryDecode_AnyBytes_AnswersWithoutAnException() =>
        Gen.Byte.Array[0, 600].Sample(data => Assert.NotEqual(FaultKind.None, DecodedRecord.Decode(data).Fault));

    [Fact]
    public void TryDecode_AnyMessage_AnswersWithoutAnException() =>
        Gen.Byte.Array[0, 100].Sample(message => DecodedRecord.Decode(new RecordText { Message = [.. Protobuf.Metrics(), .. message] }.ToBytes()));

    [Fact]
    public void TryDecode_Fault_SaysWhereInOneLine()
    {
        Assert.False(new RecordDecoder().TryDecode("[\"00\", 4]"u8, out _, out RecordFault fault));
        Assert.Equal(5, fault.Position);
        Assert.Equal("bad module hash, expected 32 lower-case hexadecimal digits, at byte 5 of the data", fault.Describe());
    }

    [Fact]
    public void TryDecode_EveryWay_AllocatesNothing()
    {
        RecordDecoder decoder = new();
        byte[] canonical = new RecordText().ToBytes();
        byte[] plain = new RecordText { Base64 = Convert.ToBase64String(Protobuf.Metrics()) }.ToBytes();
        byte[] escaped = new RecordText { Names = "\\u0069nput,maxpool3x3,output", Matrix = "010001000" }.ToBytes();
        byte[] large = new RecordText { Message = [.. Protobuf.Metrics(), .. Protobuf.Bytes(9, new byte[100_000])] }.ToBytes();
        byte[] bad = new RecordText { Message = [1] }.ToBytes();
        AllocationAssert.AllocatesNothing(() =>
        {
            Assert.True(decoder.TryDecode(canonical, out _, out _));
            Assert.True(decoder.TryDecode(plain, out _, out _));
            Assert.True(decoder.TryDecode(escaped, out _, out _));
            Assert.True(decoder.TryDecode(large, out _, out _));
            Assert.False(decoder.TryDecode(bad, out _, out _));
        });
    }

    private static DecodedRecord[] DecodeAll(string name) =>
        [.. ReferenceFrames.ReadAll(TestFiles.Vector(name), TfRecordSource.Buffered).Select(data => DecodedRecord.Decode(data).Record!)];

    private static string Escape(char unit, int way) => (unit, way) switch
    {
        ('"', 0) => "\\\"",
        ('\\', 0) => "\\\\",
        ('\n', 0) => "\\n",
        ('\t', 0) => "\\t",
        ('\r', 0) => "\\r",
        ('\b', 0) => "\\b",
        ('\f', 0) => "\\f",
        ('/', 0) => "\\/",
        ( < ' ' or '"' or '\\', _) => $"\\u{(int)unit:x4}",
        (_, 1) => $"\\u{(int)unit:X4}",
        _ => unit.ToString(),
    };
}
