using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// Four vectors as one with four times the lanes: their instructions interleave, which hides nearly all of the latency of a dependency chain on machines with
/// 32 registers.
/// </summary>
internal readonly struct QuadLanes<TLanes, TVector> : ILanes<VectorQuad<TVector>>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public static bool IsSupported => TLanes.IsSupported;

    public static int Count => 4 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> Create(uint value)
    {
        TVector vector = TLanes.Create(value);
        return new(vector, vector, vector, vector);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe VectorQuad<TVector> Narrow(ulong* source, int bits)
        => new(
            TLanes.Narrow(source, bits),
            TLanes.Narrow(source + TLanes.Count, bits),
            TLanes.Narrow(source + (2 * TLanes.Count), bits),
            TLanes.Narrow(source + (3 * TLanes.Count), bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> Add(VectorQuad<TVector> a, VectorQuad<TVector> b)
        => new(TLanes.Add(a.A, b.A), TLanes.Add(a.B, b.B), TLanes.Add(a.C, b.C), TLanes.Add(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> Subtract(VectorQuad<TVector> a, VectorQuad<TVector> b)
        => new(TLanes.Subtract(a.A, b.A), TLanes.Subtract(a.B, b.B), TLanes.Subtract(a.C, b.C), TLanes.Subtract(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> Multiply(VectorQuad<TVector> a, VectorQuad<TVector> b)
        => new(TLanes.Multiply(a.A, b.A), TLanes.Multiply(a.B, b.B), TLanes.Multiply(a.C, b.C), TLanes.Multiply(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> And(VectorQuad<TVector> a, VectorQuad<TVector> b)
        => new(TLanes.And(a.A, b.A), TLanes.And(a.B, b.B), TLanes.And(a.C, b.C), TLanes.And(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> Or(VectorQuad<TVector> a, VectorQuad<TVector> b)
        => new(TLanes.Or(a.A, b.A), TLanes.Or(a.B, b.B), TLanes.Or(a.C, b.C), TLanes.Or(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> ShiftLeft(VectorQuad<TVector> value, int bits)
        => new(TLanes.ShiftLeft(value.A, bits), TLanes.ShiftLeft(value.B, bits), TLanes.ShiftLeft(value.C, bits), TLanes.ShiftLeft(value.D, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> ShiftRight(VectorQuad<TVector> value, int bits)
        => new(TLanes.ShiftRight(value.A, bits), TLanes.ShiftRight(value.B, bits), TLanes.ShiftRight(value.C, bits), TLanes.ShiftRight(value.D, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> RotateLeft(VectorQuad<TVector> value, [ConstantExpected] byte bits)
        => new(TLanes.RotateLeft(value.A, bits), TLanes.RotateLeft(value.B, bits), TLanes.RotateLeft(value.C, bits), TLanes.RotateLeft(value.D, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> Equal(VectorQuad<TVector> a, VectorQuad<TVector> b)
        => new(TLanes.Equal(a.A, b.A), TLanes.Equal(a.B, b.B), TLanes.Equal(a.C, b.C), TLanes.Equal(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> Less(VectorQuad<TVector> a, VectorQuad<TVector> b)
        => new(TLanes.Less(a.A, b.A), TLanes.Less(a.B, b.B), TLanes.Less(a.C, b.C), TLanes.Less(a.D, b.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> Select(VectorQuad<TVector> mask, VectorQuad<TVector> whenSet, VectorQuad<TVector> whenClear)
        => new(
            TLanes.Select(mask.A, whenSet.A, whenClear.A),
            TLanes.Select(mask.B, whenSet.B, whenClear.B),
            TLanes.Select(mask.C, whenSet.C, whenClear.C),
            TLanes.Select(mask.D, whenSet.D, whenClear.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> ReverseBytes(VectorQuad<TVector> value)
        => new(TLanes.ReverseBytes(value.A), TLanes.ReverseBytes(value.B), TLanes.ReverseBytes(value.C), TLanes.ReverseBytes(value.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> UpperHex(VectorQuad<TVector> value)
        => new(TLanes.UpperHex(value.A), TLanes.UpperHex(value.B), TLanes.UpperHex(value.C), TLanes.UpperHex(value.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> LowerHex(VectorQuad<TVector> value)
        => new(TLanes.LowerHex(value.A), TLanes.LowerHex(value.B), TLanes.LowerHex(value.C), TLanes.LowerHex(value.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> F(VectorQuad<TVector> x, VectorQuad<TVector> y, VectorQuad<TVector> z)
        => new(TLanes.F(x.A, y.A, z.A), TLanes.F(x.B, y.B, z.B), TLanes.F(x.C, y.C, z.C), TLanes.F(x.D, y.D, z.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> G(VectorQuad<TVector> x, VectorQuad<TVector> y, VectorQuad<TVector> z)
        => new(TLanes.G(x.A, y.A, z.A), TLanes.G(x.B, y.B, z.B), TLanes.G(x.C, y.C, z.C), TLanes.G(x.D, y.D, z.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> H(VectorQuad<TVector> x, VectorQuad<TVector> y, VectorQuad<TVector> z)
        => new(TLanes.H(x.A, y.A, z.A), TLanes.H(x.B, y.B, z.B), TLanes.H(x.C, y.C, z.C), TLanes.H(x.D, y.D, z.D));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorQuad<TVector> I(VectorQuad<TVector> x, VectorQuad<TVector> y, VectorQuad<TVector> z)
        => new(TLanes.I(x.A, y.A, z.A), TLanes.I(x.B, y.B, z.B), TLanes.I(x.C, y.C, z.C), TLanes.I(x.D, y.D, z.D));
}
