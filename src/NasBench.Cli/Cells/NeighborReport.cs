namespace NasBench.Cli;

/// <summary>The neighbours of a valid cell: the fields of <c>neighbors</c>.</summary>
/// <param name="Hash">The cell's own module hash.</param>
/// <param name="Neighbors">The hashes of the classes one change away, each once, ascending.</param>
/// <param name="WithMultiplicity">The number of changes that lead to another class of the space.</param>
internal sealed record NeighborReport(ModuleHash Hash, ModuleHash[] Neighbors, int WithMultiplicity)
{
    /// <summary>Finds the neighbours.</summary>
    public static NeighborReport Of(Cell cell, int index, NeighborKind kind)
    {
        Span<int> indices = stackalloc int[NasBench.Neighbors.GetMaxCount(kind)];
        int edits = NasBench.Neighbors.WriteIndices(cell, indices, kind);
        ModuleHash[] hashes = [.. indices[..edits].ToArray().Distinct().Select(Space<Nas101>.HashAt).Order()];
        return new NeighborReport(Space<Nas101>.HashAt(index), hashes, edits);
    }
}
