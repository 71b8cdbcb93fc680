namespace NasBench;

/// <summary>Draws of the usual kinds from a source of bits.</summary>
internal static class RandomDraws
{
    /// <summary>A uniform number below a limit, without bias (Lemire, "Fast random integer generation in an interval", 2019).</summary>
    public static int Below<TRandom>(ref TRandom random, int limit)
        where TRandom : struct, IRandomSource
    {
        ulong range = (uint)limit;
        ulong product = (uint)(random.NextBits() >> 32) * range;
        if ((uint)product < range)
        {
            uint threshold = (0u - (uint)range) % (uint)range;
            while ((uint)product < threshold)
            {
                product = (uint)(random.NextBits() >> 32) * range;
            }
        }

        return (int)(product >> 32);
    }

    /// <summary>Whether something of a probability happens: a uniform number of 53 bits in [0, 1) is below it.</summary>
    public static bool Chance<TRandom>(ref TRandom random, double probability)
        where TRandom : struct, IRandomSource
        => (random.NextBits() >> 11) * (1.0 / (1UL << 53)) < probability;
}
