using System.Diagnostics.CodeAnalysis;

namespace NasBench;

/// <summary>
/// Vectors of 32-bit lanes of one width. Algorithms are written once, generic over this interface; the compiler generates separate code for each width.
/// </summary>
/// <typeparam name="TVector">The vector.</typeparam>
/// <remarks>Lane i of every vector belongs to the same cell. Comparisons set a lane to all ones or all zeros.</remarks>
internal interface ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Whether this machine has vectors of this width. If not, no other member may be called.</summary>
    static abstract bool IsSupported { get; }

    /// <summary>The number of lanes.</summary>
    static abstract int Count { get; }

    static abstract TVector Create(uint value);

    /// <summary>Takes 32 bits of each of several 64-bit numbers, one number per lane.</summary>
    /// <param name="source">The numbers, <see cref="Count"/> of them.</param>
    /// <param name="bits">The lowest bit to take.</param>
    static abstract unsafe TVector Narrow(ulong* source, int bits);

    static abstract TVector Add(TVector a, TVector b);

    static abstract TVector Subtract(TVector a, TVector b);

    /// <summary>The low half of the product.</summary>
    static abstract TVector Multiply(TVector a, TVector b);

    static abstract TVector And(TVector a, TVector b);

    static abstract TVector Or(TVector a, TVector b);

    static abstract TVector ShiftLeft(TVector value, int bits);

    static abstract TVector ShiftRight(TVector value, int bits);

    static abstract TVector RotateLeft(TVector value, [ConstantExpected] byte bits);

    static abstract TVector Equal(TVector a, TVector b);

    /// <summary>Whether a is less than b, both unsigned.</summary>
    static abstract TVector Less(TVector a, TVector b);

    /// <summary>The bits of <paramref name="whenSet"/> where the mask is set, else those of <paramref name="whenClear"/>.</summary>
    static abstract TVector Select(TVector mask, TVector whenSet, TVector whenClear);

    /// <summary>Reverses the bytes of each lane.</summary>
    static abstract TVector ReverseBytes(TVector value);

    /// <summary>The upper 16 bits of each lane as four lowercase hexadecimal digits, the most significant one in the lowest byte.</summary>
    static abstract TVector UpperHex(TVector value);

    /// <summary>The lower 16 bits of each lane as four lowercase hexadecimal digits, the most significant one in the lowest byte.</summary>
    static abstract TVector LowerHex(TVector value);

    /// <summary>The four Boolean functions of MD5 (RFC 1321).</summary>
    static abstract TVector F(TVector x, TVector y, TVector z);

    static abstract TVector G(TVector x, TVector y, TVector z);

    static abstract TVector H(TVector x, TVector y, TVector z);

    static abstract TVector I(TVector x, TVector y, TVector z);
}
