using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NasBench;

/// <summary>Four lanes, in the portable API (SSE or Arm), with the AVX-512 forms of rotation and Boolean functions where there are any.</summary>
internal readonly struct Lanes128 : ILanes<Vector128<uint>>
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated;

    public static int Count => Vector128<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Create(uint value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector128<uint> Narrow(ulong* source, int bits)
        => Vector128.Narrow(Vector128.Load(source) >>> bits, Vector128.Load(source + Vector128<ulong>.Count) >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Add(Vector128<uint> a, Vector128<uint> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Subtract(Vector128<uint> a, Vector128<uint> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Multiply(Vector128<uint> a, Vector128<uint> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> And(Vector128<uint> a, Vector128<uint> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Or(Vector128<uint> a, Vector128<uint> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ShiftLeft(Vector128<uint> value, int bits) => value << bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ShiftRight(Vector128<uint> value, int bits) => value >>> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> RotateLeft(Vector128<uint> value, [ConstantExpected] byte bits)
        => Avx512F.VL.IsSupported ? Avx512F.VL.RotateLeft(value, bits) : (value << bits) | (value >>> (32 - bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Equal(Vector128<uint> a, Vector128<uint> b) => Vector128.Equals(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Less(Vector128<uint> a, Vector128<uint> b) => Vector128.LessThan(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> Select(Vector128<uint> mask, Vector128<uint> whenSet, Vector128<uint> whenClear)
        => Vector128.ConditionalSelect(mask, whenSet, whenClear);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> ReverseBytes(Vector128<uint> value) => Vector128.ShuffleNative(value.AsByte(), Read(LaneBytes.Reverse)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> UpperHex(Vector128<uint> value) => HexDigits(Vector128.ShuffleNative(value.AsByte(), Read(LaneBytes.UpperTwice)).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> LowerHex(Vector128<uint> value) => HexDigits(Vector128.ShuffleNative(value.AsByte(), Read(LaneBytes.LowerTwice)).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> F(Vector128<uint> x, Vector128<uint> y, Vector128<uint> z)
        => Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, 0xCA) : z ^ (x & (y ^ z));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> G(Vector128<uint> x, Vector128<uint> y, Vector128<uint> z)
        => Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, 0xE4) : (x & z) | (y & ~z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> H(Vector128<uint> x, Vector128<uint> y, Vector128<uint> z)
        => Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, 0x96) : x ^ (y ^ z);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<uint> I(Vector128<uint> x, Vector128<uint> y, Vector128<uint> z)
        => Avx512F.VL.IsSupported ? Avx512F.VL.TernaryLogic(x, y, z, 0x39) : y ^ (x | ~z);

    /// <summary>Bytes come in pairs of the same value: the first one prints its high nibble, the second one its low nibble.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<uint> HexDigits(Vector128<uint> twice)
    {
        Vector128<uint> nibbles = ((twice >>> 4) & Vector128.Create(0x000F000Fu)) | (twice & Vector128.Create(0x0F000F00u));
        return Vector128.ShuffleNative(Read(LaneBytes.HexDigits), nibbles.AsByte()).AsUInt32();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Read(ReadOnlySpan<byte> table) => Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(table));
}
