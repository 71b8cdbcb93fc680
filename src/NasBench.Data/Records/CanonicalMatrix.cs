using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench.Data;

/// <summary>
/// Reads the n*n digits of a matrix, row by row, into the adjacency bits of a <see cref="Cell"/>, which go column by column. On every platform: a compare makes
/// one bit of each digit; a column is then gathered by one multiplication that moves its bits, n apart, side by side.
/// </summary>
internal static partial class CanonicalMatrix
{
    // For n = 0..7. Rows 0 .. n-2 of column 0: bits nx.
    private static ReadOnlySpan<ulong> ColumnBits => [0, 0, 0x1, 0x9, 0x111, 0x8421, 0x1041041, 0x810204081];

    // The factor that brings bit nx to bit (n-1)(n-2) + x: the sum of 2^((n-1)(n-2-j)), j = 0 .. n-2. No two products meet, none other lands there.
    private static ReadOnlySpan<ulong> Factors => [0, 0, 0x1, 0x5, 0x49, 0x1111, 0x108421, 0x41041041];

    // Row x, column y > x: the entries that may be 1.
    private static ReadOnlySpan<ulong> UpperBits => [0, 0, 0x2, 0x26, 0x8CE, 0x8639E, 0x20C38F3E, 0x2060E1E3E7E];

    /// <summary>Reads a matrix.</summary>
    /// <param name="digits">64 readable bytes, of which the first n*n are the matrix.</param>
    /// <param name="vertices">n, 2 to 7.</param>
    /// <param name="adjacency">The adjacency bits.</param>
    /// <returns>0 if the digits are an upper triangular matrix of 0 and 1.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Read(ref byte digits, int vertices, out uint adjacency) =>
        HasVector512 ? ReadVector512(ref digits, vertices, out adjacency) : ReadVector128(ref digits, vertices, out adjacency);

    /// <summary>As <see cref="Read"/>, on every platform.</summary>
    internal static ulong ReadVector128(ref byte digits, int vertices, out uint adjacency)
    {
        ulong ones = FindEqual(ref digits, (byte)'1');
        ulong zeros = FindEqual(ref digits, (byte)'0');
        ulong all = (1UL << (vertices * vertices)) - 1;
        ones &= all;

        ulong columnBits = ColumnBits[vertices], factor = Factors[vertices];
        int place = (vertices - 1) * (vertices - 2);
        uint bits = 0;
        for (int column = 1, shift = 0; column < vertices; shift += column++)
        {
            uint rows = (uint)((((ones >> column) & columnBits) * factor) >> place) & ((1u << column) - 1);
            bits |= rows << shift;
        }

        adjacency = bits;
        return (ones & ~UpperBits[vertices]) | (~(ones | zeros) & all);
    }

    /// <summary>Bit i is set where byte i equals a value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong FindEqual(ref byte bytes, byte value)
    {
        Vector128<byte> sought = Vector128.Create(value);
        return Vector128.Equals(Vector128.LoadUnsafe(ref bytes), sought).ExtractMostSignificantBits()
            | ((ulong)Vector128.Equals(Vector128.LoadUnsafe(ref bytes, 16), sought).ExtractMostSignificantBits() << 16)
            | ((ulong)Vector128.Equals(Vector128.LoadUnsafe(ref bytes, 32), sought).ExtractMostSignificantBits() << 32)
            | ((ulong)Vector128.Equals(Vector128.LoadUnsafe(ref bytes, 48), sought).ExtractMostSignificantBits() << 48);
    }
}
