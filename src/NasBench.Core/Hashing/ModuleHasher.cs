namespace NasBench;

/// <summary>Computes module hashes, bit for bit as <c>graph_util.hash_module</c> of the original.</summary>
/// <remarks>
/// <para>
/// The first digest of a vertex is the MD5 of the text <c>(out-degree, in-degree, label)</c>. Then, once for each vertex of the graph, every digest becomes the
/// MD5 of the sorted digests of its predecessors, a bar, those of its successors, a bar, and its own, all in hexadecimal. The hash is the MD5 of the
/// text of the sorted list of digests. The cell is pruned first; its first and last names and the limits of the space play no part.
/// </para>
/// <para>Thread-safe; allocates nothing (many cells at once borrow from the shared pool).</para>
/// </remarks>
public static class ModuleHasher
{
    /// <summary>The module hash of a cell of NAS-Bench-101. See <see cref="TryHash{TSpace}"/>.</summary>
    /// <param name="cell">Any cell; it is pruned first.</param>
    /// <param name="hash">The hash, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or why there is no hash.</returns>
    public static CellStatus TryHash(Cell cell, out ModuleHash hash) => TryHash<Nas101>(cell, out hash);

    /// <summary>The module hash of a cell.</summary>
    /// <typeparam name="TSpace">The search space, whose operation codes are the labels.</typeparam>
    /// <param name="cell">Any cell, also one over the limits of the space; it is pruned first.</param>
    /// <param name="hash">The hash; <c>default</c> where the status is not <see cref="CellStatus.Ok"/>.</param>
    /// <returns>
    /// <see cref="CellStatus.Ok"/>, <see cref="CellStatus.OtherSpace"/>, <see cref="CellStatus.Disconnected"/>, or
    /// <see cref="CellStatus.UnknownOperation"/> for a code that the space lacks.
    /// </returns>
    public static CellStatus TryHash<TSpace>(Cell cell, out ModuleHash hash)
        where TSpace : ISearchSpace<TSpace>
    {
        hash = default;
        if (!cell.IsOf<TSpace>())
        {
            return CellStatus.OtherSpace;
        }

        if (!cell.TryPrune(out Cell pruned))
        {
            return CellStatus.Disconnected;
        }

        if (!pruned.HasOnlyKnownOperations(TSpace.OperationCount))
        {
            return CellStatus.UnknownOperation;
        }

        hash = HashPruned<TSpace>(pruned);
        return CellStatus.Ok;
    }

    /// <summary>The module hashes of many cells of NAS-Bench-101. See <see cref="Hash{TSpace}"/>.</summary>
    /// <param name="cells">Any cells.</param>
    /// <param name="hashes">Receives a hash for each cell, in the same order.</param>
    /// <returns>The number of cells that have a hash.</returns>
    public static int Hash(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes) => Hash<Nas101>(cells, hashes);

    /// <summary>The module hashes of many cells.</summary>
    /// <typeparam name="TSpace">The search space, whose operation codes are the labels.</typeparam>
    /// <param name="cells">Any cells, in any order.</param>
    /// <param name="hashes">Receives a hash for each cell, in the same order; <c>default</c> where <see cref="TryHash{TSpace}"/> gives none.</param>
    /// <returns>The number of cells that have a hash.</returns>
    /// <exception cref="ArgumentException"><paramref name="hashes"/> is shorter than <paramref name="cells"/>.</exception>
    public static int Hash<TSpace>(ReadOnlySpan<Cell> cells, Span<ModuleHash> hashes)
        where TSpace : ISearchSpace<TSpace>
    {
        if (hashes.Length < cells.Length)
        {
            throw new ArgumentException($"needs {cells.Length} entries, has {hashes.Length}", nameof(hashes));
        }

        return BatchHasher.Hash<TSpace>(cells, hashes);
    }

    /// <summary>The hash of a cell that is pruned and holds only known operations.</summary>
    internal static ModuleHash HashPruned<TSpace>(Cell pruned)
        where TSpace : ISearchSpace<TSpace>
        => VertexHasher.IsSupported ? VertexHasher.Hash<TSpace>(pruned) : ScalarHasher.Hash<TSpace>(pruned);
}
