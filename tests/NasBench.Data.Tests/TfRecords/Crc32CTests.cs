using System.Text;
using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.TfRecords;

public sealed class Crc32CTests
{
    private static readonly byte[] s_bytes = CreateBytes(20_000);

    /// <summary>The check value of the algorithm and the examples of RFC 3720, B.4.</summary>
    public static TheoryData<byte[], uint> KnownAnswers => new()
    {
        { Encoding.ASCII.GetBytes("123456789"), 0xE3069283 },
        { [], 0 },
        { new byte[32], 0x8A9136AA },
        { Enumerable.Repeat((byte)0xFF, 32).ToArray(), 0x62A8AB43 },
        { Enumerable.Range(0, 32).Select(i => (byte)i).ToArray(), 0x46DD794E },
        { Enumerable.Range(0, 32).Select(i => (byte)(31 - i)).ToArray(), 0x113FDB5C },
        {
            Convert.FromHexString("01C00000000000000000000000000000140000000000040000000014000000182800000000000000" + "0200000000000000"),
            0xD9963A56
        },
    };

    [Theory]
    [MemberData(nameof(KnownAnswers))]
    public void Compute_KnownAnswer_Matches(byte[] data, uint expected) => Assert.Equal(expected, Crc32C.Compute(data));

    [Fact]
    public void Compute_EveryLengthAndAlignment_EqualsBitwise()
    {
        for (int length = 0; length <= 600; length++)
        {
            for (int offset = 0; offset < 8; offset++)
            {
                ReadOnlySpan<byte> data = s_bytes.AsSpan(offset, length);
                uint expected = ReferenceCrc.Compute(data);
                Assert.Equal(expected, Crc32C.Compute(data));
                Assert.Equal(expected, ~Crc32C.UpdatePortable(~0u, ref System.Runtime.InteropServices.MemoryMarshal.GetReference(data), (nuint)length));
            }
        }
    }

    [Theory]
    [InlineData(3071)]
    [InlineData(3072)]
    [InlineData(3073)]
    [InlineData(6200)]
    [InlineData(19_999)]
    public void Compute_LongData_EqualsBitwise(int length) =>
        Assert.Equal(ReferenceCrc.Compute(s_bytes.AsSpan(1, length)), Crc32C.Compute(s_bytes.AsSpan(1, length)));

    [Fact]
    public void Append_AnySplit_EqualsWhole() =>
        Gen.Byte.Array[0, 2_000].SelectMany(data => Gen.Int[0, data.Length], (data, cut) => (data, cut)).Sample(
            sample => Crc32C.Append(Crc32C.Compute(sample.data.AsSpan(0, sample.cut)), sample.data.AsSpan(sample.cut)) == Crc32C.Compute(sample.data));

    [Fact]
    public void Compute_Word_EqualsItsBytes() =>
        Gen.ULong.Sample(value => Crc32C.Compute(value) == ReferenceCrc.Compute(BitConverter.GetBytes(value)));

    [Fact]
    public void Compute_EndOfGuardedMemory_ReadsNothingBeyond()
    {
        using GuardedMemory memory = new(4096);
        for (int length = 0; length <= 600; length++)
        {
            Span<byte> data = memory.Last(length);
            s_bytes.AsSpan(0, length).CopyTo(data);
            Assert.Equal(ReferenceCrc.Compute(data), Crc32C.Compute(data));
        }
    }

    [Fact]
    public void Compute_Any_AllocatesNothing() => AllocationAssert.AllocatesNothing(() => Crc32C.Compute(s_bytes));

    private static byte[] CreateBytes(int count)
    {
        byte[] bytes = new byte[count];
        new Random(101).NextBytes(bytes);
        return bytes;
    }
}
