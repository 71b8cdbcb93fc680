using System.Buffers.Binary;

namespace NasBench.Data.Tests.Compact;

/// <summary>Values that files hold which were made before such values were refused: their checksums are right.</summary>
public sealed class CompactValuesTests
{
    private const int Index = 90;

    [Theory]
    [InlineData(0, "repeat 0: the halfway training time is Infinity, expected a finite number of seconds from 0 up")]
    [InlineData(PackedMetrics.Size, "repeat 0: the final training time is Infinity, expected a finite number of seconds from 0 up")]
    [InlineData(RunEntry.Size, "repeat 1: the halfway training time is Infinity, expected a finite number of seconds from 0 up")]
    public void Open_InfiniteTimeOfARun_IsRefusedWhereVerified(int offset, string detail)
    {
        byte[] bytes = [.. CompactSample.Everything];
        (int position, long block) = PlaceOf(bytes, CompactSectionKind.Runs, RunEntry.BlockSize);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((int)block + offset), float.PositiveInfinity);
        CompactDamageTests.Repair(bytes);
        DataFormatException fault = Assert.Throws<DataFormatException>(() => CompactSample.Open(bytes));

        Assert.Equal((position, block, FaultKind.ImpossibleValue, detail), (fault.Record, fault.Offset, fault.Kind, fault.Detail));
        using Dataset unverified = CompactSample.Open(bytes, verifies: false);
        Assert.Equal(QueryStatus.Found, unverified.TryGetRun(Index, 4, 0, out _));
    }

    [Theory]
    [InlineData(float.NegativeInfinity, 30, "repeat 0: the initial training time is -Infinity,")]
    [InlineData(0, double.PositiveInfinity, "repeat 0: the total time is Infinity,")]
    [InlineData(0, -1, "repeat 0: the total time is -1,")]
    public void Open_ImpossibleTimeOfADetail_IsRefusedWhereVerified(float initial, double total, string detail)
    {
        byte[] bytes = [.. CompactSample.Everything];
        (int position, long block) = PlaceOf(bytes, CompactSectionKind.Details, DetailEntry.BlockSize);
        BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan((int)block), initial);
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan((int)block + PackedMetrics.Size), total);
        CompactDamageTests.Repair(bytes);
        DataFormatException fault = Assert.Throws<DataFormatException>(() => CompactSample.Open(bytes));

        Assert.Equal((position, FaultKind.ImpossibleValue), (fault.Record, fault.Kind));
        Assert.StartsWith(detail, fault.Detail, StringComparison.Ordinal);
        CompactSample.Open(bytes, verifies: false).Dispose();
    }

    [Fact]
    public void Open_InfiniteAccuracyOfAnEscape_IsRefusedWhereVerified()
    {
        byte[] bytes = [.. CompactSample.Everything];
        SectionEntry escapes = CompactHeader.Read(FileBytes.Copy(bytes), null).Find(CompactSectionKind.Escapes);
        const int FinalTestAccuracy = 120;
        BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan((int)escapes.Offset + FinalTestAccuracy), double.PositiveInfinity);
        CompactDamageTests.Repair(bytes);
        DataFormatException fault = Assert.Throws<DataFormatException>(() => CompactSample.Open(bytes));

        Assert.Equal((escapes.Offset, FaultKind.ImpossibleValue), (fault.Offset, fault.Kind));
        Assert.Contains("the final test accuracy is Infinity, expected a fraction from 0 to 1", fault.Detail, StringComparison.Ordinal);
        CompactSample.Open(bytes, verifies: false).Dispose();
    }

    /// <summary>Where a section of 4 epochs, the first of the sample, has the block of a cell.</summary>
    private static (int Position, long Offset) PlaceOf(byte[] bytes, CompactSectionKind kind, int blockSize)
    {
        using Dataset good = CompactSample.Open(bytes);
        int position = good.Indices.IndexOf(Index);
        SectionEntry section = CompactHeader.Read(FileBytes.Copy(bytes), null).Find(kind);
        Assert.Equal(4, section.Epochs);
        return (position, section.Offset + (position * blockSize));
    }
}
