using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench;

/// <summary>MD5 compression of many messages at once, one in each lane.</summary>
/// <remarks>
/// A block is 16 vectors: vector w holds word w of the block of every lane. The chain of steps sets the pace, so lanes come in pairs or quads of vectors
/// (<see cref="PairLanes{TLanes, TVector}"/>, <see cref="QuadLanes{TLanes, TVector}"/>). Each round is a method of its own:
/// with all 64 steps on quads in one, the compiler no longer keeps them in registers, and the code is six times as slow.
/// So the widest quads have code that is written out, <see cref="QuadVector512Md5"/>.
/// </remarks>
internal static unsafe class LaneMd5<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Vectors in a block.</summary>
    public const int BlockWords = 16;

    /// <summary>Words of a digest.</summary>
    public const int StateWords = 4;

    private const int RoundSteps = 16;

    private const int WordMask = BlockWords - 1;

    /// <summary>The sines of RFC 1321: floor(2^32 * |sin(i + 1)|).</summary>
    public static ReadOnlySpan<uint> Sines =>
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

    /// <summary>Hashes padded messages of the same number of blocks.</summary>
    /// <param name="message">The blocks.</param>
    /// <param name="blocks">The number of blocks.</param>
    /// <param name="digest">Receives the four words of the digests.</param>
    public static void Hash(TVector* message, int blocks, TVector* digest)
    {
        Start(digest);
        for (; blocks > 0; blocks--, message += BlockWords)
        {
            Compress(digest, message);
        }
    }

    /// <summary>Takes one block into the digests.</summary>
    /// <param name="state">The four words of the digests.</param>
    /// <param name="block">The block.</param>
    [SkipLocalsInit]
    public static void Compress(TVector* state, TVector* block)
    {
        byte* memory = stackalloc byte[(StateWords * sizeof(TVector)) + CacheLine.Size];
        var work = (TVector*)CacheLine.Align(memory);
        fixed (uint* sines = Sines)
        {
            if (typeof(TVector) == typeof(VectorQuad<Vector512<uint>>))
            {
                QuadVector512Md5.Compress((Vector512<uint>*)state, (Vector512<uint>*)block, sines);
                return;
            }

            Run<FirstMd5Round>(state, work, block, sines);
            Run<SecondMd5Round>(work, work, block, sines);
            Run<ThirdMd5Round>(work, work, block, sines);
            Run<FourthMd5Round>(work, work, block, sines);
        }

        for (int word = 0; word < StateWords; word++)
        {
            state[word] = TLanes.Add(state[word], work[word]);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Run<TRound>(TVector* source, TVector* destination, TVector* block, uint* sines)
        where TRound : struct, IMd5Round
    {
        TVector a = source[0], b = source[1], c = source[2], d = source[3];
        uint* sine = sines + TRound.FirstStep;
        uint* end = sine + RoundSteps;
#pragma warning disable CA1857 // The rotations are constants of the round, which the compiler sees.
        for (nint word = TRound.FirstWord; sine < end; word += 4 * TRound.WordStride, sine += 4)
        {
            a = Step(a, b, TRound.Mix<TLanes, TVector>(b, c, d), block[word & WordMask], sine[0], TRound.Rotation0);
            d = Step(d, a, TRound.Mix<TLanes, TVector>(a, b, c), block[(word + TRound.WordStride) & WordMask], sine[1], TRound.Rotation1);
            c = Step(c, d, TRound.Mix<TLanes, TVector>(d, a, b), block[(word + (2 * TRound.WordStride)) & WordMask], sine[2], TRound.Rotation2);
            b = Step(b, c, TRound.Mix<TLanes, TVector>(c, d, a), block[(word + (3 * TRound.WordStride)) & WordMask], sine[3], TRound.Rotation3);
        }
#pragma warning restore CA1857

        destination[0] = a;
        destination[1] = b;
        destination[2] = c;
        destination[3] = d;
    }

    /// <summary>One step: b + rotate(a + mixed + word + sine).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Step(TVector a, TVector b, TVector mixed, TVector word, uint sine, [ConstantExpected] byte bits)
    {
        return TLanes.Add(b, TLanes.RotateLeft(TLanes.Add(TLanes.Add(a, TLanes.Add(word, TLanes.Create(sine))), mixed), bits));
    }
}
