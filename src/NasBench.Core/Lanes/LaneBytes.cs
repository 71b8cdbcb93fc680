namespace NasBench;

/// <summary>
/// Byte tables for lanes of every width. Each table is 16 bytes repeated four times, because shuffles work within 16 bytes and the widest vectors hold 64.
/// </summary>
/// <remarks>Vectors are loaded from these tables directly: the compiler needs more instructions to repeat 16 bytes than for the shuffle itself.</remarks>
internal static class LaneBytes
{
    /// <summary>The positions that reverse the bytes of each 32-bit lane.</summary>
    public static ReadOnlySpan<byte> Reverse =>
    [
        3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12,
        3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12,
        3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12,
        3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12,
    ];

    /// <summary>The positions that write each of the upper two bytes of a 32-bit lane twice, highest byte first.</summary>
    public static ReadOnlySpan<byte> UpperTwice =>
    [
        3, 3, 2, 2, 7, 7, 6, 6, 11, 11, 10, 10, 15, 15, 14, 14,
        3, 3, 2, 2, 7, 7, 6, 6, 11, 11, 10, 10, 15, 15, 14, 14,
        3, 3, 2, 2, 7, 7, 6, 6, 11, 11, 10, 10, 15, 15, 14, 14,
        3, 3, 2, 2, 7, 7, 6, 6, 11, 11, 10, 10, 15, 15, 14, 14,
    ];

    /// <summary>The positions that write each of the lower two bytes of a 32-bit lane twice, highest byte first.</summary>
    public static ReadOnlySpan<byte> LowerTwice =>
    [
        1, 1, 0, 0, 5, 5, 4, 4, 9, 9, 8, 8, 13, 13, 12, 12,
        1, 1, 0, 0, 5, 5, 4, 4, 9, 9, 8, 8, 13, 13, 12, 12,
        1, 1, 0, 0, 5, 5, 4, 4, 9, 9, 8, 8, 13, 13, 12, 12,
        1, 1, 0, 0, 5, 5, 4, 4, 9, 9, 8, 8, 13, 13, 12, 12,
    ];

    /// <summary>Two lanes share 64 bits: at which bit each of the four digits of their upper 16 bits begins, the most significant digit first.</summary>
    public static ReadOnlySpan<byte> UpperNibbles =>
    [
        28, 24, 20, 16, 60, 56, 52, 48, 28, 24, 20, 16, 60, 56, 52, 48,
        28, 24, 20, 16, 60, 56, 52, 48, 28, 24, 20, 16, 60, 56, 52, 48,
        28, 24, 20, 16, 60, 56, 52, 48, 28, 24, 20, 16, 60, 56, 52, 48,
        28, 24, 20, 16, 60, 56, 52, 48, 28, 24, 20, 16, 60, 56, 52, 48,
    ];

    /// <summary>Two lanes share 64 bits: at which bit each of the four digits of their lower 16 bits begins, the most significant digit first.</summary>
    public static ReadOnlySpan<byte> LowerNibbles =>
    [
        12, 8, 4, 0, 44, 40, 36, 32, 12, 8, 4, 0, 44, 40, 36, 32,
        12, 8, 4, 0, 44, 40, 36, 32, 12, 8, 4, 0, 44, 40, 36, 32,
        12, 8, 4, 0, 44, 40, 36, 32, 12, 8, 4, 0, 44, 40, 36, 32,
        12, 8, 4, 0, 44, 40, 36, 32, 12, 8, 4, 0, 44, 40, 36, 32,
    ];

    /// <summary>The hexadecimal digits of 0 to 15.</summary>
    public static ReadOnlySpan<byte> HexDigits => "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"u8;
}
