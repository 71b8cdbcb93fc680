using System.Numerics;

namespace NasBench.Data;

/// <summary>
/// The random numbers of CPython's <c>random</c> module for integer seeds: the Mersenne Twister MT19937 of Matsumoto and
/// Nishimura, seeded by <c>init_by_array</c>, with CPython's way of drawing a bounded integer.
/// </summary>
/// <remarks>
/// <c>new PythonRandom(n)</c> is <c>random.seed(n)</c>; <see cref="NextInclusive"/> is <c>random.randint</c>. An instance is
/// 2.5 KB of mutable state and belongs to one thread at a time. Drawing allocates nothing.
/// </remarks>
public sealed class PythonRandom
{
    private const int StateLength = 624;
    private const int ShiftLength = 397;
    private const uint UpperBit = 0x80000000;
    private const uint LowerBits = 0x7FFFFFFF;
    private const uint TwistMatrix = 0x9908B0DF;

    private readonly uint[] _state = new uint[StateLength];
    private int _position;

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

        SeedByArray(key);
    }

    /// <summary>The next 32 random bits, <c>genrand_uint32</c> of MT19937.</summary>
    public uint NextUInt32()
    {
        if (_position == StateLength)
        {
            Twist();
        }

        uint word = _state[_position++];
        word ^= word >> 11;
        word ^= (word << 7) & 0x9D2C5680;
        word ^= (word << 15) & 0xEFC60000;
        return word ^ (word >> 18);
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

    /// <summary><c>init_by_array</c> of the published MT19937 code.</summary>
    private void SeedByArray(ReadOnlySpan<uint> key)
    {
        uint[] state = _state;
        SeedByNumber(19650218);
        int i = 1;
        int j = 0;
        for (int round = Math.Max(StateLength, key.Length); round > 0; round--)
        {
            state[i] = (state[i] ^ (Mix(state[i - 1]) * 1664525)) + key[j] + (uint)j;
            i = Advance(i);
            j = j + 1 < key.Length ? j + 1 : 0;
        }

        for (int round = StateLength - 1; round > 0; round--)
        {
            state[i] = (state[i] ^ (Mix(state[i - 1]) * 1566083941)) - (uint)i;
            i = Advance(i);
        }

        state[0] = UpperBit;
        _position = StateLength;
    }

    private void SeedByNumber(uint seed)
    {
        _state[0] = seed;
        for (int i = 1; i < StateLength; i++)
        {
            _state[i] = (1812433253 * Mix(_state[i - 1])) + (uint)i;
        }
    }

    private static uint Mix(uint word) => word ^ (word >> 30);

    /// <summary>The next position after <paramref name="i"/>; past the end the last word is copied to the front, as in the published code.</summary>
    private int Advance(int i)
    {
        if (i + 1 < StateLength)
        {
            return i + 1;
        }

        _state[0] = _state[StateLength - 1];
        return 1;
    }

    private void Twist()
    {
        uint[] state = _state;
        for (int i = 0; i < StateLength; i++)
        {
            int next = i + 1 < StateLength ? i + 1 : 0;
            int shifted = i < StateLength - ShiftLength ? i + ShiftLength : i + ShiftLength - StateLength;
            uint bits = (state[i] & UpperBit) | (state[next] & LowerBits);
            state[i] = state[shifted] ^ (bits >> 1) ^ ((bits & 1) * TwistMatrix);
        }

        _position = 0;
    }
}
