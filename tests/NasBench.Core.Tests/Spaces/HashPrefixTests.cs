namespace NasBench.Core.Tests.Spaces;

public class HashPrefixTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(123_456)]
    [InlineData(423_623)]
    public void FindPrefix_AnyLength_FindsAllThatBeginSo(int index)
    {
        string hash = Space<Nas101>.HashAt(index).ToString();
        Span<int> found = new int[Space<Nas101>.Count];
        int most = Space<Nas101>.Count;
        for (int length = 1; length <= hash.Length; length++)
        {
            int count = Space<Nas101>.FindPrefix(hash.AsSpan(0, length), found);

            Assert.InRange(count, 1, most);
            int[] indices = found[..count].ToArray();
            Assert.Contains(index, indices);
            string prefix = hash[..length];
            Assert.All(indices.Take(1000), other => Assert.StartsWith(prefix, Space<Nas101>.HashAt(other).ToString(), StringComparison.Ordinal));
            most = count;
        }

        Assert.Equal(1, most);
    }

    [Fact]
    public void FindPrefix_AllFirstDigits_CoverTheSpace() =>
        Assert.Equal(Space<Nas101>.Count, "0123456789abcdef".Sum(digit => Space<Nas101>.FindPrefix([digit], [])));

    [Fact]
    public void FindPrefix_FewPlaces_WritesTheFirstAndCountsAll()
    {
        int[] all = new int[3];
        int[] one = new int[1];

        Assert.Equal(3, Space<Nas101>.FindPrefix("fd726f", all));
        Assert.Equal(3, Space<Nas101>.FindPrefix("FD726F", one));
        Assert.Equal(all.Order(), all);
        Assert.Equal(all[0], one[0]);
        Assert.Equal(0, Space<Nas101>.FindPrefix("ffffff", all));
    }

    [Theory]
    [InlineData("")]
    [InlineData("xyz")]
    [InlineData("00005c142e6f48ac74fdcf73e34398740")]
    public void FindPrefix_NoDigits_Throws(string digits) => Assert.Throws<ArgumentException>(() => Space<Nas101>.FindPrefix(digits, []));
}
