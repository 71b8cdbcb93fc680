using System.Numerics;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Sessions;

/// <summary>Known answers of CPython 3.11: <c>random.seed(seed)</c>, then the calls named.</summary>
public sealed class PythonRandomTests
{
    private static readonly BigInteger s_hugeSeed = BigInteger.Pow(2, 20000) + 7;

    /// <summary>Seed; then getrandbits(32): the first three and, after 700 more, the next; then 24 draws of randint(0, 2).</summary>
    public static TheoryData<string, uint[], string> Sequences => new()
    {
        { "0", [3626764237, 1654615998, 3255389356, 2727582523], "110121111120201002122201" },
        { "1", [577090037, 2444712010, 3639700191, 2678030544], "020101112100101120211202" },
        { "-1", [577090037, 2444712010, 3639700191, 2678030544], "020101112100101120211202" },
        { "42", [2746317213, 478163327, 107420369, 1422277848], "200210002022202100000220" },
        { "4294967295", [2728839433, 2661025012, 872737089, 2407933903], "220022121122111100201210" },
        { "4294967296", [485306839, 1508871100, 1794561286, 280212816], "011002121000121121110202" },
        { "-4294967301", [675479763, 2085189291, 1213270837, 1467456776], "011201202121012220201120" },
        { "18446744073833008405", [2411909230, 1719326516, 391426354, 3451071602], "210202111110122002010202" },
        { "100000000000000000000000000000000000000000000000000", [3550308147, 1496871671, 3185676159, 3480875637], "121012101221212110120120" },
    };

    [Theory]
    [MemberData(nameof(Sequences))]
    public void Draws_KnownSeed_EqualCPython(string seed, uint[] words, string draws)
    {
        var random = new PythonRandom(BigInteger.Parse(seed, null));
        AssertWords(random, words);

        random.Seed(BigInteger.Parse(seed, null));
        Assert.Equal(draws, string.Concat(Enumerable.Range(0, draws.Length).Select(_ => random.NextInclusive(0, 2))));
    }

    [Fact]
    public void Draws_SeedLongerThanTheState_EqualCPython()
    {
        AssertWords(new PythonRandom(s_hugeSeed), [1597674423, 998405118, 595780022, 500390072]);
    }

    [Fact]
    public void NextInclusive_EveryKindOfBound_EqualsCPython()
    {
        int[] highs = [0, 1, 2, 3, 4, 9, 99, int.MaxValue - 1];

        var random = new PythonRandom(0);
        Assert.Equal([0, 1, 0, 2, 4, 7, 51, 1971893209], highs.Select(high => random.NextInclusive(0, high)));

        random.Seed(s_hugeSeed);
        Assert.Equal([0, 0, 0, 1, 2, 0, 9, 419637680], highs.Select(high => random.NextInclusive(0, high)));
    }

    [Fact]
    public void NextInclusive_LowAboveZero_StaysInRange()
    {
        var random = new PythonRandom(3);
        Assert.All(Enumerable.Range(0, 1000), _ => Assert.InRange(random.NextInclusive(-5, -3), -5, -3));
    }

    /// <summary>random() four times, choice("abcdefg") twelve times.</summary>
    [Theory]
    [InlineData(0, new[] { 0.8444218515250481, 0.7579544029403025, 0.420571580830845, 0.25891675029296335 }, "eddggcdcebeb")]
    [InlineData(1, new[] { 0.13436424411240122, 0.8474337369372327, 0.763774618976614, 0.2550690257394217 }, "dgddfdgbadag")]
    [InlineData((1L << 40) + 3, new[] { 0.21978710637116716, 0.5494687768352203, 0.09461190973523603, 0.9814015277038539 }, "fgdbdeefccfe")]
    public void NextDoubleAndChoose_KnownSeed_EqualCPython(long seed, double[] numbers, string letters)
    {
        var random = new PythonRandom(seed);

        Assert.Equal(numbers, Enumerable.Range(0, numbers.Length).Select(_ => random.NextDouble()));
        Assert.Equal(letters, string.Concat(Enumerable.Range(0, letters.Length).Select(_ => random.Choose<char>("abcdefg"))));
    }

    /// <summary>
    /// After <c>random.seed(0)</c>, sample(range(n), k) for each n and k in turn, on both sides of CPython's limit between its two ways; then the next bits.
    /// </summary>
    [Fact]
    public void Sample_KnownSeed_EqualsCPython()
    {
        (int Population, int[] Drawn)[] samples =
        [
            (50, [24, 48, 26, 2, 16, 32, 31, 25, 19, 30]),
            (20, [11, 18, 6, 16, 4]),
            (21, [9, 4, 3, 8, 19]),
            (22, [9, 3, 2, 21, 10]),
            (85, [60, 71, 12, 45, 55, 40]),
            (86, [78, 81, 26, 70, 61, 56]),
            (7, [6, 4, 2, 0, 5, 3, 1]),
            (1, [0]),
            (5, []),
            (1000, [727, 844, 803]),
        ];

        var random = new PythonRandom(0);
        foreach ((int population, int[] expected) in samples)
        {
            int[] drawn = new int[expected.Length];
            random.Sample(population, drawn);
            Assert.Equal(expected, drawn);
        }

        Assert.Equal("69086eed8a2a5004", DigestOfSample(random, 300, 70));
        Assert.Equal("0f1fef5e61b69377", DigestOfSample(random, 100_000, 400));
        Assert.Equal(65649154u, random.NextUInt32());
    }

    [Theory]
    [InlineData(3, 4)]
    [InlineData(-1, 0)]
    public void Sample_MoreThanThereAre_Throws(int population, int count)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PythonRandom(0).Sample(population, new int[count]));
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(0, int.MaxValue)]
    [InlineData(int.MinValue, int.MaxValue)]
    public void NextInclusive_EmptyOrTooWideRange_Throws(int low, int high)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PythonRandom(0).NextInclusive(low, high));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void NextBelow_BoundBelowOne_Throws(int bound)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PythonRandom(0).NextBelow(bound));
    }

    [Fact]
    public void NextBelow_Warm_AllocatesNothing()
    {
        var random = new PythonRandom(0);
        AllocationAssert.AllocatesNothing(() =>
        {
            for (int i = 0; i < 2000; i++)
            {
                random.NextBelow(3);
            }
        });
    }

    /// <summary>The first 16 digits of the SHA-256 of the numbers with spaces between them.</summary>
    private static string DigestOfSample(PythonRandom random, int population, int count)
    {
        int[] drawn = new int[count];
        random.Sample(population, drawn);
        byte[] text = System.Text.Encoding.ASCII.GetBytes(string.Join(' ', drawn));
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text))[..16];
    }

    private static void AssertWords(PythonRandom random, uint[] words)
    {
        Assert.Equal(words[..3], Enumerable.Range(0, 3).Select(_ => random.NextUInt32()));
        for (int i = 0; i < 700; i++)
        {
            random.NextUInt32();
        }

        Assert.Equal(words[3], random.NextUInt32());
    }
}
