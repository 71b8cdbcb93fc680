using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The draws that samplers and mutators need, from any <see cref="Random"/>. <see cref="SplitMixRandom"/> is asked without virtual calls,
/// which keeps the inner loops of samplers fast.
/// </summary>
internal static class RandomDraws
{
    /// <summary>Draws 64 independent, uniform bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Bits(Random random)
        => random is SplitMixRandom pinned ? pinned.NextBits() : ((ulong)random.NextInt64(1L << 32) << 32) | (ulong)random.NextInt64(1L << 32);

    /// <summary>Draws a uniform number below a limit.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Below(Random random, int limit) => random is SplitMixRandom pinned ? pinned.Next(limit) : random.Next(limit);

    /// <summary>Whether something of a probability happens: a uniform number in [0, 1) is below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool Chance(Random random, double probability)
        => (random is SplitMixRandom pinned ? pinned.NextDouble() : random.NextDouble()) < probability;
}
