using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Vector = System.Runtime.Intrinsics.Vector512<uint>;

namespace NasBench;

/// <summary>
/// The compression of <see cref="LaneMd5{TLanes, TVector}"/> for four vectors of 512 bits: the most that a machine with 32 vector registers can overlap.
/// </summary>
/// <remarks>
/// All four rounds in one method, on plain vectors and written out: about a sixth faster than one method per round, each of which begins by loading what the
/// one before has just stored.
/// </remarks>
internal static unsafe class QuadVector512Md5
{
    private const int Vectors = 4;

    private const int WordMask = 15;

    /// <summary>Takes one block into the digests.</summary>
    /// <param name="state">The four words of the digests, four vectors each.</param>
    /// <param name="block">The sixteen words of the block, four vectors each.</param>
    /// <param name="sines">The 64 constants of the steps.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Compress(Vector* state, Vector* block, uint* sines)
    {
        Vector a0 = state[0], b0 = state[4], c0 = state[8], d0 = state[12];
        Vector a1 = state[1], b1 = state[5], c1 = state[9], d1 = state[13];
        Vector a2 = state[2], b2 = state[6], c2 = state[10], d2 = state[14];
        Vector a3 = state[3], b3 = state[7], c3 = state[11], d3 = state[15];
        uint* sine = sines;
        for (nint word = 0; word < 16; word += 4, sine += 4)
        {
            Vector* words0 = Words(block, word);
            Vector sine0 = Lanes512.Create(sine[0]);
            a0 = Step(a0, b0, Lanes512.F(b0, c0, d0), words0[0], sine0, 7);
            a1 = Step(a1, b1, Lanes512.F(b1, c1, d1), words0[1], sine0, 7);
            a2 = Step(a2, b2, Lanes512.F(b2, c2, d2), words0[2], sine0, 7);
            a3 = Step(a3, b3, Lanes512.F(b3, c3, d3), words0[3], sine0, 7);

            Vector* words1 = Words(block, word + 1);
            Vector sine1 = Lanes512.Create(sine[1]);
            d0 = Step(d0, a0, Lanes512.F(a0, b0, c0), words1[0], sine1, 12);
            d1 = Step(d1, a1, Lanes512.F(a1, b1, c1), words1[1], sine1, 12);
            d2 = Step(d2, a2, Lanes512.F(a2, b2, c2), words1[2], sine1, 12);
            d3 = Step(d3, a3, Lanes512.F(a3, b3, c3), words1[3], sine1, 12);

            Vector* words2 = Words(block, word + 2);
            Vector sine2 = Lanes512.Create(sine[2]);
            c0 = Step(c0, d0, Lanes512.F(d0, a0, b0), words2[0], sine2, 17);
            c1 = Step(c1, d1, Lanes512.F(d1, a1, b1), words2[1], sine2, 17);
            c2 = Step(c2, d2, Lanes512.F(d2, a2, b2), words2[2], sine2, 17);
            c3 = Step(c3, d3, Lanes512.F(d3, a3, b3), words2[3], sine2, 17);

            Vector* words3 = Words(block, word + 3);
            Vector sine3 = Lanes512.Create(sine[3]);
            b0 = Step(b0, c0, Lanes512.F(c0, d0, a0), words3[0], sine3, 22);
            b1 = Step(b1, c1, Lanes512.F(c1, d1, a1), words3[1], sine3, 22);
            b2 = Step(b2, c2, Lanes512.F(c2, d2, a2), words3[2], sine3, 22);
            b3 = Step(b3, c3, Lanes512.F(c3, d3, a3), words3[3], sine3, 22);
        }

        for (nint word = 1; word < 81; word += 20, sine += 4)
        {
            Vector* words0 = Words(block, word);
            Vector sine0 = Lanes512.Create(sine[0]);
            a0 = Step(a0, b0, Lanes512.G(b0, c0, d0), words0[0], sine0, 5);
            a1 = Step(a1, b1, Lanes512.G(b1, c1, d1), words0[1], sine0, 5);
            a2 = Step(a2, b2, Lanes512.G(b2, c2, d2), words0[2], sine0, 5);
            a3 = Step(a3, b3, Lanes512.G(b3, c3, d3), words0[3], sine0, 5);

            Vector* words1 = Words(block, word + 5);
            Vector sine1 = Lanes512.Create(sine[1]);
            d0 = Step(d0, a0, Lanes512.G(a0, b0, c0), words1[0], sine1, 9);
            d1 = Step(d1, a1, Lanes512.G(a1, b1, c1), words1[1], sine1, 9);
            d2 = Step(d2, a2, Lanes512.G(a2, b2, c2), words1[2], sine1, 9);
            d3 = Step(d3, a3, Lanes512.G(a3, b3, c3), words1[3], sine1, 9);

            Vector* words2 = Words(block, word + 10);
            Vector sine2 = Lanes512.Create(sine[2]);
            c0 = Step(c0, d0, Lanes512.G(d0, a0, b0), words2[0], sine2, 14);
            c1 = Step(c1, d1, Lanes512.G(d1, a1, b1), words2[1], sine2, 14);
            c2 = Step(c2, d2, Lanes512.G(d2, a2, b2), words2[2], sine2, 14);
            c3 = Step(c3, d3, Lanes512.G(d3, a3, b3), words2[3], sine2, 14);

            Vector* words3 = Words(block, word + 15);
            Vector sine3 = Lanes512.Create(sine[3]);
            b0 = Step(b0, c0, Lanes512.G(c0, d0, a0), words3[0], sine3, 20);
            b1 = Step(b1, c1, Lanes512.G(c1, d1, a1), words3[1], sine3, 20);
            b2 = Step(b2, c2, Lanes512.G(c2, d2, a2), words3[2], sine3, 20);
            b3 = Step(b3, c3, Lanes512.G(c3, d3, a3), words3[3], sine3, 20);
        }

        for (nint word = 5; word < 53; word += 12, sine += 4)
        {
            Vector* words0 = Words(block, word);
            Vector sine0 = Lanes512.Create(sine[0]);
            a0 = Step(a0, b0, Lanes512.H(b0, c0, d0), words0[0], sine0, 4);
            a1 = Step(a1, b1, Lanes512.H(b1, c1, d1), words0[1], sine0, 4);
            a2 = Step(a2, b2, Lanes512.H(b2, c2, d2), words0[2], sine0, 4);
            a3 = Step(a3, b3, Lanes512.H(b3, c3, d3), words0[3], sine0, 4);

            Vector* words1 = Words(block, word + 3);
            Vector sine1 = Lanes512.Create(sine[1]);
            d0 = Step(d0, a0, Lanes512.H(a0, b0, c0), words1[0], sine1, 11);
            d1 = Step(d1, a1, Lanes512.H(a1, b1, c1), words1[1], sine1, 11);
            d2 = Step(d2, a2, Lanes512.H(a2, b2, c2), words1[2], sine1, 11);
            d3 = Step(d3, a3, Lanes512.H(a3, b3, c3), words1[3], sine1, 11);

            Vector* words2 = Words(block, word + 6);
            Vector sine2 = Lanes512.Create(sine[2]);
            c0 = Step(c0, d0, Lanes512.H(d0, a0, b0), words2[0], sine2, 16);
            c1 = Step(c1, d1, Lanes512.H(d1, a1, b1), words2[1], sine2, 16);
            c2 = Step(c2, d2, Lanes512.H(d2, a2, b2), words2[2], sine2, 16);
            c3 = Step(c3, d3, Lanes512.H(d3, a3, b3), words2[3], sine2, 16);

            Vector* words3 = Words(block, word + 9);
            Vector sine3 = Lanes512.Create(sine[3]);
            b0 = Step(b0, c0, Lanes512.H(c0, d0, a0), words3[0], sine3, 23);
            b1 = Step(b1, c1, Lanes512.H(c1, d1, a1), words3[1], sine3, 23);
            b2 = Step(b2, c2, Lanes512.H(c2, d2, a2), words3[2], sine3, 23);
            b3 = Step(b3, c3, Lanes512.H(c3, d3, a3), words3[3], sine3, 23);
        }

        for (nint word = 0; word < 112; word += 28, sine += 4)
        {
            Vector* words0 = Words(block, word);
            Vector sine0 = Lanes512.Create(sine[0]);
            a0 = Step(a0, b0, Lanes512.I(b0, c0, d0), words0[0], sine0, 6);
            a1 = Step(a1, b1, Lanes512.I(b1, c1, d1), words0[1], sine0, 6);
            a2 = Step(a2, b2, Lanes512.I(b2, c2, d2), words0[2], sine0, 6);
            a3 = Step(a3, b3, Lanes512.I(b3, c3, d3), words0[3], sine0, 6);

            Vector* words1 = Words(block, word + 7);
            Vector sine1 = Lanes512.Create(sine[1]);
            d0 = Step(d0, a0, Lanes512.I(a0, b0, c0), words1[0], sine1, 10);
            d1 = Step(d1, a1, Lanes512.I(a1, b1, c1), words1[1], sine1, 10);
            d2 = Step(d2, a2, Lanes512.I(a2, b2, c2), words1[2], sine1, 10);
            d3 = Step(d3, a3, Lanes512.I(a3, b3, c3), words1[3], sine1, 10);

            Vector* words2 = Words(block, word + 14);
            Vector sine2 = Lanes512.Create(sine[2]);
            c0 = Step(c0, d0, Lanes512.I(d0, a0, b0), words2[0], sine2, 15);
            c1 = Step(c1, d1, Lanes512.I(d1, a1, b1), words2[1], sine2, 15);
            c2 = Step(c2, d2, Lanes512.I(d2, a2, b2), words2[2], sine2, 15);
            c3 = Step(c3, d3, Lanes512.I(d3, a3, b3), words2[3], sine2, 15);

            Vector* words3 = Words(block, word + 21);
            Vector sine3 = Lanes512.Create(sine[3]);
            b0 = Step(b0, c0, Lanes512.I(c0, d0, a0), words3[0], sine3, 21);
            b1 = Step(b1, c1, Lanes512.I(c1, d1, a1), words3[1], sine3, 21);
            b2 = Step(b2, c2, Lanes512.I(c2, d2, a2), words3[2], sine3, 21);
            b3 = Step(b3, c3, Lanes512.I(c3, d3, a3), words3[3], sine3, 21);
        }

        state[0] = Lanes512.Add(a0, state[0]);
        state[1] = Lanes512.Add(a1, state[1]);
        state[2] = Lanes512.Add(a2, state[2]);
        state[3] = Lanes512.Add(a3, state[3]);
        state[4] = Lanes512.Add(b0, state[4]);
        state[5] = Lanes512.Add(b1, state[5]);
        state[6] = Lanes512.Add(b2, state[6]);
        state[7] = Lanes512.Add(b3, state[7]);
        state[8] = Lanes512.Add(c0, state[8]);
        state[9] = Lanes512.Add(c1, state[9]);
        state[10] = Lanes512.Add(c2, state[10]);
        state[11] = Lanes512.Add(c3, state[11]);
        state[12] = Lanes512.Add(d0, state[12]);
        state[13] = Lanes512.Add(d1, state[13]);
        state[14] = Lanes512.Add(d2, state[14]);
        state[15] = Lanes512.Add(d3, state[15]);
    }

    /// <summary>A word of the block, modulo 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector* Words(Vector* block, nint word) => block + ((word & WordMask) * Vectors);

    /// <summary>One step: b + rotate(a + mixed + word + sine).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector Step(Vector a, Vector b, Vector mixed, Vector word, Vector sine, [ConstantExpected] byte bits)
        => Lanes512.Add(b, Lanes512.RotateLeft(Lanes512.Add(Lanes512.Add(a, Lanes512.Add(word, sine)), mixed), bits));
}
