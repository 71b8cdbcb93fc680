namespace NasBench.Core.Tests.Sampling;

public class RandomSourceTests
{
    /// <summary>The first draws of the reference implementation (Vigna, splitmix64.c) for the seed 1234567.</summary>
    [Fact]
    public void SplitMixNextBits_KnownSeed_KnownDraws()
    {
        var random = new SplitMixRandom(1234567);
        ulong[] draws = [random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits(), random.NextBits()];

        Assert.Equal([6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431, 16408922859458223821], draws);
    }

    [Fact]
    public void SystemNextBits_AnySeed_EveryBitIsDrawn()
    {
        var random = new SystemRandom(new Random(5));
        ulong any = 0;
        ulong all = ulong.MaxValue;
        for (int i = 0; i < 200; i++)
        {
            ulong bits = random.NextBits();
            any |= bits;
            all &= bits;
        }

        Assert.Equal((ulong.MaxValue, 0UL), (any, all));
    }

    [Fact]
    public void Below_EveryLimit_InRangeAndUniform()
    {
        var random = new SplitMixRandom(1);
        foreach (int limit in (int[])[1, 2, 3, 7, 26])
        {
            int[] counts = new int[limit];
            for (int i = 0; i < limit * 10_000; i++)
            {
                counts[RandomDraws.Below(ref random, limit)]++;
            }

            Statistics.AssertFits([.. Enumerable.Repeat(1.0, limit)], counts);
        }

        Assert.InRange(RandomDraws.Below(ref random, int.MaxValue), 0, int.MaxValue - 1);
    }

    [Fact]
    public void Chance_ZeroAndOne_NeverAndAlways()
    {
        var random = new SplitMixRandom(1);
        for (int i = 0; i < 1_000; i++)
        {
            Assert.False(RandomDraws.Chance(ref random, 0));
            Assert.True(RandomDraws.Chance(ref random, 1));
        }
    }
}
