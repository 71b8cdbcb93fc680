namespace NasBench;

/// <summary>Aligns memory on the stack, which starts at any multiple of 16 bytes, to cache lines: a vector that crosses a line takes two accesses.</summary>
internal static unsafe class CacheLine
{
    /// <summary>The bytes of a line, and how many bytes more than needed must be allocated.</summary>
    public const int Size = 64;

    /// <summary>The start of the first whole line in allocated memory.</summary>
    public static byte* Align(byte* memory) => (byte*)(((nint)memory + Size - 1) & -Size);
}
