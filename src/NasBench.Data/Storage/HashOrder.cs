namespace NasBench.Data;

/// <summary>The cells of a data set in ascending order of their hashes: for writing files, and for finding a cell by hash.</summary>
internal sealed class HashOrder
{
    private readonly ModuleHash[] _sorted;
    private readonly int[] _indices;

    /// <param name="hashes">The cells' hashes; kept only until the constructor returns.</param>
    /// <param name="indices">The cells' indices, in step with the hashes.</param>
    public HashOrder(ReadOnlySpan<ModuleHash> hashes, ReadOnlySpan<int> indices)
    {
        _sorted = hashes.ToArray();
        _indices = indices.ToArray();
        Array.Sort(_sorted, _indices);
    }

    /// <summary>The indices in ascending order of the hashes.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>The index of the cell with a hash, or -1.</summary>
    public int Find(ModuleHash hash)
    {
        int place = Array.BinarySearch(_sorted, hash);
        return place < 0 ? -1 : _indices[place];
    }
}
