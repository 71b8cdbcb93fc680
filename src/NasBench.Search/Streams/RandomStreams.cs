using System.Text;

namespace NasBench.Search;

/// <summary>
/// The streams of random numbers: one for each seed, algorithm, run and purpose, so that no run depends on another one, nor on the number of threads, and
/// a model with more draws leaves the proposals as they are.
/// </summary>
internal static class RandomStreams
{
    /// <summary>Starts a stream.</summary>
    /// <param name="seed">The seed of the experiment.</param>
    /// <param name="name">The algorithm's name; an empty one where algorithms are to begin alike.</param>
    /// <param name="run">The run, from 0.</param>
    /// <param name="purpose">What the draws are for.</param>
    public static SplitMixRandom Create(ulong seed, string name, int run, StreamPurpose purpose)
    {
        ulong key = Mix(seed, 0);
        foreach (byte letter in Encoding.UTF8.GetBytes(name))
        {
            key = Mix(key, letter);
        }

        return new SplitMixRandom(Mix(Mix(key, (uint)run + (1UL << 32)), (uint)purpose + (1UL << 33)));
    }

    /// <summary>The first draw of SplitMix64 from a state that both numbers decide.</summary>
    private static ulong Mix(ulong key, ulong word) => new SplitMixRandom(key ^ (word * 0xD6E8FEB86659FD93)).NextBits();
}
