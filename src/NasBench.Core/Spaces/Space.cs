namespace NasBench;

/// <summary>
/// A whole search space: from any cell to its index and back. An index is the position of an isomorphism class in the enumeration order of the original
/// (vertices up, adjacency bits up, labels up).
/// </summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// Locating needs no search and no MD5: it is a minimal perfect hash of all cells, by a few small table look-ups. Everything is immutable and thread-safe;
/// small tables are built at first use, within milliseconds. Hashes of the whole space are computed only when <see cref="PrepareHashes"/> asks for them,
/// or <see cref="TryFind"/> needs them.
/// </remarks>
public static partial class Space<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>The number of cells up to isomorphism: 423,624 for <see cref="Nas101"/>.</summary>
    public static int Count => TSpace.CellCount;

    /// <summary>All cells in the order of their indices: the representatives that <see cref="CellAt"/> gives.</summary>
    public static CellSequence<TSpace> Cells => default;

    /// <summary>The representative of an index: the first graph of its class in the enumeration order, which is the one that data sets store.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>A pruned cell.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The index is not in the space.</exception>
    /// <remarks>A few look-ups in small tables: some nanoseconds.</remarks>
    public static Cell CellAt(int index)
    {
        IndexCheck.ThrowIfOutside<TSpace>(index);
        return CellOfClass(ClassOf(index), index);
    }

    /// <summary>
    /// Whether two cells are equal up to renaming interior vertices, after pruning. Limits of the space and first and last names play no part.
    /// </summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <returns><see langword="false"/> also where one of them is disconnected or of another space.</returns>
    public static bool AreIsomorphic(Cell a, Cell b)
    {
        if (!a.IsOf<TSpace>() || !b.IsOf<TSpace>() || !a.TryPrune(out a) || !b.TryPrune(out b))
        {
            return false;
        }

        return Isomorphism.AreIsomorphic(a, b);
    }

    /// <summary>The number of cells with some number of vertices and edges.</summary>
    /// <param name="vertices">The number of vertices of the pruned cell.</param>
    /// <param name="edges">The number of edges of the pruned cell.</param>
    /// <returns>The number of isomorphism classes; 0 where there are none.</returns>
    public static int CountCells(int vertices, int edges)
    {
        int count = 0;
        for (int number = 0; number < TSpace.ClassTopologies.Length; number++)
        {
            uint topology = TSpace.TopologyMasks[TSpace.ClassTopologies[number]];
            if (Topology.Vertices(topology) == vertices && System.Numerics.BitOperations.PopCount(Topology.AdjacencyBits(topology)) == edges)
            {
                count += TSpace.ClassFirstIndices[number + 1] - TSpace.ClassFirstIndices[number];
            }
        }

        return count;
    }

    /// <summary>The class whose run of indices holds an index.</summary>
    internal static int ClassOf(int index)
    {
        ReadOnlySpan<int> firstIndices = TSpace.ClassFirstIndices;
        int number = ClassStarts<TSpace>.Before(index);
        while (firstIndices[number + 1] <= index)
        {
            number++;
        }

        return number;
    }

    /// <summary>The cell of an index whose class is known.</summary>
    internal static Cell CellOfClass(int number, int index)
    {
        uint topology = TSpace.TopologyMasks[TSpace.ClassTopologies[number]];
        int rank = index - TSpace.ClassFirstIndices[number];
        int start = RankTables<TSpace>.OrbitStarts[TSpace.ClassGroups[number]];
        return Cell.Pack<TSpace>(Topology.Vertices(topology), Topology.AdjacencyBits(topology), RankTables<TSpace>.Orbits[start + rank]);
    }
}
