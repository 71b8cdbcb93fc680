namespace NasBench;

/// <summary>Four vectors that are worked on as one.</summary>
/// <remarks>At most four fields: the compiler keeps no larger structure in registers.</remarks>
internal readonly struct VectorQuad<TVector>(TVector a, TVector b, TVector c, TVector d)
    where TVector : unmanaged
{
    /// <summary>Vector 0.</summary>
    public readonly TVector A = a;

    /// <summary>Vector 1.</summary>
    public readonly TVector B = b;

    /// <summary>Vector 2.</summary>
    public readonly TVector C = c;

    /// <summary>Vector 3.</summary>
    public readonly TVector D = d;
}
