namespace NasBench.Data;

/// <summary>
/// MT19937 of Matsumoto and Nishimura ("Mersenne Twister", 1998, with the seeding of 2002): the generator underneath CPython's <c>random</c> and numpy's
/// <c>RandomState</c>, which seed it and use its words in different ways.
/// </summary>
/// <remarks>It has to be seeded before the first draw. 2.5 KB, for one thread at a time.</remarks>
internal sealed class MersenneTwister
{
    private const int StateLength = 624;
    private const int ShiftLength = 397;
    private const uint UpperBit = 0x80000000;
    private const uint LowerBits = 0x7FFFFFFF;
    private const uint TwistMatrix = 0x9908B0DF;

    private readonly uint[] _state = new uint[StateLength];
    private int _position;

    /// <summary>The next 32 random bits: <c>genrand_uint32</c>.</summary>
    public uint Next()
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

    /// <summary><c>init_by_array</c> of the published code.</summary>
    /// <param name="key">At least one word.</param>
    public void SeedByArray(ReadOnlySpan<uint> key)
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
    }

    /// <summary><c>init_genrand</c> of the published code.</summary>
    /// <param name="seed">Any number.</param>
    public void SeedByNumber(uint seed)
    {
        _state[0] = seed;
        for (int i = 1; i < StateLength; i++)
        {
            _state[i] = (1812433253 * Mix(_state[i - 1])) + (uint)i;
        }

        _position = StateLength;
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
