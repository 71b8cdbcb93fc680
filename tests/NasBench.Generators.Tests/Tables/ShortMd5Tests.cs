using System.Security.Cryptography;
using System.Text;
using CsCheck;

namespace NasBench.Generators.Tests;

public sealed class ShortMd5Tests
{
    [Theory]
    [InlineData("", "d41d8cd98f00b204e9800998ecf8427e")]
    [InlineData("abc", "900150983cd24fb0d6963f7d28e17f72")]
    [InlineData("message digest", "f96b697d7cb7938d525a2f31aaf161d0")]
    public void Hash_VectorsOfRfc1321_Match(string message, string digest)
        => Assert.Equal(digest, Convert.ToHexStringLower(ShortMd5.Hash(Encoding.ASCII.GetBytes(message))));

    [Fact]
    public void Hash_AnyMessageOfOneBlock_EqualsThePlatforms()
        => Gen.Byte.Array[0, ShortMd5.MaxMessageBytes].Sample(message => ShortMd5.Hash(message).AsSpan().SequenceEqual(MD5.HashData(message)));

    [Fact]
    public void Hash_LongerMessage_Throws()
        => Assert.Throws<ArgumentException>(() => ShortMd5.Hash(new byte[ShortMd5.MaxMessageBytes + 1]));
}
