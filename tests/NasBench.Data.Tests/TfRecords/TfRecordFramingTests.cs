using CsCheck;

namespace NasBench.Data.Tests.TfRecords;

public sealed class TfRecordFramingTests
{
    [Fact]
    public void Unmask_Masked_IsIdentity() =>
        Gen.UInt.Sample(crc => TfRecordFraming.Unmask(TfRecordFraming.Mask(crc)) == crc && TfRecordFraming.Mask(crc) == ReferenceCrc.Mask(crc));

    [Fact]
    public void WriteHeader_AnyLength_ReadsBack() =>
        Gen.Int[0, TfRecordFraming.MaxDataLength].Sample(length =>
        {
            byte[] header = new byte[TfRecordFraming.HeaderSize];
            TfRecordFraming.WriteHeader(header, length);
            Assert.Equal(ReferenceFrames.Header((ulong)length), header);
            Assert.Equal(FaultKind.None, TfRecordFraming.ReadHeader(header, out int read));
            Assert.Equal(length, read);
        });

    [Fact]
    public void ReadHeader_TooShort_IsTruncated() => Assert.Equal(FaultKind.TruncatedHeader, TfRecordFraming.ReadHeader(new byte[11], out _));

    [Fact]
    public void WriteHeader_LengthOutOfRange_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TfRecordFraming.WriteHeader(new byte[12], -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => TfRecordFraming.WriteHeader(new byte[12], TfRecordFraming.MaxDataLength + 1));
    }

    [Fact]
    public void GetName_EveryKind_IsSnakeCase() =>
        Assert.All(Enum.GetValues<FaultKind>(), kind => Assert.Equal(
            kind.ToString(), string.Concat(kind.GetName().Split('_').Select(word => char.ToUpperInvariant(word[0]) + word[1..]))));
}
