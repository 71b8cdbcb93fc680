using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Two vectors as one of twice the lanes: their instructions interleave, which hides half of the latency of a chain.</summary>
internal readonly struct PairLanes<TLanes, TVector> : ILanes<VectorPair<TVector>>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    public static bool IsSupported => TLanes.IsSupported;

    public static int Count => 2 * TLanes.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> Create(uint value)
    {
        TVector vector = TLanes.Create(value);
        return new(vector, vector);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe VectorPair<TVector> Narrow(ulong* source, int bits)
        => new(TLanes.Narrow(source, bits), TLanes.Narrow(source + TLanes.Count, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> Add(VectorPair<TVector> a, VectorPair<TVector> b)
        => new(TLanes.Add(a.A, b.A), TLanes.Add(a.B, b.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> Subtract(VectorPair<TVector> a, VectorPair<TVector> b)
        => new(TLanes.Subtract(a.A, b.A), TLanes.Subtract(a.B, b.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> Multiply(VectorPair<TVector> a, VectorPair<TVector> b)
        => new(TLanes.Multiply(a.A, b.A), TLanes.Multiply(a.B, b.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> And(VectorPair<TVector> a, VectorPair<TVector> b)
        => new(TLanes.And(a.A, b.A), TLanes.And(a.B, b.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> Or(VectorPair<TVector> a, VectorPair<TVector> b)
        => new(TLanes.Or(a.A, b.A), TLanes.Or(a.B, b.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> ShiftLeft(VectorPair<TVector> value, int bits)
        => new(TLanes.ShiftLeft(value.A, bits), TLanes.ShiftLeft(value.B, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> ShiftRight(VectorPair<TVector> value, int bits)
        => new(TLanes.ShiftRight(value.A, bits), TLanes.ShiftRight(value.B, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> RotateLeft(VectorPair<TVector> value, [ConstantExpected] byte bits)
        => new(TLanes.RotateLeft(value.A, bits), TLanes.RotateLeft(value.B, bits));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> Equal(VectorPair<TVector> a, VectorPair<TVector> b)
        => new(TLanes.Equal(a.A, b.A), TLanes.Equal(a.B, b.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> Less(VectorPair<TVector> a, VectorPair<TVector> b)
        => new(TLanes.Less(a.A, b.A), TLanes.Less(a.B, b.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> Select(VectorPair<TVector> mask, VectorPair<TVector> whenSet, VectorPair<TVector> whenClear)
        => new(
            TLanes.Select(mask.A, whenSet.A, whenClear.A),
            TLanes.Select(mask.B, whenSet.B, whenClear.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> ReverseBytes(VectorPair<TVector> value)
        => new(TLanes.ReverseBytes(value.A), TLanes.ReverseBytes(value.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> UpperHex(VectorPair<TVector> value)
        => new(TLanes.UpperHex(value.A), TLanes.UpperHex(value.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> LowerHex(VectorPair<TVector> value)
        => new(TLanes.LowerHex(value.A), TLanes.LowerHex(value.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> F(VectorPair<TVector> x, VectorPair<TVector> y, VectorPair<TVector> z)
        => new(TLanes.F(x.A, y.A, z.A), TLanes.F(x.B, y.B, z.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> G(VectorPair<TVector> x, VectorPair<TVector> y, VectorPair<TVector> z)
        => new(TLanes.G(x.A, y.A, z.A), TLanes.G(x.B, y.B, z.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> H(VectorPair<TVector> x, VectorPair<TVector> y, VectorPair<TVector> z)
        => new(TLanes.H(x.A, y.A, z.A), TLanes.H(x.B, y.B, z.B));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static VectorPair<TVector> I(VectorPair<TVector> x, VectorPair<TVector> y, VectorPair<TVector> z)
        => new(TLanes.I(x.A, y.A, z.A), TLanes.I(x.B, y.B, z.B));
}
