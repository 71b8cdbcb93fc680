namespace NasBench.Search;

/// <summary>What a cell is worth in two objectives, less of each being better.</summary>
/// <param name="First">The first objective.</param>
/// <param name="Second">The second objective.</param>
public readonly record struct ObjectivePair(double First, double Second)
{
    /// <summary>Whether this one is not worse in either objective, and better in one.</summary>
    /// <param name="other">Another one.</param>
    public bool Dominates(ObjectivePair other) => First <= other.First && Second <= other.Second && this != other;
}
