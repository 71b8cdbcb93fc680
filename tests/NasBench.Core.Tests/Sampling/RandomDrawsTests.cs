namespace NasBench.Core.Tests.Sampling;

public class RandomDrawsTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Bits_AnyRandom_EveryBitIsDrawn(bool isPinned)
    {
        Random random = Create(isPinned);
        ulong any = 0;
        ulong all = ulong.MaxValue;
        for (int i = 0; i < 200; i++)
        {
            ulong bits = RandomDraws.Bits(random);
            any |= bits;
            all &= bits;
        }

        Assert.Equal((ulong.MaxValue, 0UL), (any, all));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Below_EveryLimit_InRangeAndUniform(bool isPinned)
    {
        Random random = Create(isPinned);
        foreach (int limit in (int[])[1, 2, 3, 7, 26])
        {
            int[] counts = new int[limit];
            for (int i = 0; i < limit * 10_000; i++)
            {
                counts[RandomDraws.Below(random, limit)]++;
            }

            Statistics.AssertFits([.. Enumerable.Repeat(1.0, limit)], counts);
        }

        Assert.InRange(RandomDraws.Below(random, int.MaxValue), 0, int.MaxValue - 1);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Chance_ZeroAndOne_NeverAndAlways(bool isPinned)
    {
        Random random = Create(isPinned);
        for (int i = 0; i < 1_000; i++)
        {
            Assert.False(RandomDraws.Chance(random, 0));
            Assert.True(RandomDraws.Chance(random, 1));
        }
    }

    private static Random Create(bool isPinned) => isPinned ? new SplitMixRandom(1) : new Random(5);
}
