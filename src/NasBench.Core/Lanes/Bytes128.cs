using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NasBench;

/// <summary>Sixteen bytes, in the portable API (SSSE3 or Arm).</summary>
internal readonly struct Bytes128 : IByteLanes<Vector128<byte>>
{
    public static bool IsSupported => Vector128.IsHardwareAccelerated && (Ssse3.IsSupported || AdvSimd.Arm64.IsSupported);

    public static int Count => Vector128<byte>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Create(byte value) => Vector128.Create(value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Repeat(Vector128<byte> bytes) => bytes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe Vector128<byte> Load(byte* source) => Vector128.Load(source);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Store(byte* destination, Vector128<byte> value) => value.Store(destination);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Add(Vector128<byte> a, Vector128<byte> b) => a + b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Subtract(Vector128<byte> a, Vector128<byte> b) => a - b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> And(Vector128<byte> a, Vector128<byte> b) => a & b;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Min(Vector128<byte> a, Vector128<byte> b) => Vector128.Min(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> Equal(Vector128<byte> a, Vector128<byte> b) => Vector128.Equals(a, b);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<byte> LookUp(Vector128<byte> repeatedTable, Vector128<byte> positions) => Vector128.ShuffleNative(repeatedTable, positions);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte MinAcross(Vector128<byte> value)
    {
        if (Sse41.IsSupported)
        {
            // The smaller of each two neighbours as a 16-bit number, then the smallest of the eight.
            Vector128<byte> pairs = Vector128.Min(value, (value.AsUInt16() >>> 8).AsByte());
            return (byte)Sse41.MinHorizontal(pairs.AsUInt16()).ToScalar();
        }

        if (AdvSimd.Arm64.IsSupported)
        {
            return AdvSimd.Arm64.MinAcross(value).ToScalar();
        }

        byte smallest = byte.MaxValue;
        for (int i = 0; i < Vector128<byte>.Count; i++)
        {
            smallest = Math.Min(smallest, value.GetElement(i));
        }

        return smallest;
    }
}
