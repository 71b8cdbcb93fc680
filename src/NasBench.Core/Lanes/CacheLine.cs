namespace NasBench;

/// <summary>Memory on the stack is aligned to 16 bytes only; vectors that cross a cache line take two accesses.</summary>
internal static unsafe class CacheLine
{
    /// <summary>Bytes to ask for in addition.</summary>
    public const int Size = 64;

    /// <summary>The first whole line in a piece of memory.</summary>
    public static byte* Align(byte* memory) => (byte*)(((nint)memory + Size - 1) & -Size);
}
