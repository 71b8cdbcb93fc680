using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NasBench;

/// <summary>Eight lanes (AVX2), with the AVX-512 forms of rotation and Boolean functions where there are any.</summary>
internal readonly struct Lanes256 : ILanes<Vector256<uint>>
{
    public static bool IsSupported => Vector256.IsHardwareAccelerated && Avx2.IsSupported;

    public static int Count => Vector256<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Create(uint value) => Vector256.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector256<uint> Narrow(ulong* source, int bits)
        => Vector256.Narrow(Vector256.Load(source) >>> bits, Vector256.Load(source + Vector256<ulong>.Count) >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Add(Vector256<uint> a, Vector256<uint> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Subtract(Vector256<uint> a, Vector256<uint> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Multiply(Vector256<uint> a, Vector256<uint> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> And(Vector256<uint> a, Vector256<uint> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Or(Vector256<uint> a, Vector256<uint> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftLeft(Vector256<uint> value, int bits) => value << bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ShiftRight(Vector256<uint> value, int bits) => value >>> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> RotateLeft(Vector256<uint> value, [ConstantExpected] byte bits)
        => Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(value, bits) : (value << bits) | (value >>> (32 - bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Equal(Vector256<uint> a, Vector256<uint> b) => Vector256.Equals(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Less(Vector256<uint> a, Vector256<uint> b) => Vector256.LessThan(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Select(Vector256<uint> mask, Vector256<uint> whenSet, Vector256<uint> whenClear)
        => Vector256.ConditionalSelect(mask, whenSet, whenClear);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> ReverseBytes(Vector256<uint> value) => Avx2.Shuffle(value.AsByte(), Read(LaneBytes.Reverse)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> UpperHex(Vector256<uint> value) => HexDigits(Avx2.Shuffle(value.AsByte(), Read(LaneBytes.UpperTwice)).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> LowerHex(Vector256<uint> value) => HexDigits(Avx2.Shuffle(value.AsByte(), Read(LaneBytes.LowerTwice)).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> F(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z)
        => Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, 0xCA) : z ^ (x & (y ^ z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> G(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z)
        => Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, 0xE4) : (x & z) | (y & ~z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> H(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z)
        => Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, 0x96) : x ^ (y ^ z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> I(Vector256<uint> x, Vector256<uint> y, Vector256<uint> z)
        => Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, 0x39) : y ^ (x | ~z);

    /// <summary>Bytes come in pairs of the same value: the first one prints its high nibble, the second one its low nibble.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<uint> HexDigits(Vector256<uint> twice)
    {
        Vector256<uint> nibbles = ((twice >>> 4) & Vector256.Create(0x000F000Fu)) | (twice & Vector256.Create(0x0F000F00u));
        return Avx2.Shuffle(Read(LaneBytes.HexDigits), nibbles.AsByte()).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Read(ReadOnlySpan<byte> table) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(table));
}
