namespace NasBench;

/// <summary>Random cells of a space.</summary>
/// <remarks>
/// <para>
/// <see cref="Next(Random)"/> and <see cref="NextIndex(Random)"/> are uniform over isomorphism classes, <see cref="NextRaw(Random)"/> over raw cells.
/// These distributions are far apart: of the valid raw cells of NAS-Bench-101, one in ten prunes to the single edge from input to output.
/// </para>
/// <para>
/// Methods without a type argument draw from NAS-Bench-101, those with one from any space. Draws are as uniform as those of the <see cref="Random"/>;
/// with a <see cref="SplitMixRandom"/> they are unbiased and the same on every machine. Nothing allocates. Thread-safe as long as each thread has a
/// <see cref="Random"/> of its own, or <see cref="Random.Shared"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// var random = new Random(1);
/// Cell cell = CellSampler.Next(random, out int index);
/// </code>
/// </example>
public static class CellSampler
{
    /// <summary>Draws an index uniformly over the classes of NAS-Bench-101: a single bounded draw.</summary>
    /// <param name="random">Makes the draw.</param>
    /// <returns>An index; <see cref="Space{TSpace}.CellAt"/> gives the cell.</returns>
    public static int NextIndex(Random random) => NextIndex<Nas101>(random);

    /// <summary>Draws an index uniformly over the classes of a space: a single bounded draw.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="random">Makes the draw.</param>
    /// <returns>An index; <see cref="Space{TSpace}.CellAt"/> gives the cell.</returns>
    public static int NextIndex<TSpace>(Random random)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(random);
        return RandomDraws.Below(random, TSpace.CellCount);
    }

    /// <summary>Draws a cell uniformly over the classes of NAS-Bench-101.</summary>
    /// <param name="random">Makes the draw.</param>
    /// <returns>The representative of a class.</returns>
    public static Cell Next(Random random) => Next<Nas101>(random, out int _);

    /// <summary>Draws a cell uniformly over the classes of NAS-Bench-101, and tells its index.</summary>
    /// <param name="random">Makes the draw.</param>
    /// <param name="index">The index of the cell.</param>
    /// <returns>The representative of a class.</returns>
    public static Cell Next(Random random, out int index) => Next<Nas101>(random, out index);

    /// <summary>Draws a cell uniformly over the classes of a space.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="random">Makes the draw.</param>
    /// <returns>The representative of a class.</returns>
    public static Cell Next<TSpace>(Random random)
        where TSpace : ISearchSpace<TSpace>
        => Next<TSpace>(random, out int _);

    /// <summary>Draws a cell uniformly over the classes of a space, and tells its index.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="random">Makes the draw.</param>
    /// <param name="index">The index of the cell.</param>
    /// <returns>The representative of a class.</returns>
    public static Cell Next<TSpace>(Random random, out int index)
        where TSpace : ISearchSpace<TSpace>
    {
        index = NextIndex<TSpace>(random);
        return Space<TSpace>.CellAt(index);
    }

    /// <summary>Draws uniformly over the valid raw cells of seven vertices. See <see cref="NextRaw{TSpace}(Random, out int)"/>.</summary>
    /// <param name="random">Makes the draws; 73.34 % of attempts are valid.</param>
    /// <returns>A raw cell; not pruned.</returns>
    public static Cell NextRaw(Random random) => NextRaw<Nas101>(random, out int _);

    /// <summary>Draws uniformly over the valid raw cells of seven vertices, and tells the index. See <see cref="NextRaw{TSpace}(Random, out int)"/>.</summary>
    /// <param name="random">Makes the draws; 73.34 % of attempts are valid.</param>
    /// <param name="index">The index of the cell's class.</param>
    /// <returns>A raw cell; not pruned.</returns>
    public static Cell NextRaw(Random random, out int index) => NextRaw<Nas101>(random, out index);

    /// <summary>Draws uniformly over the valid raw cells of a space. See <see cref="NextRaw{TSpace}(Random, out int)"/>.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="random">Makes the draws.</param>
    /// <returns>A raw cell; not pruned.</returns>
    public static Cell NextRaw<TSpace>(Random random)
        where TSpace : ISearchSpace<TSpace>
        => NextRaw<TSpace>(random, out int _);

    /// <summary>
    /// Draws uniformly over the valid raw cells with the most vertices of a space: edges and operations at random until they are valid, as
    /// <c>random_spec</c> in the original's notebook does.
    /// </summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="random">Makes the draws.</param>
    /// <param name="index">The index of the cell's class.</param>
    /// <returns>A raw cell; not pruned.</returns>
    public static Cell NextRaw<TSpace>(Random random, out int index)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(random);
        int edges = RowMajorEdges.Count(TSpace.MaxVertices);
        while (true)
        {
            uint mask = (uint)RandomDraws.Bits(random) & ((1u << edges) - 1);
            uint operations = 0;
            for (int interior = 0; interior < TSpace.MaxVertices - 2; interior++)
            {
                operations |= (uint)RandomDraws.Below(random, TSpace.OperationCount) << (Cell.OperationWidth * interior);
            }

            Cell cell = Cell.Pack<TSpace>(TSpace.MaxVertices, mask, operations);
            index = Space<TSpace>.Locate(cell);
            if (index >= 0)
            {
                return cell;
            }
        }
    }
}
