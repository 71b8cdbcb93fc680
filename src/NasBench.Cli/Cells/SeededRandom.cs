using System.Numerics;

namespace NasBench.Cli;

/// <summary>The random source of a command: with <c>--seed</c> the same draws on every machine.</summary>
internal static class SeededRandom
{
    /// <summary>Starts; without a seed the draws differ from run to run.</summary>
    public static SplitMixRandom Create(BigInteger? seed) => new(seed is { } number ? (ulong)(number & ulong.MaxValue) : (ulong)Random.Shared.NextInt64());
}
