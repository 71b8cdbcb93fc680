namespace NasBench;

/// <summary>The distances of one cell to the cells of a topology class, in the order of their indices.</summary>
internal interface IClassDistances
{
    /// <summary>Computes them.</summary>
    /// <param name="number">The class.</param>
    /// <param name="bound">Only distances up to this matter: a class that has none of them need not be computed.</param>
    /// <param name="distances">Receives a distance for each cell of the class.</param>
    /// <returns>Whether the distances were written; if not, all of them are above the bound.</returns>
    bool TryGet(int number, int bound, scoped Span<byte> distances);
}
