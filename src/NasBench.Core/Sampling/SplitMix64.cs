namespace NasBench;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): eight bytes of state, every seed a good one,
/// the same draws on every machine.
/// </summary>
/// <param name="seed">Any number.</param>
/// <remarks>A copy repeats the draws. <see cref="SplitMixRandom"/> is the form for callers.</remarks>
internal struct SplitMix64(ulong seed)
{
    private ulong _state = seed;

    /// <summary>Draws 64 independent, uniform bits.</summary>
    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>Draws a double in [0, 1) from the upper 53 bits.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Draws a number from 0 to <paramref name="limit"/> - 1 without bias (Lemire, "Fast random integer generation in an interval", 2019).</summary>
    /// <param name="limit">0 or more; 0 gives 0.</param>
    public uint NextUnbiased(uint limit)
    {
        ulong product = (Next() >> 32) * limit;
        if ((uint)product < limit)
        {
            uint threshold = (0u - limit) % limit;
            while ((uint)product < threshold)
            {
                product = (Next() >> 32) * limit;
            }
        }

        return (uint)(product >> 32);
    }

    /// <summary>The same for limits of 64 bits.</summary>
    /// <param name="limit">0 or more; 0 gives 0.</param>
    public ulong NextUnbiased(ulong limit)
    {
        ulong number = Math.BigMul(Next(), limit, out ulong rest);
        if (rest < limit)
        {
            ulong threshold = (0UL - limit) % limit;
            while (rest < threshold)
            {
                number = Math.BigMul(Next(), limit, out rest);
            }
        }

        return number;
    }

    /// <summary>
    /// Draws a number from 0 to <paramref name="bound"/> - 1 with exactly one step of the generator. The bias is below bound / 2^64.
    /// Synthetic files and benchmark inputs are defined by these draws.
    /// </summary>
    public int NextBelow(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
