using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NasBench.Cli.Bench.Floors;

/// <summary>MD5 compression of four vectors of messages, interleaved: the most that a machine with 32 registers of vectors can overlap. What the floor of hashing consists of.</summary>
/// <remarks>All four rounds in one method, on plain vectors and written out: about an eighth faster than <see cref="LaneMd5{TLanes, TVector}"/>, which keeps one method a round.</remarks>
internal static unsafe class FourStreamMd5<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public const int Streams = 4;

    private const int WordMask = LaneMd5<TLanes, TVector>.BlockWords - 1;

    /// <summary>Takes one block into the digests of four vectors of messages.</summary>
    /// <param name="state">Four words a stream.</param>
    /// <param name="blocks">Sixteen words a stream.</param>
    /// <param name="sines">The 64 constants.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    public static void Compress(TVector* state, TVector* blocks, uint* sines)
    {
        TVector a0 = state[0], b0 = state[1], c0 = state[2], d0 = state[3];
        TVector a1 = state[4], b1 = state[5], c1 = state[6], d1 = state[7];
        TVector a2 = state[8], b2 = state[9], c2 = state[10], d2 = state[11];
        TVector a3 = state[12], b3 = state[13], c3 = state[14], d3 = state[15];
        uint* sine = sines;
        for (nint word = 0; word < 16; word += 4, sine += 4)
        {
            TVector sine0 = TLanes.Create(sine[0]);
            a0 = Step(a0, b0, TLanes.F(b0, c0, d0), blocks[word & WordMask], sine0, 7);
            a1 = Step(a1, b1, TLanes.F(b1, c1, d1), blocks[16 + (word & WordMask)], sine0, 7);
            a2 = Step(a2, b2, TLanes.F(b2, c2, d2), blocks[32 + (word & WordMask)], sine0, 7);
            a3 = Step(a3, b3, TLanes.F(b3, c3, d3), blocks[48 + (word & WordMask)], sine0, 7);
            TVector sine1 = TLanes.Create(sine[1]);
            d0 = Step(d0, a0, TLanes.F(a0, b0, c0), blocks[(word + 1) & WordMask], sine1, 12);
            d1 = Step(d1, a1, TLanes.F(a1, b1, c1), blocks[16 + ((word + 1) & WordMask)], sine1, 12);
            d2 = Step(d2, a2, TLanes.F(a2, b2, c2), blocks[32 + ((word + 1) & WordMask)], sine1, 12);
            d3 = Step(d3, a3, TLanes.F(a3, b3, c3), blocks[48 + ((word + 1) & WordMask)], sine1, 12);
            TVector sine2 = TLanes.Create(sine[2]);
            c0 = Step(c0, d0, TLanes.F(d0, a0, b0), blocks[(word + 2) & WordMask], sine2, 17);
            c1 = Step(c1, d1, TLanes.F(d1, a1, b1), blocks[16 + ((word + 2) & WordMask)], sine2, 17);
            c2 = Step(c2, d2, TLanes.F(d2, a2, b2), blocks[32 + ((word + 2) & WordMask)], sine2, 17);
            c3 = Step(c3, d3, TLanes.F(d3, a3, b3), blocks[48 + ((word + 2) & WordMask)], sine2, 17);
            TVector sine3 = TLanes.Create(sine[3]);
            b0 = Step(b0, c0, TLanes.F(c0, d0, a0), blocks[(word + 3) & WordMask], sine3, 22);
            b1 = Step(b1, c1, TLanes.F(c1, d1, a1), blocks[16 + ((word + 3) & WordMask)], sine3, 22);
            b2 = Step(b2, c2, TLanes.F(c2, d2, a2), blocks[32 + ((word + 3) & WordMask)], sine3, 22);
            b3 = Step(b3, c3, TLanes.F(c3, d3, a3), blocks[48 + ((word + 3) & WordMask)], sine3, 22);
        }

        for (nint word = 1; word < 81; word += 20, sine += 4)
        {
            TVector sine0 = TLanes.Create(sine[0]);
            a0 = Step(a0, b0, TLanes.G(b0, c0, d0), blocks[word & WordMask], sine0, 5);
            a1 = Step(a1, b1, TLanes.G(b1, c1, d1), blocks[16 + (word & WordMask)], sine0, 5);
            a2 = Step(a2, b2, TLanes.G(b2, c2, d2), blocks[32 + (word & WordMask)], sine0, 5);
            a3 = Step(a3, b3, TLanes.G(b3, c3, d3), blocks[48 + (word & WordMask)], sine0, 5);
            TVector sine1 = TLanes.Create(sine[1]);
            d0 = Step(d0, a0, TLanes.G(a0, b0, c0), blocks[(word + 5) & WordMask], sine1, 9);
            d1 = Step(d1, a1, TLanes.G(a1, b1, c1), blocks[16 + ((word + 5) & WordMask)], sine1, 9);
            d2 = Step(d2, a2, TLanes.G(a2, b2, c2), blocks[32 + ((word + 5) & WordMask)], sine1, 9);
            d3 = Step(d3, a3, TLanes.G(a3, b3, c3), blocks[48 + ((word + 5) & WordMask)], sine1, 9);
            TVector sine2 = TLanes.Create(sine[2]);
            c0 = Step(c0, d0, TLanes.G(d0, a0, b0), blocks[(word + 10) & WordMask], sine2, 14);
            c1 = Step(c1, d1, TLanes.G(d1, a1, b1), blocks[16 + ((word + 10) & WordMask)], sine2, 14);
            c2 = Step(c2, d2, TLanes.G(d2, a2, b2), blocks[32 + ((word + 10) & WordMask)], sine2, 14);
            c3 = Step(c3, d3, TLanes.G(d3, a3, b3), blocks[48 + ((word + 10) & WordMask)], sine2, 14);
            TVector sine3 = TLanes.Create(sine[3]);
            b0 = Step(b0, c0, TLanes.G(c0, d0, a0), blocks[(word + 15) & WordMask], sine3, 20);
            b1 = Step(b1, c1, TLanes.G(c1, d1, a1), blocks[16 + ((word + 15) & WordMask)], sine3, 20);
            b2 = Step(b2, c2, TLanes.G(c2, d2, a2), blocks[32 + ((word + 15) & WordMask)], sine3, 20);
            b3 = Step(b3, c3, TLanes.G(c3, d3, a3), blocks[48 + ((word + 15) & WordMask)], sine3, 20);
        }

        for (nint word = 5; word < 53; word += 12, sine += 4)
        {
            TVector sine0 = TLanes.Create(sine[0]);
            a0 = Step(a0, b0, TLanes.H(b0, c0, d0), blocks[word & WordMask], sine0, 4);
            a1 = Step(a1, b1, TLanes.H(b1, c1, d1), blocks[16 + (word & WordMask)], sine0, 4);
            a2 = Step(a2, b2, TLanes.H(b2, c2, d2), blocks[32 + (word & WordMask)], sine0, 4);
            a3 = Step(a3, b3, TLanes.H(b3, c3, d3), blocks[48 + (word & WordMask)], sine0, 4);
            TVector sine1 = TLanes.Create(sine[1]);
            d0 = Step(d0, a0, TLanes.H(a0, b0, c0), blocks[(word + 3) & WordMask], sine1, 11);
            d1 = Step(d1, a1, TLanes.H(a1, b1, c1), blocks[16 + ((word + 3) & WordMask)], sine1, 11);
            d2 = Step(d2, a2, TLanes.H(a2, b2, c2), blocks[32 + ((word + 3) & WordMask)], sine1, 11);
            d3 = Step(d3, a3, TLanes.H(a3, b3, c3), blocks[48 + ((word + 3) & WordMask)], sine1, 11);
            TVector sine2 = TLanes.Create(sine[2]);
            c0 = Step(c0, d0, TLanes.H(d0, a0, b0), blocks[(word + 6) & WordMask], sine2, 16);
            c1 = Step(c1, d1, TLanes.H(d1, a1, b1), blocks[16 + ((word + 6) & WordMask)], sine2, 16);
            c2 = Step(c2, d2, TLanes.H(d2, a2, b2), blocks[32 + ((word + 6) & WordMask)], sine2, 16);
            c3 = Step(c3, d3, TLanes.H(d3, a3, b3), blocks[48 + ((word + 6) & WordMask)], sine2, 16);
            TVector sine3 = TLanes.Create(sine[3]);
            b0 = Step(b0, c0, TLanes.H(c0, d0, a0), blocks[(word + 9) & WordMask], sine3, 23);
            b1 = Step(b1, c1, TLanes.H(c1, d1, a1), blocks[16 + ((word + 9) & WordMask)], sine3, 23);
            b2 = Step(b2, c2, TLanes.H(c2, d2, a2), blocks[32 + ((word + 9) & WordMask)], sine3, 23);
            b3 = Step(b3, c3, TLanes.H(c3, d3, a3), blocks[48 + ((word + 9) & WordMask)], sine3, 23);
        }

        for (nint word = 0; word < 112; word += 28, sine += 4)
        {
            TVector sine0 = TLanes.Create(sine[0]);
            a0 = Step(a0, b0, TLanes.I(b0, c0, d0), blocks[word & WordMask], sine0, 6);
            a1 = Step(a1, b1, TLanes.I(b1, c1, d1), blocks[16 + (word & WordMask)], sine0, 6);
            a2 = Step(a2, b2, TLanes.I(b2, c2, d2), blocks[32 + (word & WordMask)], sine0, 6);
            a3 = Step(a3, b3, TLanes.I(b3, c3, d3), blocks[48 + (word & WordMask)], sine0, 6);
            TVector sine1 = TLanes.Create(sine[1]);
            d0 = Step(d0, a0, TLanes.I(a0, b0, c0), blocks[(word + 7) & WordMask], sine1, 10);
            d1 = Step(d1, a1, TLanes.I(a1, b1, c1), blocks[16 + ((word + 7) & WordMask)], sine1, 10);
            d2 = Step(d2, a2, TLanes.I(a2, b2, c2), blocks[32 + ((word + 7) & WordMask)], sine1, 10);
            d3 = Step(d3, a3, TLanes.I(a3, b3, c3), blocks[48 + ((word + 7) & WordMask)], sine1, 10);
            TVector sine2 = TLanes.Create(sine[2]);
            c0 = Step(c0, d0, TLanes.I(d0, a0, b0), blocks[(word + 14) & WordMask], sine2, 15);
            c1 = Step(c1, d1, TLanes.I(d1, a1, b1), blocks[16 + ((word + 14) & WordMask)], sine2, 15);
            c2 = Step(c2, d2, TLanes.I(d2, a2, b2), blocks[32 + ((word + 14) & WordMask)], sine2, 15);
            c3 = Step(c3, d3, TLanes.I(d3, a3, b3), blocks[48 + ((word + 14) & WordMask)], sine2, 15);
            TVector sine3 = TLanes.Create(sine[3]);
            b0 = Step(b0, c0, TLanes.I(c0, d0, a0), blocks[(word + 21) & WordMask], sine3, 21);
            b1 = Step(b1, c1, TLanes.I(c1, d1, a1), blocks[16 + ((word + 21) & WordMask)], sine3, 21);
            b2 = Step(b2, c2, TLanes.I(c2, d2, a2), blocks[32 + ((word + 21) & WordMask)], sine3, 21);
            b3 = Step(b3, c3, TLanes.I(c3, d3, a3), blocks[48 + ((word + 21) & WordMask)], sine3, 21);
        }

        state[0] = TLanes.Add(a0, state[0]);
        state[1] = TLanes.Add(b0, state[1]);
        state[2] = TLanes.Add(c0, state[2]);
        state[3] = TLanes.Add(d0, state[3]);
        state[4] = TLanes.Add(a1, state[4]);
        state[5] = TLanes.Add(b1, state[5]);
        state[6] = TLanes.Add(c1, state[6]);
        state[7] = TLanes.Add(d1, state[7]);
        state[8] = TLanes.Add(a2, state[8]);
        state[9] = TLanes.Add(b2, state[9]);
        state[10] = TLanes.Add(c2, state[10]);
        state[11] = TLanes.Add(d2, state[11]);
        state[12] = TLanes.Add(a3, state[12]);
        state[13] = TLanes.Add(b3, state[13]);
        state[14] = TLanes.Add(c3, state[14]);
        state[15] = TLanes.Add(d3, state[15]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Step(TVector a, TVector b, TVector function, TVector word, TVector sine, [ConstantExpected] byte bits) =>
        TLanes.Add(b, TLanes.RotateLeft(TLanes.Add(TLanes.Add(a, TLanes.Add(word, sine)), function), bits));
}
