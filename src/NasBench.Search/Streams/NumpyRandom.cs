using System.Numerics;
using NasBench.Data;

namespace NasBench.Search;

/// <summary>
/// What the original's notebook draws from numpy: <c>numpy.random.seed</c> and <c>numpy.random.choice</c> of the old generator, <c>RandomState</c>, whose
/// draws numpy has promised to keep. The same as numpy 1.24.
/// </summary>
/// <remarks>2.5 KB of mutable state, for one thread at a time. Drawing allocates nothing.</remarks>
internal sealed class NumpyRandom
{
    private readonly MersenneTwister _twister = new();

    /// <summary>Starts the sequence that numpy gives after <c>numpy.random.seed(seed)</c>.</summary>
    /// <param name="seed">Any seed that numpy takes as a single number. Unlike CPython it fills the state from this number alone.</param>
    public NumpyRandom(uint seed) => _twister.SeedByNumber(seed);

    /// <summary>The position that <c>numpy.random.choice</c> of so many items takes: low bits of a word, drawn again until they fit.</summary>
    /// <param name="bound">At least 1. Of 1 nothing is drawn.</param>
    /// <returns>0 to <paramref name="bound"/> - 1. A choice with a size takes as many of these as it has entries, in C order.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is less than 1.</exception>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        uint last = (uint)bound - 1;
        if (last == 0)
        {
            return 0;
        }

        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount(last);
        uint draw;
        do
        {
            draw = _twister.Next() & mask;
        }
        while (draw > last);

        return (int)draw;
    }
}
