namespace NasBench;

/// <summary>
/// SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", 2014): eight bytes of state, every seed a good one,
/// the same draws on every machine. Not for secrets.
/// </summary>
/// <remarks>A mutable struct: pass it by reference, a copy repeats the draws. One thread at a time.</remarks>
public struct SplitMixRandom : IRandomSource
{
    private ulong _state;

    /// <summary>Starts with a seed.</summary>
    /// <param name="seed">Any number.</param>
    public SplitMixRandom(ulong seed) => _state = seed;

    /// <inheritdoc/>
    public ulong NextBits()
    {
        _state += 0x9E3779B97F4A7C15;
        ulong mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
