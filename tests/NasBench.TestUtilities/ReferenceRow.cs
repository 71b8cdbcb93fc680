namespace NasBench.TestUtilities;

/// <summary>One isomorphism class of a space, by its first member in the original's enumeration.</summary>
/// <param name="Vertices">Vertices.</param>
/// <param name="Mask">The original's number of the graph.</param>
/// <param name="Labels">Operation codes of the interior vertices.</param>
public sealed record ReferenceRow(int Vertices, uint Mask, byte[] Labels)
{
    /// <summary>Edges.</summary>
    public int Edges => System.Numerics.BitOperations.PopCount(Mask);
}
