namespace NasBench.Search;

/// <summary>The cells that a strategy has met, where it meets none twice.</summary>
/// <param name="byPaths">Whether cells with the same set of paths are the same, as in naszilla; else those of one class are.</param>
internal sealed class DistinctCells(bool byPaths)
{
    private readonly HashSet<int> _indices = [];
    private readonly HashSet<PathSet> _paths = [];

    /// <summary>Adds a valid cell.</summary>
    /// <returns>Whether it was new.</returns>
    public bool Add(Cell cell, int index) => byPaths ? _paths.Add(new PathSet(cell)) : _indices.Add(index);

    /// <summary>Forgets a cell.</summary>
    public void Remove(Cell cell, int index)
    {
        if (byPaths)
        {
            _paths.Remove(new PathSet(cell));
        }
        else
        {
            _indices.Remove(index);
        }
    }
}
