namespace NasBench.Search.Tests.Streams;

/// <summary>Known answers of numpy 1.24.2: <c>numpy.random.seed(seed)</c>, then the calls named.</summary>
public sealed class NumpyRandomTests
{
    /// <summary>
    /// Seed; choice([0, 1], size=(7, 7)); choice(list("abc"), size=7); choice(range(10), size=20); choice([5]); randint(0, 2**31), which draws these as
    /// one below 2^31 - 1 does.
    /// </summary>
    [Theory]
    [InlineData(0u, "0110111111100100000101100111101010110110010111110", "abbbaca", "73272004556841498117", 258666409)]
    [InlineData(1u, "1100111110010110010001001000100011111000111111011", "aabaabc", "98736519348140392049", 1204497775)]
    [InlineData(2026u, "1000111001110000110110110100101001010111011100101", "aabbbab", "32387396056870724404", 374471841)]
    [InlineData(4294967295u, "1001000010110110110110011110001001000110111111111", "baaabcb", "08692798703408320388", 1050955327)]
    public void NextBelow_KnownSeed_EqualsNumpy(uint seed, string bits, string letters, string digits, int last)
    {
        var random = new NumpyRandom(seed);

        Assert.Equal(bits, Draws(random, 49, 2, '0'));
        Assert.Equal(letters, Draws(random, 7, 3, 'a'));
        Assert.Equal(digits, Draws(random, 20, 10, '0'));
        Assert.Equal(0, random.NextBelow(1));
        Assert.Equal(last, random.NextBelow(int.MaxValue));
    }

    [Fact]
    public void NextBelow_BoundBelowOne_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new NumpyRandom(0).NextBelow(0));

    private static string Draws(NumpyRandom random, int count, int bound, char first)
        => string.Concat(Enumerable.Range(0, count).Select(_ => (char)(first + random.NextBelow(bound))));
}
