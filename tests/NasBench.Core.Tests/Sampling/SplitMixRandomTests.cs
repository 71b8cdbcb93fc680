using System.Reflection;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Sampling;

public class SplitMixRandomTests
{
    /// <summary>The first draws of the reference implementation (Vigna, splitmix64.c) for the seed 1234567.</summary>
    [Fact]
    public void NextBits_KnownSeed_KnownDraws()
    {
        var random = new SplitMixRandom(1234567);
        ulong[] draws = [random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits()];

        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], draws);
    }

    /// <summary>Computed apart from this library, from the definitions.</summary>
    [Fact]
    public void EveryDraw_KnownSeed_KnownValues()
    {
        var random = new SplitMixRandom(1234567);
        byte[] bytes = new byte[11];

        Assert.Equal([751790091, 372897857], [random.Next(), random.Next()]);
        Assert.Equal([53, 24, 88], [random.Next(100), random.Next(100), random.Next(100)]);
        Assert.Equal([-1, 0, -3], [random.Next(-5, 5), random.Next(-5, 5), random.Next(-5, 5)]);
        Assert.Equal([-267174716, 1368676763], [random.Next(int.MinValue, int.MaxValue), random.Next(int.MinValue, int.MaxValue)]);
        Assert.Equal(3921903417182260173, random.NextInt64());
        Assert.Equal(442562763892, random.NextInt64(1_000_000_000_000));
        Assert.Equal(2, random.NextInt64(-10, 10));
        Assert.Equal(-4769856587117119504, random.NextInt64(long.MinValue, long.MaxValue));
        Assert.Equal(0.37231558561325073f, random.NextSingle());
        Assert.Equal(0.1530015548293594, random.NextDouble());
        random.NextBytes(bytes);
        Assert.Equal([4, 145, 252, 58, 179, 248, 77, 191, 151, 12, 207], bytes);
    }

    /// <summary>A member that is not overridden would draw from a generator whose seed nobody knows.</summary>
    [Fact]
    public void EveryVirtualMember_OfRandom_IsOverridden()
    {
        const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;
        MethodInfo[] open = [.. typeof(Random).GetMethods(Members).Where(method => method.IsVirtual && !method.IsFinal)];

        Assert.NotEmpty(open);
        Assert.All(open, method => Assert.NotNull(typeof(SplitMixRandom).GetMethod(
            method.Name, Members, [.. method.GetParameters().Select(parameter => parameter.ParameterType)])));
    }

    [Fact]
    public void MembersOfTheBaseClass_SameSeed_SameDraws()
    {
        var random = new SplitMixRandom(8);
        var again = new SplitMixRandom(8);
        int[] shuffled = [.. Enumerable.Range(0, 50)];
        int[] shuffledAgain = [.. shuffled];
        random.Shuffle(shuffled);
        again.Shuffle(shuffledAgain);

        Assert.Equal(shuffled, shuffledAgain);
        Assert.NotEqual(Enumerable.Range(0, 50), shuffled);
        Assert.Equal(random.GetItems(shuffled, 30), again.GetItems(shuffled, 30));
        Assert.Equal(random.GetHexString(20), again.GetHexString(20));
        Assert.Equal(random.NextBits(), again.NextBits());
    }

    [Fact]
    public void BoundedDraws_EveryLimit_InRangeAndUniform()
    {
        var random = new SplitMixRandom(1);
        foreach (int limit in (int[])[1, 2, 3, 7, 26])
        {
            AssertUniform(limit, () => random.Next(limit));
            AssertUniform(limit, () => random.Next(-limit, 0) + limit);
            AssertUniform(limit, () => (int)random.NextInt64(limit));
            AssertUniform(limit, () => (int)(random.NextInt64(1_000_000_000_000, 1_000_000_000_000 + limit) - 1_000_000_000_000));
        }

        Assert.InRange(random.Next(int.MaxValue), 0, int.MaxValue - 1);
        Assert.InRange(random.NextInt64(long.MaxValue), 0, long.MaxValue - 1);
    }

    /// <summary>Without rejection, 2^32 numbers would fall on 3 * 2^30 so that multiples of three come twice as often as the others.</summary>
    [Fact]
    public void BoundedDraws_LargeLimit_WithoutBias()
    {
        var random = new SplitMixRandom(2);
        AssertUniform(3, () => (int)((random.Next(int.MinValue, 1 << 30) - (long)int.MinValue) % 3));
        AssertUniform(3, () => (int)(random.NextInt64(3L << 61) % 3));
    }

    [Fact]
    public void UnitDraws_ManyDraws_UniformInZeroToOne()
    {
        var random = new SplitMixRandom(3);
        AssertUniform(16, () => (int)(random.NextDouble() * 16));
        AssertUniform(16, () => (int)(random.NextSingle() * 16));
    }

    [Fact]
    public void BoundedDraws_EmptyRange_TheOnlyNumber()
    {
        var random = new SplitMixRandom(4);

        Assert.Equal((0, 5, 0L, -5L), (random.Next(0), random.Next(5, 5), random.NextInt64(0), random.NextInt64(-5, -5)));
    }

    [Fact]
    public void Draws_WrongArguments_Throw()
    {
        var random = new SplitMixRandom(5);

        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.Next(3, 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt64(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt64(3, 2));
        Assert.Throws<ArgumentNullException>(() => random.NextBytes(null!));
    }

    [Fact]
    public void NextBytes_EveryLength_StartOfTheSameBytes()
    {
        byte[] all = new byte[32];
        new SplitMixRandom(6).NextBytes(all);
        for (int length = 0; length <= all.Length; length++)
        {
            byte[] some = new byte[length];
            new SplitMixRandom(6).NextBytes(some);
            Assert.Equal(all[..length], some);
        }
    }

    [Fact]
    public void EveryDraw_Any_AllocatesNothing()
    {
        var random = new SplitMixRandom(7);
        byte[] bytes = new byte[13];
        AllocationAssert.AllocatesNothing(() =>
        {
            random.NextBits();
            random.Next(7);
            random.NextInt64(7);
            random.NextDouble();
            random.NextBytes(bytes);
        });
    }

    private static void AssertUniform(int limit, Func<int> draw)
    {
        int[] counts = new int[limit];
        for (int i = 0; i < limit * 10_000; i++)
        {
            counts[draw()]++;
        }

        Statistics.AssertFits([.. Enumerable.Repeat(1.0, limit)], counts);
    }
}
