namespace NasBench.Data;

/// <summary>The draws that made-up metrics and the shuffled record order are built on, from <see cref="SplitMixRandom"/>.</summary>
internal struct SplitMix64(ulong seed)
{
    private SplitMixRandom _random = new(seed);

    public ulong Next() => _random.NextBits();

    /// <summary>A double in [0, 1) from the upper 53 bits.</summary>
    public double NextUnit() => (Next() >> 11) * (1.0 / (1L << 53));

    /// <summary>A uniform integer in [0, <paramref name="bound"/>), for a bound that is small beside 2^64 (the bias is below bound/2^64).</summary>
    public int NextBelow(int bound) => (int)Math.BigMul(Next(), (ulong)bound, out _);
}
