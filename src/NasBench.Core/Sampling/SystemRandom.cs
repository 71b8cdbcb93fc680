namespace NasBench;

/// <summary>A <see cref="Random"/> as a source of random bits.</summary>
/// <param name="random">Draws the bits.</param>
/// <remarks>As thread-safe as the random number generator behind it.</remarks>
public readonly struct SystemRandom(Random random) : IRandomSource
{
    /// <inheritdoc/>
    public ulong NextBits() => ((ulong)random.NextInt64(1L << 32) << 32) | (ulong)random.NextInt64(1L << 32);
}
