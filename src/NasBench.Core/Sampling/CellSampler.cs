namespace NasBench;

/// <summary>Random cells of a space.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// The two distributions are far from each other: of raw cells of NAS-Bench-101 that are valid, one in ten prunes to the edge from input to output alone.
/// Nothing allocates. Thread-safe as long as each thread has a random source of its own.
/// </remarks>
public static class CellSampler<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>
    /// Draws uniformly over the raw cells with the most vertices of the space that are valid: edges and operations at random until they are (the original's
    /// notebook, <c>random_spec</c>).
    /// </summary>
    /// <typeparam name="TRandom">The source of random bits.</typeparam>
    /// <param name="random">Draws the bits; for NAS-Bench-101 73.34 % of attempts are valid.</param>
    /// <returns>A raw cell; not pruned.</returns>
    public static Cell NextRaw<TRandom>(ref TRandom random)
        where TRandom : struct, IRandomSource
    {
        int edges = RowMajorEdges.Count(TSpace.MaxVertices);
        while (true)
        {
            uint mask = (uint)random.NextBits() & ((1u << edges) - 1);
            uint operations = 0;
            for (int slot = 0; slot < TSpace.MaxVertices - 2; slot++)
            {
                operations |= (uint)RandomDraws.Below(ref random, TSpace.OperationCount) << (Cell.OperationWidth * slot);
            }

            Cell cell = Cell.Pack<TSpace>(TSpace.MaxVertices, mask, operations);
            if (Space<TSpace>.Locate(cell) >= 0)
            {
                return cell;
            }
        }
    }

    /// <summary>Draws uniformly over the classes of the space, at once and exactly.</summary>
    /// <typeparam name="TRandom">The source of random bits.</typeparam>
    /// <param name="random">Draws the bits.</param>
    /// <returns>An index; <see cref="Space{TSpace}.CellAt"/> gives the cell.</returns>
    public static int NextIndex<TRandom>(ref TRandom random)
        where TRandom : struct, IRandomSource
        => RandomDraws.Below(ref random, TSpace.CellCount);
}
