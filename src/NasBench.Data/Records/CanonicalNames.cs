using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasBench.Data;

/// <summary>
/// Reads <c>input,...,output</c> with the three operations of NAS-Bench-101 between. The fifth byte of a name tells which one it must be, and with that its
/// length; the whole name is then compared as two words. No branch depends on a name.
/// </summary>
internal static class CanonicalNames
{
    private const int InputLength = 6;  // input,
    private const int OutputLength = 6; // output
    private const ulong Input = 0x2C74_7570_6E69;
    private const ulong Output = 0x2C22_7475_7074_756F; // output",

    // By code, four words each: the first of the name, the second with the comma, a mask for the second, nothing. The last entry is of no name: it is met only
    // with a fifth byte that differs from its own.
    private static ReadOnlySpan<ulong> Names =>
    [
        0x2D337833766E6F63, 0x2C756C65722D6E62, ulong.MaxValue, 0, // conv3x3-|bn-relu,
        0x2D317831766E6F63, 0x2C756C65722D6E62, ulong.MaxValue, 0, // conv1x1-|bn-relu,
        0x336C6F6F7078616D, 0x00000000002C3378, 0xFFFFFF, 0,       // maxpool3|x3,
        0, 0, 0, 0,
    ];

    /// <summary>Reads the names.</summary>
    /// <param name="names">The first byte; 112 bytes are readable.</param>
    /// <param name="vertices">The number of names, 2 to 7.</param>
    /// <param name="length">The number of bytes up to the quote.</param>
    /// <param name="operations">The codes of the interior vertices, three bits each.</param>
    /// <returns>0 if the names are of NAS-Bench-101 and take just this many bytes.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong Read(ref byte names, int vertices, int length, out uint operations)
    {
        ulong differences = (Unsafe.ReadUnaligned<ulong>(ref names) ^ Input) << 16;
        ref ulong table = ref MemoryMarshal.GetReference(Names);
        nint offset = InputLength;
        uint codes = 0;
        for (int shift = 0; shift < Cell.OperationWidth * (vertices - 2); shift += Cell.OperationWidth)
        {
            // '3' is 0x33, '1' is 0x31, 'o' is 0x6F: bit 6 says maxpool, bit 1 tells the convolutions apart.
            uint fifth = Unsafe.Add(ref names, offset + 4);
            uint isPool = (fifth >> 6) & 1;
            uint code = (2 * isPool) + (~(fifth >> 1) & 1);
            ref ulong name = ref Unsafe.Add(ref table, 4 * code);
            differences |= Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref names, offset)) ^ name;
            differences |= (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref names, offset + 8)) ^ Unsafe.Add(ref name, 1)) & Unsafe.Add(ref name, 2);
            codes |= code << shift;
            offset += 16 - (5 * (nint)isPool);
        }

        operations = codes;
        return differences | (Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref names, offset)) ^ Output) | (ulong)(offset + OutputLength - length);
    }
}
