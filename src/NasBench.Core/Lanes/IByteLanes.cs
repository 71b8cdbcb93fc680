using System.Runtime.Intrinsics;

namespace NasBench;

/// <summary>Vectors of bytes of one width. Algorithms are written once, generic over this interface, as over <see cref="ILanes{TVector}"/>.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal interface IByteLanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Whether this machine has vectors of this width. If not, no other member may be called.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>The number of bytes.</summary>
    static abstract int Count { get; }

    static abstract TVector Create(byte value);

    /// <summary>Sixteen bytes, repeated over the whole vector.</summary>
    static abstract TVector Repeat(Vector128<byte> bytes);

    static abstract unsafe TVector Load(byte* source);

    static abstract unsafe void Store(byte* destination, TVector value);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    static abstract TVector And(TVector a, TVector b);

    static abstract TVector Min(TVector a, TVector b);

    /// <summary>All ones in the bytes that are equal.</summary>
    static abstract TVector Equal(TVector a, TVector b);

    /// <summary>Looks up every byte in a repeated table of sixteen: 0 to 15 gives that entry, 0x80 gives 0; other bytes must not occur.</summary>
    static abstract TVector LookUp(TVector repeatedTable, TVector positions);

    /// <summary>The smallest byte.</summary>
    static abstract byte MinAcross(TVector value);
}
