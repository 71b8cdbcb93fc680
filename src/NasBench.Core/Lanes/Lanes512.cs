using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NasBench;

/// <summary>Sixteen lanes (AVX-512).</summary>
internal readonly struct Lanes512 : ILanes<Vector512<uint>>
{
    public static bool IsSupported => Vector512.IsHardwareAccelerated && Avx512F.IsSupported && Avx512BW.IsSupported;

    public static int Count => Vector512<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Create(uint value) => Vector512.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector512<uint> Narrow(ulong* source, int bits)
        => Vector512.Narrow(Vector512.Load(source) >>> bits, Vector512.Load(source + Vector512<ulong>.Count) >>> bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Add(Vector512<uint> a, Vector512<uint> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Subtract(Vector512<uint> a, Vector512<uint> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Multiply(Vector512<uint> a, Vector512<uint> b) => a * b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> And(Vector512<uint> a, Vector512<uint> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Or(Vector512<uint> a, Vector512<uint> b) => a | b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftLeft(Vector512<uint> value, int bits) => value << bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ShiftRight(Vector512<uint> value, int bits) => value >>> bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> RotateLeft(Vector512<uint> value, [ConstantExpected] byte bits) => Avx512F.RotateLeft(value, bits);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Equal(Vector512<uint> a, Vector512<uint> b) => Vector512.Equals(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Less(Vector512<uint> a, Vector512<uint> b) => Vector512.LessThan(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Select(Vector512<uint> mask, Vector512<uint> whenSet, Vector512<uint> whenClear)
        => Vector512.ConditionalSelect(mask, whenSet, whenClear);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> ReverseBytes(Vector512<uint> value) => Avx512BW.Shuffle(value.AsByte(), Read(LaneBytes.Reverse)).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> UpperHex(Vector512<uint> value)
        => Avx512Vbmi.IsSupported
            ? HexDigits(value, LaneBytes.UpperNibbles)
            : HexDigits(Avx512BW.Shuffle(value.AsByte(), Read(LaneBytes.UpperTwice)).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> LowerHex(Vector512<uint> value)
        => Avx512Vbmi.IsSupported
            ? HexDigits(value, LaneBytes.LowerNibbles)
            : HexDigits(Avx512BW.Shuffle(value.AsByte(), Read(LaneBytes.LowerTwice)).AsUInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> F(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => Avx512F.TernaryLogic(x, y, z, 0xCA);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> G(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => Avx512F.TernaryLogic(x, y, z, 0xE4);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> H(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => Avx512F.TernaryLogic(x, y, z, 0x96);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> I(Vector512<uint> x, Vector512<uint> y, Vector512<uint> z) => Avx512F.TernaryLogic(x, y, z, 0x39);

    /// <summary>Bytes come in pairs of the same value: the first one prints its high nibble, the second one its low nibble.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> HexDigits(Vector512<uint> twice)
    {
        Vector512<uint> nibbles = ((twice >>> 4) & Vector512.Create(0x000F000Fu)) | (twice & Vector512.Create(0x0F000F00u));
        return Avx512BW.Shuffle(Read(LaneBytes.HexDigits), nibbles.AsByte()).AsUInt32();
    }

    /// <summary>
    /// Eight bits are taken where each digit begins. Its own four choose among 64 digits, which repeat every 16, so the other four do not matter.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<uint> HexDigits(Vector512<uint> value, ReadOnlySpan<byte> nibbles)
        => Avx512Vbmi.PermuteVar64x8(Read(LaneBytes.HexDigits), Avx512Vbmi.MultiShift(Read(nibbles), value.AsUInt64())).AsUInt32();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<byte> Read(ReadOnlySpan<byte> table) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(table));
}
