using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>MD5 compression of many messages at once: one message a lane, and two vectors of lanes interleaved to hide the latency of the chain.</summary>
/// <remarks>
/// A block is 16 vectors: vector w holds word w of the block of every lane. Written as loops over four steps, the period of the rotations; the message
/// index of each round advances by a constant (RFC 1321).
/// </remarks>
internal static unsafe class LaneMd5<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Vectors in a block.</summary>
    public const int BlockWords = 16;

    /// <summary>Words of a digest.</summary>
    public const int StateWords = 4;

    private const int WordMask = BlockWords - 1;

    /// <summary>The sines of RFC 1321: floor(2^32 * |sin(i + 1)|).</summary>
    private static ReadOnlySpan<uint> Sines =>
    [
        0xD76AA478, 0xE8C7B756, 0x242070DB, 0xC1BDCEEE, 0xF57C0FAF, 0x4787C62A, 0xA8304613, 0xFD469501,
        0x698098D8, 0x8B44F7AF, 0xFFFF5BB1, 0x895CD7BE, 0x6B901122, 0xFD987193, 0xA679438E, 0x49B40821,
        0xF61E2562, 0xC040B340, 0x265E5A51, 0xE9B6C7AA, 0xD62F105D, 0x02441453, 0xD8A1E681, 0xE7D3FBC8,
        0x21E1CDE6, 0xC33707D6, 0xF4D50D87, 0x455A14ED, 0xA9E3E905, 0xFCEFA3F8, 0x676F02D9, 0x8D2A4C8A,
        0xFFFA3942, 0x8771F681, 0x6D9D6122, 0xFDE5380C, 0xA4BEEA44, 0x4BDECFA9, 0xF6BB4B60, 0xBEBFBC70,
        0x289B7EC6, 0xEAA127FA, 0xD4EF3085, 0x04881D05, 0xD9D4D039, 0xE6DB99E5, 0x1FA27CF8, 0xC4AC5665,
        0xF4292244, 0x432AFF97, 0xAB9423A7, 0xFC93A039, 0x655B59C3, 0x8F0CCC92, 0xFFEFF47D, 0x85845DD1,
        0x6FA87E4F, 0xFE2CE6E0, 0xA3014314, 0x4E0811A1, 0xF7537E82, 0xBD3AF235, 0x2AD7D2BB, 0xEB86D391,
    ];

    /// <summary>The words of a digest before the first block.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Start(TVector* state)
    {
        state[0] = TLanes.Create(0x67452301);
        state[1] = TLanes.Create(0xEFCDAB89);
        state[2] = TLanes.Create(0x98BADCFE);
        state[3] = TLanes.Create(0x10325476);
    }

    /// <summary>Hashes two vectors of padded messages of the same number of blocks.</summary>
    /// <param name="first">The blocks of the first vector of messages.</param>
    /// <param name="second">The blocks of the second vector of messages.</param>
    /// <param name="blocks">The number of blocks.</param>
    /// <param name="digests">Receives the four words of the first digests, then those of the second.</param>
    public static void HashPair(TVector* first, TVector* second, int blocks, TVector* digests)
    {
        Start(digests);
        Start(digests + StateWords);
        for (; blocks > 0; blocks--, first += BlockWords, second += BlockWords)
        {
            CompressPair(digests, first, second);
        }
    }

    /// <summary>Takes one block into the digests of two vectors of messages.</summary>
    /// <param name="state">The four words of the first digests, then those of the second.</param>
    /// <param name="first">A block of the first vector of messages.</param>
    /// <param name="second">A block of the second vector of messages.</param>
    [SkipLocalsInit]
    public static void CompressPair(TVector* state, TVector* first, TVector* second)
    {
        TVector a0 = state[0], b0 = state[1], c0 = state[2], d0 = state[3];
        TVector a1 = state[4], b1 = state[5], c1 = state[6], d1 = state[7];
        fixed (uint* sines = Sines)
        {
            uint* sine = sines;
            for (nint word = 0; word < 16; word += 4, sine += 4)
            {
                TVector sine0 = TLanes.Create(sine[0]);
                a0 = Step(a0, b0, TLanes.F(b0, c0, d0), first[word & WordMask], sine0, 7);
                a1 = Step(a1, b1, TLanes.F(b1, c1, d1), second[word & WordMask], sine0, 7);
                TVector sine1 = TLanes.Create(sine[1]);
                d0 = Step(d0, a0, TLanes.F(a0, b0, c0), first[(word + 1) & WordMask], sine1, 12);
                d1 = Step(d1, a1, TLanes.F(a1, b1, c1), second[(word + 1) & WordMask], sine1, 12);
                TVector sine2 = TLanes.Create(sine[2]);
                c0 = Step(c0, d0, TLanes.F(d0, a0, b0), first[(word + 2) & WordMask], sine2, 17);
                c1 = Step(c1, d1, TLanes.F(d1, a1, b1), second[(word + 2) & WordMask], sine2, 17);
                TVector sine3 = TLanes.Create(sine[3]);
                b0 = Step(b0, c0, TLanes.F(c0, d0, a0), first[(word + 3) & WordMask], sine3, 22);
                b1 = Step(b1, c1, TLanes.F(c1, d1, a1), second[(word + 3) & WordMask], sine3, 22);
            }

            for (nint word = 1; word < 81; word += 20, sine += 4)
            {
                TVector sine0 = TLanes.Create(sine[0]);
                a0 = Step(a0, b0, TLanes.G(b0, c0, d0), first[word & WordMask], sine0, 5);
                a1 = Step(a1, b1, TLanes.G(b1, c1, d1), second[word & WordMask], sine0, 5);
                TVector sine1 = TLanes.Create(sine[1]);
                d0 = Step(d0, a0, TLanes.G(a0, b0, c0), first[(word + 5) & WordMask], sine1, 9);
                d1 = Step(d1, a1, TLanes.G(a1, b1, c1), second[(word + 5) & WordMask], sine1, 9);
                TVector sine2 = TLanes.Create(sine[2]);
                c0 = Step(c0, d0, TLanes.G(d0, a0, b0), first[(word + 10) & WordMask], sine2, 14);
                c1 = Step(c1, d1, TLanes.G(d1, a1, b1), second[(word + 10) & WordMask], sine2, 14);
                TVector sine3 = TLanes.Create(sine[3]);
                b0 = Step(b0, c0, TLanes.G(c0, d0, a0), first[(word + 15) & WordMask], sine3, 20);
                b1 = Step(b1, c1, TLanes.G(c1, d1, a1), second[(word + 15) & WordMask], sine3, 20);
            }

            for (nint word = 5; word < 53; word += 12, sine += 4)
            {
                TVector sine0 = TLanes.Create(sine[0]);
                a0 = Step(a0, b0, TLanes.H(b0, c0, d0), first[word & WordMask], sine0, 4);
                a1 = Step(a1, b1, TLanes.H(b1, c1, d1), second[word & WordMask], sine0, 4);
                TVector sine1 = TLanes.Create(sine[1]);
                d0 = Step(d0, a0, TLanes.H(a0, b0, c0), first[(word + 3) & WordMask], sine1, 11);
                d1 = Step(d1, a1, TLanes.H(a1, b1, c1), second[(word + 3) & WordMask], sine1, 11);
                TVector sine2 = TLanes.Create(sine[2]);
                c0 = Step(c0, d0, TLanes.H(d0, a0, b0), first[(word + 6) & WordMask], sine2, 16);
                c1 = Step(c1, d1, TLanes.H(d1, a1, b1), second[(word + 6) & WordMask], sine2, 16);
                TVector sine3 = TLanes.Create(sine[3]);
                b0 = Step(b0, c0, TLanes.H(c0, d0, a0), first[(word + 9) & WordMask], sine3, 23);
                b1 = Step(b1, c1, TLanes.H(c1, d1, a1), second[(word + 9) & WordMask], sine3, 23);
            }

            for (nint word = 0; word < 112; word += 28, sine += 4)
            {
                TVector sine0 = TLanes.Create(sine[0]);
                a0 = Step(a0, b0, TLanes.I(b0, c0, d0), first[word & WordMask], sine0, 6);
                a1 = Step(a1, b1, TLanes.I(b1, c1, d1), second[word & WordMask], sine0, 6);
                TVector sine1 = TLanes.Create(sine[1]);
                d0 = Step(d0, a0, TLanes.I(a0, b0, c0), first[(word + 7) & WordMask], sine1, 10);
                d1 = Step(d1, a1, TLanes.I(a1, b1, c1), second[(word + 7) & WordMask], sine1, 10);
                TVector sine2 = TLanes.Create(sine[2]);
                c0 = Step(c0, d0, TLanes.I(d0, a0, b0), first[(word + 14) & WordMask], sine2, 15);
                c1 = Step(c1, d1, TLanes.I(d1, a1, b1), second[(word + 14) & WordMask], sine2, 15);
                TVector sine3 = TLanes.Create(sine[3]);
                b0 = Step(b0, c0, TLanes.I(c0, d0, a0), first[(word + 21) & WordMask], sine3, 21);
                b1 = Step(b1, c1, TLanes.I(c1, d1, a1), second[(word + 21) & WordMask], sine3, 21);
            }
        }

        state[0] = TLanes.Add(a0, state[0]);
        state[1] = TLanes.Add(b0, state[1]);
        state[2] = TLanes.Add(c0, state[2]);
        state[3] = TLanes.Add(d0, state[3]);
        state[4] = TLanes.Add(a1, state[4]);
        state[5] = TLanes.Add(b1, state[5]);
        state[6] = TLanes.Add(c1, state[6]);
        state[7] = TLanes.Add(d1, state[7]);
    }

    /// <summary>The end of a step: b + rotate(a + function + word + sine).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Step(TVector a, TVector b, TVector function, TVector word, TVector sine, [ConstantExpected] byte bits)
    {
        return TLanes.Add(b, TLanes.RotateLeft(TLanes.Add(TLanes.Add(a, TLanes.Add(word, sine)), function), bits));
    }
}
