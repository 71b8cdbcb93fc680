using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using X86 = System.Runtime.Intrinsics.X86;

namespace NasBench.Data;

/// <summary>
/// With AVX-512 and its byte permutations: the digits are put into the order of the adjacency bits, those on and under the diagonal behind them, before they
/// are compared.
/// </summary>
internal static partial class CanonicalMatrix
{
    // For each number of vertices from 2, which digit goes where; the places behind the last repeat the first digit, which is on the diagonal.
    private static ReadOnlySpan<byte> Orders =>
    [
        // 2 vertices
        1, 0, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        // 3 vertices
        1, 2, 5, 0, 3, 4, 6, 7, 8, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        // 4 vertices
        1, 2, 6, 3, 7, 11, 0, 4, 5, 8, 9, 10, 12, 13, 14, 15,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        // 5 vertices
        1, 2, 7, 3, 8, 13, 4, 9, 14, 19, 0, 5, 6, 10, 11, 12,
        15, 16, 17, 18, 20, 21, 22, 23, 24, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        // 6 vertices
        1, 2, 8, 3, 9, 15, 4, 10, 16, 22, 5, 11, 17, 23, 29, 0,
        6, 7, 12, 13, 14, 18, 19, 20, 21, 24, 25, 26, 27, 28, 30, 31,
        32, 33, 34, 35, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        // 7 vertices
        1, 2, 9, 3, 10, 17, 4, 11, 18, 25, 5, 12, 19, 26, 33, 6,
        13, 20, 27, 34, 41, 0, 7, 8, 14, 15, 16, 21, 22, 23, 24, 28,
        29, 30, 31, 32, 35, 36, 37, 38, 39, 40, 42, 43, 44, 45, 46, 47,
        48, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
    ];

    private static bool HasVector512
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => X86.Avx512Vbmi.IsSupported;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadVector512(ref byte digits, int vertices, out uint adjacency)
    {
        Vector512<byte> order = Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(Orders), 64 * (nuint)(vertices - 2));
        Vector512<byte> ordered = X86.Avx512Vbmi.PermuteVar64x8(Vector512.LoadUnsafe(ref digits), order);
        ulong ones = Vector512.Equals(ordered, Vector512.Create((byte)'1')).ExtractMostSignificantBits();
        ulong zeros = Vector512.Equals(ordered, Vector512.Create((byte)'0')).ExtractMostSignificantBits();
        adjacency = (uint)ones & Cell.AdjacencyMask;
        return (ones >> (vertices * (vertices - 1) / 2)) | ~(ones | zeros);
    }
}
