using System.Buffers.Binary;

namespace NasBench;

/// <summary>
/// A <see cref="Random"/> whose draws are the same on every machine and in every version: SplitMix64 (Steele, Lea and Flood, "Fast splittable pseudorandom
/// number generators", 2014). Not for secrets.
/// </summary>
/// <remarks>
/// <para>
/// <see cref="Next(int)"/> and the other bounded draws are without bias. Members that <see cref="Random"/> does not let a class override, such as
/// <see cref="Random.Shuffle{T}(Span{T})"/>, are built on those that are overridden here, so nothing draws from another generator.
/// </para>
/// <para>Every seed is a good one. For use by one thread at a time.</para>
/// </remarks>
/// <example>
/// <code>
/// var random = new SplitMixRandom(7);
/// Cell cell = CellSampler.Next(random);
/// </code>
/// </example>
public sealed class SplitMixRandom : Random
{
    private SplitMix64 _generator;

    /// <summary>Starts with a seed.</summary>
    /// <param name="seed">Any number.</param>
    public SplitMixRandom(ulong seed) => _generator = new SplitMix64(seed);

    /// <summary>Draws 64 independent, uniform bits: one step of SplitMix64.</summary>
    /// <returns>The bits.</returns>
    public ulong NextBits() => _generator.Next();

    /// <summary>Draws a uniform number.</summary>
    /// <returns>0 to <see cref="int.MaxValue"/> - 1.</returns>
    public override int Next() => (int)_generator.NextUnbiased((uint)int.MaxValue);

    /// <summary>Draws a uniform number below a limit, without bias.</summary>
    /// <param name="maxValue">The limit, 0 or more.</param>
    /// <returns>0 to <paramref name="maxValue"/> - 1; 0 for the limit 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (int)_generator.NextUnbiased((uint)maxValue);
    }

    /// <summary>Draws a uniform number between two limits, without bias.</summary>
    /// <param name="minValue">The smallest number.</param>
    /// <param name="maxValue">The limit, not less than <paramref name="minValue"/>.</param>
    /// <returns><paramref name="minValue"/> to <paramref name="maxValue"/> - 1; <paramref name="minValue"/> where both are the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minValue"/> is greater than <paramref name="maxValue"/>.</exception>
    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (int)(minValue + _generator.NextUnbiased((uint)((long)maxValue - minValue)));
    }

    /// <summary>Draws a uniform number.</summary>
    /// <returns>0 to <see cref="long.MaxValue"/> - 1.</returns>
    public override long NextInt64() => (long)_generator.NextUnbiased((ulong)long.MaxValue);

    /// <summary>Draws a uniform number below a limit, without bias.</summary>
    /// <param name="maxValue">The limit, 0 or more.</param>
    /// <returns>0 to <paramref name="maxValue"/> - 1; 0 for the limit 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    public override long NextInt64(long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return (long)_generator.NextUnbiased((ulong)maxValue);
    }

    /// <summary>Draws a uniform number between two limits, without bias.</summary>
    /// <param name="minValue">The smallest number.</param>
    /// <param name="maxValue">The limit, not less than <paramref name="minValue"/>.</param>
    /// <returns><paramref name="minValue"/> to <paramref name="maxValue"/> - 1; <paramref name="minValue"/> where both are the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minValue"/> is greater than <paramref name="maxValue"/>.</exception>
    public override long NextInt64(long minValue, long maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(minValue, maxValue);
        return (long)((ulong)minValue + _generator.NextUnbiased((ulong)maxValue - (ulong)minValue));
    }

    /// <summary>Draws a uniform number of 24 bits.</summary>
    /// <returns>A number in [0, 1).</returns>
    public override float NextSingle() => (NextBits() >> 40) * (1.0f / (1 << 24));

    /// <summary>Draws a uniform number of 53 bits.</summary>
    /// <returns>A number in [0, 1).</returns>
    public override double NextDouble() => _generator.NextUnit();

    /// <summary>Fills an array with uniform bytes, as <see cref="NextBytes(Span{byte})"/>.</summary>
    /// <param name="buffer">The array.</param>
    /// <exception cref="ArgumentNullException">There is no array.</exception>
    public override void NextBytes(byte[] buffer)
    {
        ArgumentNullException.ThrowIfNull(buffer);
        NextBytes(buffer.AsSpan());
    }

    /// <summary>Fills memory with uniform bytes: eight from each step of the generator, lowest first.</summary>
    /// <param name="buffer">The memory.</param>
    public override void NextBytes(Span<byte> buffer)
    {
        while (buffer.Length >= sizeof(ulong))
        {
            BinaryPrimitives.WriteUInt64LittleEndian(buffer, NextBits());
            buffer = buffer[sizeof(ulong)..];
        }

        if (!buffer.IsEmpty)
        {
            Span<byte> last = stackalloc byte[sizeof(ulong)];
            BinaryPrimitives.WriteUInt64LittleEndian(last, NextBits());
            last[..buffer.Length].CopyTo(buffer);
        }
    }

    /// <inheritdoc/>
    protected override double Sample() => NextDouble();
}
