namespace NasBench.Data;

/// <summary>The module hashes of the first cells of the space, many at a time.</summary>
internal static class SpaceHashes
{
    private const int BlockSize = 4096;

    /// <summary>Hashes of the cells with indices 0 to <paramref name="count"/> - 1.</summary>
    public static ModuleHash[] Compute(int count, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var hashes = new ModuleHash[count];
        var cells = new Cell[Math.Min(BlockSize, count)];
        for (int start = 0; start < count; start += BlockSize)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Span<Cell> block = cells.AsSpan(0, Math.Min(BlockSize, count - start));
            for (int i = 0; i < block.Length; i++)
            {
                block[i] = Space<Nas101>.CellAt(start + i);
            }

            ModuleHasher.Hash(block, hashes.AsSpan(start, block.Length));
            progress?.Report((double)(start + block.Length) / count);
        }

        return hashes;
    }
}
