using System.Runtime.Intrinsics;

namespace NasBench;

/// <summary>Byte tables that the lanes of all widths share, 16 bytes each.</summary>
internal static class LaneBytes
{
    /// <summary>The positions that reverse the bytes of each 32-bit lane.</summary>
    public static Vector128<byte> Reverse => Vector128.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);

    /// <summary>The digits of 0 to 15.</summary>
    public static Vector128<byte> HexDigits => Vector128.Create("0123456789abcdef"u8);
}
