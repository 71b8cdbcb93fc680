using System.Text;
using CsCheck;

namespace NasBench.Core.Tests.Hashing;

public class ModuleHashTests
{
    private const string Example = "00005c142e6f48ac74fdcf73e3439874";

    private static readonly Gen<ModuleHash> s_hashes = Gen.Select(Gen.ULong, Gen.ULong, (high, low) => new ModuleHash(high, low));

    [Fact]
    public void Parts_Example_BigEndian()
    {
        ModuleHash hash = ModuleHash.Parse(Example);
        byte[] bytes = Convert.FromHexString(Example);
        byte[] written = new byte[16];
        hash.WriteBytes(written);

        Assert.Equal(0x00005c142e6f48acUL, hash.High);
        Assert.Equal(0x74fdcf73e3439874UL, hash.Low);
        Assert.Equal(hash, ModuleHash.FromBytes(bytes));
        Assert.Equal(bytes, written);
        Assert.Equal(Example, hash.ToString());
    }

    [Fact]
    public void ParseAndFormat_Any_RoundTrip() => s_hashes.Sample(hash =>
    {
        string text = hash.ToString();
        byte[] bytes = new byte[16];
        hash.WriteBytes(bytes);

        Assert.Equal(Convert.ToHexStringLower(bytes), text);
        Assert.Equal(hash, ModuleHash.FromBytes(bytes));
        Assert.Equal(hash, ModuleHash.Parse(text));
        Assert.Equal(hash, ModuleHash.Parse(text.AsSpan()));
        Assert.Equal(hash, ModuleHash.Parse(Encoding.UTF8.GetBytes(text)));
        Assert.True(ModuleHash.TryParse(text, null, out ModuleHash again));
        Assert.Equal(hash, again);
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00005c142e6f48ac74fdcf73e343987")]
    [InlineData("00005c142e6f48ac74fdcf73e34398744")]
    [InlineData("00005c142e6f48ac74fdcf73e343987g")]
    [InlineData("g0005c142e6f48ac74fdcf73e3439874")]
    [InlineData(" 0005c142e6f48ac74fdcf73e3439874")]
    [InlineData("0x005c142e6f48ac74fdcf73e3439874")]
    [InlineData("００００5c142e6f48ac74fdcf73e3439874")]
    public void TryParse_NotThirtyTwoDigits_False(string? text)
    {
        Assert.False(ModuleHash.TryParse(text, null, out ModuleHash hash));
        Assert.Equal(default, hash);
        Assert.False(ModuleHash.TryParse(text.AsSpan(), null, out _));
        Assert.False(ModuleHash.TryParse(Encoding.UTF8.GetBytes(text ?? ""), null, out _));
    }

    [Fact]
    public void Parse_NoHash_FormatException()
    {
        Assert.Throws<FormatException>(() => ModuleHash.Parse("12"));
        Assert.Throws<FormatException>(() => ModuleHash.Parse("12"u8));
        Assert.Throws<ArgumentNullException>(() => ModuleHash.Parse((string)null!));
    }

    [Fact]
    public void TryFormat_AnyLength_AllOrNothing()
    {
        ModuleHash hash = ModuleHash.Parse(Example);
        for (int length = 0; length < 36; length++)
        {
            char[] chars = [.. Enumerable.Repeat('#', length)];
            byte[] bytes = [.. Enumerable.Repeat((byte)'#', length)];
            string expected = length < 32 ? new string('#', length) : Example + new string('#', length - 32);

            Assert.Equal(length >= 32, hash.TryFormat(chars, out int charsWritten));
            Assert.Equal(length >= 32, hash.TryFormat(bytes, out int bytesWritten));
            Assert.Equal(length < 32 ? 0 : 32, charsWritten);
            Assert.Equal(length < 32 ? 0 : 32, bytesWritten);
            Assert.Equal(expected, new string(chars));
            Assert.Equal(expected, Encoding.ASCII.GetString(bytes));
        }
    }

    [Fact]
    public void CompareTo_AnyPair_AsTheTexts() => Gen.Select(s_hashes, s_hashes, Gen.Bool).Sample((a, b, sameHigh) =>
    {
        b = sameHigh ? new ModuleHash(a.High, b.Low) : b;
        int order = string.CompareOrdinal(a.ToString(), b.ToString());

        Assert.Equal(Math.Sign(order), Math.Sign(a.CompareTo(b)));
        Assert.Equal(order < 0, a < b);
        Assert.Equal(order > 0, a > b);
        Assert.Equal(order <= 0, a <= b);
        Assert.Equal(order >= 0, a >= b);
        Assert.Equal(order == 0, a == b);
        Assert.Equal(order != 0, a != b);
        Assert.True(a.Equals((object)new ModuleHash(a.High, a.Low)));
        Assert.Equal(a.GetHashCode(), new ModuleHash(a.High, a.Low).GetHashCode());
    });

    [Fact]
    public void FromBytes_TooShort_Throws() => Assert.ThrowsAny<ArgumentException>(() => ModuleHash.FromBytes(new byte[15]));

    [Fact]
    public void WriteBytes_TooShort_ThrowsAndWritesNothing()
    {
        byte[] destination = new byte[15];

        Assert.ThrowsAny<ArgumentException>(() => ModuleHash.Parse(Example).WriteBytes(destination));
        Assert.Equal(new byte[15], destination);
    }
}
