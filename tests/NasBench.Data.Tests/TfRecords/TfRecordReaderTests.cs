using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.TfRecords;

public sealed class TfRecordReaderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<TfRecordSource> Sources => [TfRecordSource.Buffered, TfRecordSource.Mapped];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_AnyRecords_GivesThemBack(TfRecordSource source) =>
        Gen.Byte.Array[0, 300].Array[1, 20].Sample(
            records => Assert.Equal(records, ReferenceFrames.ReadAll(_folder.Write("any", ReferenceFrames.Frame(records)), source)), iter: 50, threads: 1);

    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_RecordsAcrossAndBeyondTheBuffer_GivesThemBack(TfRecordSource source)
    {
        Random random = new(7);
        byte[][] records = [.. new[] { 100_000, 200_000, 0, 300_000, 1, 262_144 - 16, 262_144, 262_145, 40, 1_000_000, 7 }.Select(length => new byte[length])];
        Array.ForEach(records, random.NextBytes);
        Assert.Equal(records, ReferenceFrames.ReadAll(_folder.Write("large", ReferenceFrames.Frame(records)), source));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Position_WhileReading_CountsRecordsAndBytes(TfRecordSource source)
    {
        using TfRecordReader reader = TfRecordReader.Open(_folder.Write("two", ReferenceFrames.Frame(new byte[5], new byte[9])), source);
        Assert.Equal((-1, 0, 0, 46), (reader.RecordNumber, reader.RecordOffset, reader.Position, reader.Length));
        Assert.True(reader.TryRead(out _));
        Assert.Equal((0, 0, 21), (reader.RecordNumber, reader.RecordOffset, reader.Position));
        Assert.True(reader.TryRead(out _));
        Assert.Equal((1, 21, 46), (reader.RecordNumber, reader.RecordOffset, reader.Position));
        Assert.False(reader.TryRead(out ReadOnlySpan<byte> data));
        Assert.True(data.IsEmpty);
        Assert.Equal((1, 21, 46), (reader.RecordNumber, reader.RecordOffset, reader.Position));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Open_InsideTheFile_BeginsThere(TfRecordSource source)
    {
        string path = _folder.Write("two", ReferenceFrames.Frame([1, 2, 3], [4, 5]));
        using TfRecordReader reader = TfRecordReader.Open(path, source, position: 19);
        Assert.True(reader.TryRead(out ReadOnlySpan<byte> data));
        Assert.Equal([4, 5], data.ToArray());
        Assert.Equal((0, 19), (reader.RecordNumber, reader.RecordOffset));
        Assert.Throws<ArgumentOutOfRangeException>(() => TfRecordReader.Open(path, source, position: 38));
        Assert.Throws<ArgumentOutOfRangeException>(() => TfRecordReader.Open(path, source, position: -1));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Open_EmptyFile_IsRefused(TfRecordSource source)
    {
        DataFormatException error = Assert.Throws<DataFormatException>(() => TfRecordReader.Open(_folder.Write("empty", []), source));
        Assert.Equal((FaultKind.EmptyFile, 0, 0), (error.Kind, error.Record, error.Offset));
        Assert.Contains("no records", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void Open_NoSuchFile_Throws(TfRecordSource source) =>
        Assert.Throws<FileNotFoundException>(() => TfRecordReader.Open(_folder["missing"], source));

    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_CutAtEveryLength_IsRefusedWhereItIsCut(TfRecordSource source)
    {
        byte[][] records = [[1, 2, 3], [], [4, 5, 6, 7, 8]];
        byte[] whole = ReferenceFrames.Frame(records);
        int[] starts = [0, 19, 35, 56];
        for (int length = 1; length < whole.Length; length++)
        {
            string path = _folder.Write("cut", whole.AsSpan(0, length));
            int complete = starts.Count(start => start <= length) - 1;
            if (starts[complete] == length)
            {
                Assert.Equal(records[..complete], ReferenceFrames.ReadAll(path, source));
                continue;
            }

            DataFormatException error = Assert.Throws<DataFormatException>(() => ReferenceFrames.ReadAll(path, source));
            FaultKind expected = length - starts[complete] < 12 ? FaultKind.TruncatedHeader : FaultKind.TruncatedData;
            Assert.Equal((expected, complete, starts[complete], path), (error.Kind, error.Record, error.Offset, error.Path));
            Assert.DoesNotContain('\n', error.Message);
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_EveryBitFlipped_IsRefusedInThatRecord(TfRecordSource source)
    {
        byte[] whole = ReferenceFrames.Frame([1, 2, 3], [4, 5, 6, 7, 8]);
        for (int bit = 0; bit < 8 * whole.Length; bit++)
        {
            byte[] damaged = [.. whole];
            damaged[bit / 8] ^= (byte)(1 << (bit % 8));
            int record = bit / 8 < 19 ? 0 : 1;
            int place = (bit / 8) - (19 * record);
            DataFormatException error = Assert.Throws<DataFormatException>(() => ReferenceFrames.ReadAll(_folder.Write("flip", damaged), source));
            Assert.Equal((place < 12 ? FaultKind.BadLengthCrc : FaultKind.BadDataCrc, record, 19 * record), (error.Kind, error.Record, error.Offset));
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_BadDataCrc_CanGoOn(TfRecordSource source)
    {
        byte[] whole = ReferenceFrames.Frame([1, 2, 3], [4, 5, 6], [7]);
        whole[19 + 13] ^= 1;
        using TfRecordReader reader = TfRecordReader.Open(_folder.Write("middle", whole), source);
        Assert.True(reader.TryRead(out _, out FaultKind fault));
        Assert.Equal(FaultKind.None, fault);
        Assert.True(reader.TryRead(out ReadOnlySpan<byte> data, out fault));
        Assert.Equal((FaultKind.BadDataCrc, 1, 19), (fault, reader.RecordNumber, reader.RecordOffset));
        Assert.Equal([4, 4, 6], data.ToArray());
        Assert.True(reader.TryRead(out data, out fault));
        Assert.Equal((FaultKind.None, 2, 38), (fault, reader.RecordNumber, reader.RecordOffset));
        Assert.False(reader.TryRead(out _, out fault));
        Assert.Equal(FaultKind.None, fault);
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_FaultThatEndsReading_IsReportedAgain(TfRecordSource source)
    {
        using TfRecordReader reader = TfRecordReader.Open(_folder.Write("end", [.. ReferenceFrames.FrameOne([1]), 1, 2, 3]), source);
        Assert.True(reader.TryRead(out _, out _));
        for (int i = 0; i < 2; i++)
        {
            Assert.False(reader.TryRead(out _, out FaultKind fault));
            Assert.Equal((FaultKind.TruncatedHeader, 1, 17), (fault, reader.RecordNumber, reader.RecordOffset));
        }
    }

    [Theory]
    [InlineData(ulong.MaxValue, FaultKind.LengthTooLarge)]
    [InlineData(1UL << 63, FaultKind.LengthTooLarge)]
    [InlineData((1UL << 32) + 3, FaultKind.LengthTooLarge)]
    [InlineData((1UL << 30) + 1, FaultKind.LengthTooLarge)]
    [InlineData(1UL << 30, FaultKind.TruncatedData)]
    [InlineData(1, FaultKind.TruncatedData)]
    public void TryRead_LengthBeyondTheFile_IsRefusedWithoutAllocatingIt(ulong length, FaultKind expected)
    {
        foreach (TfRecordSource source in Sources.Select(row => row.Data))
        {
            string path = _folder.Write("length", [.. ReferenceFrames.Header(length), 0, 0, 0, 0]);
            AllocationAssert.Undisturbed(() =>
            {
                using TfRecordReader reader = TfRecordReader.Open(path, source);
                long before = GC.GetAllocatedBytesForCurrentThread();
                Assert.False(reader.TryRead(out _, out FaultKind fault));
                long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                Assert.Equal(expected, fault);
                Assert.Equal((0, 0), (reader.RecordNumber, reader.RecordOffset));
                return allocated is >= 0 and <= 1024 ? null : $"allocated {allocated} bytes, expected at most 1024";
            });
        }
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_Disposed_SaysSo(TfRecordSource source)
    {
        TfRecordReader reader = TfRecordReader.Open(_folder.Write("two", ReferenceFrames.Frame([1, 2, 3], [4])), source);
        reader.TryRead(out _);
        reader.Dispose();
        reader.Dispose();
        Assert.Throws<ObjectDisposedException>(() => reader.TryRead(out _));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_ManyRecords_AllocatesNothing(TfRecordSource source)
    {
        string path = _folder.Write("many", ReferenceFrames.Frame(Enumerable.Repeat(new byte[400], 2_000)));
        using TfRecordReader reader = TfRecordReader.Open(path, source);
        AllocationAssert.AllocatesNothing(() =>
        {
            for (int i = 0; i < 400; i++)
            {
                Assert.True(reader.TryRead(out _));
            }
        });
    }

    [Fact]
    public void TryRead_FileThatShrinks_IsRefusedAsTruncated()
    {
        byte[] whole = ReferenceFrames.Frame(Enumerable.Repeat(new byte[1_000], 1_000));
        string path = _folder.Write("shrinks", whole);
        using TfRecordReader reader = TfRecordReader.Open(path);
        Assert.True(reader.TryRead(out _));
        using (FileStream stream = new(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
        {
            stream.SetLength(500_000);
        }

        DataFormatException error = Assert.Throws<DataFormatException>(() =>
        {
            while (reader.TryRead(out _))
            {
            }
        });
        Assert.Equal(FaultKind.TruncatedData, error.Kind);
        Assert.Equal(492, error.Record);
        Assert.Equal(492 * 1016, error.Offset);
    }

    /// <summary>Records of zeros in a file with holes: 33 of 64 MiB, then a small one past 2^31.</summary>
    [Theory]
    [MemberData(nameof(Sources))]
    public void TryRead_PastTwoGibibytes_KeepsOffsets(TfRecordSource source)
    {
        const int Size = 1 << 26, Count = 33;
        string path = _folder["sparse"];
        byte[] footer = ReferenceFrames.FrameOne([]);
        BitConverter.TryWriteBytes(footer.AsSpan(12), ReferenceCrc.Mask(Crc32C.Compute(new byte[Size])));
        using (FileStream stream = File.Create(path))
        {
            for (int i = 0; i < Count; i++)
            {
                stream.Write(ReferenceFrames.Header(Size));
                stream.Seek(Size, SeekOrigin.Current);
                stream.Write(footer.AsSpan(12));
            }

            stream.Write(ReferenceFrames.FrameOne([1, 2, 3]));
            stream.Write([9]);
        }

        const long Start = Count * (long)(Size + 16);
        Assert.True(Start > int.MaxValue);
        using TfRecordReader reader = TfRecordReader.Open(path, source);
        for (int i = 0; i < Count; i++)
        {
            Assert.True(reader.TryRead(out ReadOnlySpan<byte> zeros));
            Assert.Equal(Size, zeros.Length);
            Assert.Equal(i * (long)(Size + 16), reader.RecordOffset);
        }

        Assert.True(reader.TryRead(out ReadOnlySpan<byte> data));
        Assert.Equal([1, 2, 3], data.ToArray());
        Assert.Equal((Count, Start), (reader.RecordNumber, reader.RecordOffset));
        DataFormatException error = Assert.Throws<DataFormatException>(() => reader.TryRead(out _));
        Assert.Equal((FaultKind.TruncatedHeader, Count + 1, Start + 19), (error.Kind, error.Record, error.Offset));
    }
}
