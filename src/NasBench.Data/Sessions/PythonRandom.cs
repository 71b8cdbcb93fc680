using System.Numerics;

namespace NasBench.Data;

/// <summary>
/// The random numbers of CPython's <c>random</c> module for integer seeds: the Mersenne Twister MT19937 of Matsumoto and
/// Nishimura, seeded by <c>init_by_array</c>, with CPython's way of drawing a bounded integer.
/// </summary>
/// <remarks>
/// <c>new PythonRandom(n)</c> is <c>random.seed(n)</c>; <see cref="NextInclusive"/> is <c>random.randint</c>, <see cref="NextDouble"/> is
/// <c>random.random</c>, <see cref="Choose"/> is <c>random.choice</c>, <see cref="Sample"/> is <c>random.sample</c>. An instance is
/// 2.5 KB of mutable state and belongs to one thread at a time. Drawing allocates nothing but in large samples.
/// </remarks>
public sealed class PythonRandom
{
    /// <summary>Populations up to this size are listed on the stack.</summary>
    private const int StackLimit = 256;

    private readonly MersenneTwister _twister = new();

    /// <summary>Starts the sequence that CPython gives after <c>random.seed(seed)</c>.</summary>
    /// <param name="seed">Any integer. As in CPython its sign is ignored.</param>
    public PythonRandom(BigInteger seed) => Seed(seed);

    /// <summary>Restarts the sequence, as <c>random.seed(seed)</c> does.</summary>
    /// <param name="seed">Any integer. As in CPython its sign is ignored.</param>
    public void Seed(BigInteger seed)
    {
        // The key is the absolute value in base 2^32, least significant digit first; zero has one digit.
        BigInteger magnitude = BigInteger.Abs(seed);
        int bytes = magnitude.GetByteCount(isUnsigned: true);
        uint[] key = new uint[(bytes + 3) / 4];
        magnitude.TryWriteBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(key.AsSpan()), out _, isUnsigned: true);
        if (!BitConverter.IsLittleEndian)
        {
            System.Buffers.Binary.BinaryPrimitives.ReverseEndianness(key, key);
        }

        _twister.SeedByArray(key);
    }

    /// <summary>The next 32 random bits, <c>genrand_uint32</c> of MT19937.</summary>
    public uint NextUInt32() => _twister.Next();

    /// <summary>A uniform number in [0, 1) of 53 bits, the same as <c>random.random()</c>: 27 bits of one word, then 26 of the next.</summary>
    public double NextDouble()
    {
        ulong high = NextUInt32() >> 5;
        ulong low = NextUInt32() >> 6;
        return ((high << 26) | low) * (1.0 / (1UL << 53));
    }

    /// <summary>A uniform integer in [0, <paramref name="bound"/>), drawn as CPython's <c>_randbelow_with_getrandbits</c> does.</summary>
    /// <param name="bound">At least 1. (A bound of 1 still uses up draws, as in CPython.)</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="bound"/> is less than 1.</exception>
    public int NextBelow(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 1);
        int unusedBits = BitOperations.LeadingZeroCount((uint)bound);
        uint draw;
        do
        {
            draw = NextUInt32() >> unusedBits;
        }
        while (draw >= (uint)bound);

        return (int)draw;
    }

    /// <summary>A uniform integer in [<paramref name="low"/>, <paramref name="high"/>], the same as <c>random.randint(low, high)</c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The range is empty or holds more than 2^31 - 1 integers.</exception>
    public int NextInclusive(int low, int high)
    {
        long width = (long)high - low + 1;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, int.MaxValue, nameof(high));
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1, nameof(high));
        return low + NextBelow((int)width);
    }

    /// <summary>One of some items, drawn uniformly, the same as <c>random.choice(items)</c>.</summary>
    /// <typeparam name="T">What the items are.</typeparam>
    /// <param name="items">At least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no items.</exception>
    public T Choose<T>(ReadOnlySpan<T> items) => items[NextBelow(items.Length)];

    /// <summary>
    /// Different numbers below a limit, in the order in which they are drawn: the same as <c>random.sample(range(population), k)</c> of CPython 3.11.
    /// </summary>
    /// <param name="population">The limit, 0 or more.</param>
    /// <param name="drawn">Receives the numbers; its length is k.</param>
    /// <remarks>
    /// As in CPython there are two ways, with different draws: where k is a good part of the population, numbers are taken out of a list of all of them; else
    /// they are drawn until each is a new one. Nothing is allocated for up to 256 members; beyond that, a list of the population or of the numbers drawn.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">More are to be drawn than there are, or <paramref name="population"/> is negative.</exception>
    public void Sample(int population, Span<int> drawn)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(population);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(drawn.Length, population, nameof(drawn));
        if (population > ListedPopulation(drawn.Length))
        {
            SampleBySet(population, drawn);
        }
        else
        {
            SampleByList(population <= StackLimit ? stackalloc int[population] : new int[population], drawn);
        }
    }

    /// <summary>The largest population that is listed: as many members as CPython reckons a set of the drawn numbers to take, 21 or more.</summary>
    private static long ListedPopulation(int count)
    {
        const int SmallSet = 21;
        if (count <= 5)
        {
            return SmallSet;
        }

        long table = 1;
        while (table < 3L * count)
        {
            table *= 4;
        }

        return SmallSet + table;
    }

    private void SampleByList(Span<int> members, Span<int> drawn)
    {
        for (int member = 0; member < members.Length; member++)
        {
            members[member] = member;
        }

        for (int i = 0; i < drawn.Length; i++)
        {
            int place = NextBelow(members.Length - i);
            drawn[i] = members[place];
            members[place] = members[members.Length - i - 1];
        }
    }

    private void SampleBySet(int population, Span<int> drawn)
    {
        // A few drawn numbers are compared faster than looked up.
        HashSet<int>? known = drawn.Length > StackLimit ? new HashSet<int>(drawn.Length) : null;
        for (int i = 0; i < drawn.Length; i++)
        {
            int member;
            do
            {
                member = NextBelow(population);
            }
            while (known is null ? drawn[..i].Contains(member) : !known.Add(member));

            drawn[i] = member;
        }
    }
}
