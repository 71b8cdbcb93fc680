namespace NasBench;

/// <summary>Two vectors that are worked on as one.</summary>
/// <remarks>At most four fields: the compiler keeps no larger structure in registers.</remarks>
internal readonly struct VectorPair<TVector>(TVector a, TVector b)
    where TVector : unmanaged
{
    /// <summary>Vector 0.</summary>
    public readonly TVector A = a;

    /// <summary>Vector 1.</summary>
    public readonly TVector B = b;
}
