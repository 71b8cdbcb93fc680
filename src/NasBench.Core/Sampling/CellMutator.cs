namespace NasBench;

/// <summary>Random changes of cells, as evolution makes them.</summary>
/// <remarks>
/// <para>
/// Parents are taken raw, padded to the most vertices of the space, so that vertices off every path drift as they do in the original.
/// A child can be of its parent's class. A parent of another space has no children.
/// </para>
/// <para>
/// Methods without a type argument work on NAS-Bench-101, those with one on any space. With a <see cref="SplitMixRandom"/> the same seed gives the same
/// children on every machine. Nothing allocates. Thread-safe as long as each thread has a <see cref="Random"/> of its own, or <see cref="Random.Shared"/>.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// if (CellMutator.TryMutate(parent, MutationKind.Paper, random, out Cell child, out int index))
/// {
///     Console.WriteLine(Nas101.HashAt(index));
/// }
/// </code>
/// </example>
public static class CellMutator
{
    /// <summary>Attempts after which a mutation gives up: only a parent far from every valid cell needs that many.</summary>
    public const int MaxAttempts = 5_000;

    /// <summary>Mutates a cell of NAS-Bench-101. See <see cref="TryMutate{TSpace}(Cell, MutationKind, Random, out Cell, out int, double)"/>.</summary>
    /// <param name="parent">A cell; it need not be valid.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">A raw cell; the parent, padded, where no valid child was found.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>Whether the child is valid.</returns>
    public static bool TryMutate(Cell parent, MutationKind kind, Random random, out Cell child, double rate = 1)
        => TryMutate<Nas101>(parent, kind, random, out child, out int _, rate);

    /// <summary>
    /// Mutates a cell of NAS-Bench-101, and tells the index of the child. See
    /// <see cref="TryMutate{TSpace}(Cell, MutationKind, Random, out Cell, out int, double)"/>.
    /// </summary>
    /// <param name="parent">A cell; it need not be valid.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">A raw cell; the parent, padded, where no valid child was found.</param>
    /// <param name="index">The index of the child's class; -1 where the child is not valid.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>Whether the child is valid.</returns>
    public static bool TryMutate(Cell parent, MutationKind kind, Random random, out Cell child, out int index, double rate = 1)
        => TryMutate<Nas101>(parent, kind, random, out child, out index, rate);

    /// <summary>Mutates a cell of a space. See <see cref="TryMutate{TSpace}(Cell, MutationKind, Random, out Cell, out int, double)"/>.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="parent">A cell; it need not be valid.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">A raw cell; the parent, padded, where no valid child was found.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>Whether the child is valid.</returns>
    public static bool TryMutate<TSpace>(Cell parent, MutationKind kind, Random random, out Cell child, double rate = 1)
        where TSpace : ISearchSpace<TSpace>
        => TryMutate<TSpace>(parent, kind, random, out child, out int _, rate);

    /// <summary>Mutates a cell of a space, and tells the index of the child.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="parent">A cell; it need not be valid.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">A raw cell; the parent, padded, where no valid child was found. It can be of the parent's class.</param>
    /// <param name="index">The index of the child's class; -1 where the child is not valid.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>
    /// Whether the child is valid: always, except for a parent of another space, by <see cref="MutationKind.NasBenchmarks"/>,
    /// and where <see cref="MaxAttempts"/> attempts were not enough.
    /// </returns>
    public static bool TryMutate<TSpace>(Cell parent, MutationKind kind, Random random, out Cell child, out int index, double rate = 1)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(random);
        Cell padded = parent.PadTo(TSpace.MaxVertices);
        int attempts = kind == MutationKind.NasBenchmarks ? 1 : MaxAttempts;
        for (int attempt = 0; attempt < attempts && padded.Vertices >= 2 && padded.IsOf<TSpace>(); attempt++)
        {
            child = kind is MutationKind.Paper or MutationKind.NasBenchmarks
                ? ChangeOne<TSpace>(padded, random)
                : ChangeSome<TSpace>(padded, kind, rate, random);
            index = Space<TSpace>.Locate(child);
            if (index >= 0 || kind == MutationKind.NasBenchmarks)
            {
                return index >= 0;
            }
        }

        child = padded;
        index = -1;
        return false;
    }

    /// <summary>
    /// Mutates a cell of NAS-Bench-101 until the child's class has not been seen, and marks it. See
    /// <see cref="TryMutateUnseen{TSpace}(Cell, MutationKind, Random, SeenCells, out Cell, out int, double)"/>.
    /// </summary>
    /// <param name="parent">A cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the parent, padded, where none was found.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> mutations.</returns>
    /// <exception cref="ArgumentException"><paramref name="seen"/> holds classes of another space.</exception>
    public static bool TryMutateUnseen(Cell parent, MutationKind kind, Random random, SeenCells seen, out Cell child, double rate = 1)
        => TryMutateUnseen<Nas101>(parent, kind, random, seen, out child, out int _, rate);

    /// <summary>
    /// Mutates a cell of NAS-Bench-101 until the child's class has not been seen, marks it and tells its index. See
    /// <see cref="TryMutateUnseen{TSpace}(Cell, MutationKind, Random, SeenCells, out Cell, out int, double)"/>.
    /// </summary>
    /// <param name="parent">A cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the parent, padded, where none was found.</param>
    /// <param name="index">The index of the new class; -1 where none was found.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> mutations.</returns>
    /// <exception cref="ArgumentException"><paramref name="seen"/> holds classes of another space.</exception>
    public static bool TryMutateUnseen(
        Cell parent, MutationKind kind, Random random, SeenCells seen, out Cell child, out int index, double rate = 1)
        => TryMutateUnseen<Nas101>(parent, kind, random, seen, out child, out index, rate);

    /// <summary>
    /// Mutates a cell of a space until the child's class has not been seen, and marks it. See
    /// <see cref="TryMutateUnseen{TSpace}(Cell, MutationKind, Random, SeenCells, out Cell, out int, double)"/>.
    /// </summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="parent">A cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the parent, padded, where none was found.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> mutations.</returns>
    /// <exception cref="ArgumentException"><paramref name="seen"/> holds classes of another space.</exception>
    public static bool TryMutateUnseen<TSpace>(Cell parent, MutationKind kind, Random random, SeenCells seen, out Cell child, double rate = 1)
        where TSpace : ISearchSpace<TSpace>
        => TryMutateUnseen<TSpace>(parent, kind, random, seen, out child, out int _, rate);

    /// <summary>Mutates a cell of a space until the child's class has not been seen, marks it and tells its index.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="parent">A cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the parent, padded, where none was found.</param>
    /// <param name="index">The index of the new class; -1 where none was found.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> mutations.</returns>
    /// <exception cref="ArgumentException"><paramref name="seen"/> holds classes of another space.</exception>
    public static bool TryMutateUnseen<TSpace>(
        Cell parent, MutationKind kind, Random random, SeenCells seen, out Cell child, out int index, double rate = 1)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(seen);
        seen.ThrowIfNotOf<TSpace>(nameof(seen));
        for (int attempt = 0; attempt < MaxAttempts && parent.IsOf<TSpace>(); attempt++)
        {
            if (TryMutate<TSpace>(parent, kind, random, out child, out index, rate) && seen.Add(index))
            {
                return true;
            }
        }

        child = parent.PadTo(TSpace.MaxVertices);
        index = -1;
        return false;
    }

    /// <summary>Crosses two cells of NAS-Bench-101. See <see cref="TryCross{TSpace}(Cell, Cell, Random, out Cell, out int)"/>.</summary>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">A raw cell; the first parent, padded, where no valid child was found.</param>
    /// <returns>Whether the child is valid; with a valid parent nearly always.</returns>
    public static bool TryCross(Cell first, Cell second, Random random, out Cell child)
        => TryCross<Nas101>(first, second, random, null, out child, out int _);

    /// <summary>
    /// Crosses two cells of NAS-Bench-101, and tells the index of the child. See <see cref="TryCross{TSpace}(Cell, Cell, Random, out Cell, out int)"/>.
    /// </summary>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">A raw cell; the first parent, padded, where no valid child was found.</param>
    /// <param name="index">The index of the child's class; -1 where no valid child was found.</param>
    /// <returns>Whether the child is valid; with a valid parent nearly always.</returns>
    public static bool TryCross(Cell first, Cell second, Random random, out Cell child, out int index)
        => TryCross<Nas101>(first, second, random, null, out child, out index);

    /// <summary>Crosses two cells of a space. See <see cref="TryCross{TSpace}(Cell, Cell, Random, out Cell, out int)"/>.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">A raw cell; the first parent, padded, where no valid child was found.</param>
    /// <returns>Whether the child is valid; with a valid parent nearly always.</returns>
    public static bool TryCross<TSpace>(Cell first, Cell second, Random random, out Cell child)
        where TSpace : ISearchSpace<TSpace>
        => TryCross<TSpace>(first, second, random, null, out child, out int _);

    /// <summary>
    /// Crosses two cells of a space: each edge and each operation comes from one of the parents, each with probability 1/2 (uniform crossover).
    /// Tried again until the result is valid.
    /// </summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="child">A raw cell; the first parent, padded, where no valid child was found.</param>
    /// <param name="index">The index of the child's class; -1 where no valid child was found.</param>
    /// <returns>Whether the child is valid; with a valid parent nearly always.</returns>
    public static bool TryCross<TSpace>(Cell first, Cell second, Random random, out Cell child, out int index)
        where TSpace : ISearchSpace<TSpace>
        => TryCross<TSpace>(first, second, random, null, out child, out index);

    /// <summary>
    /// Crosses two cells of NAS-Bench-101 until the child's class has not been seen, and marks it. See
    /// <see cref="TryCrossUnseen{TSpace}(Cell, Cell, Random, SeenCells, out Cell, out int)"/>.
    /// </summary>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the first parent, padded, where none was found.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> attempts: parents that are near each other have few children.</returns>
    /// <exception cref="ArgumentException"><paramref name="seen"/> holds classes of another space.</exception>
    public static bool TryCrossUnseen(Cell first, Cell second, Random random, SeenCells seen, out Cell child)
        => TryCrossUnseen<Nas101>(first, second, random, seen, out child, out int _);

    /// <summary>
    /// Crosses two cells of NAS-Bench-101 until the child's class has not been seen, marks it and tells its index. See
    /// <see cref="TryCrossUnseen{TSpace}(Cell, Cell, Random, SeenCells, out Cell, out int)"/>.
    /// </summary>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the first parent, padded, where none was found.</param>
    /// <param name="index">The index of the new class; -1 where none was found.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> attempts: parents that are near each other have few children.</returns>
    /// <exception cref="ArgumentException"><paramref name="seen"/> holds classes of another space.</exception>
    public static bool TryCrossUnseen(Cell first, Cell second, Random random, SeenCells seen, out Cell child, out int index)
        => TryCrossUnseen<Nas101>(first, second, random, seen, out child, out index);

    /// <summary>
    /// Crosses two cells of a space until the child's class has not been seen, and marks it. See
    /// <see cref="TryCrossUnseen{TSpace}(Cell, Cell, Random, SeenCells, out Cell, out int)"/>.
    /// </summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the first parent, padded, where none was found.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> attempts: parents that are near each other have few children.</returns>
    /// <exception cref="ArgumentException"><paramref name="seen"/> holds classes of another space.</exception>
    public static bool TryCrossUnseen<TSpace>(Cell first, Cell second, Random random, SeenCells seen, out Cell child)
        where TSpace : ISearchSpace<TSpace>
        => TryCrossUnseen<TSpace>(first, second, random, seen, out child, out int _);

    /// <summary>Crosses two cells of a space until the child's class has not been seen, marks it and tells its index.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Makes the draws.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the first parent, padded, where none was found.</param>
    /// <param name="index">The index of the new class; -1 where none was found.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> attempts: parents that are near each other have few children.</returns>
    /// <exception cref="ArgumentException"><paramref name="seen"/> holds classes of another space.</exception>
    public static bool TryCrossUnseen<TSpace>(Cell first, Cell second, Random random, SeenCells seen, out Cell child, out int index)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(seen);
        seen.ThrowIfNotOf<TSpace>(nameof(seen));
        return TryCross<TSpace>(first, second, random, seen, out child, out index);
    }

    /// <summary>Crosses two cells until the child is valid and, where classes are recorded, of a class that has not been seen.</summary>
    private static bool TryCross<TSpace>(Cell first, Cell second, Random random, SeenCells? seen, out Cell child, out int index)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(random);
        int vertices = Math.Max(Math.Max(first.Vertices, second.Vertices), TSpace.MaxVertices);
        Cell one = first.PadTo(vertices);
        Cell other = second.PadTo(vertices);
        for (int attempt = 0; attempt < MaxAttempts && one.Vertices == other.Vertices && one.IsOf<TSpace>() && other.IsOf<TSpace>(); attempt++)
        {
            ulong choice = RandomDraws.Bits(random);
            uint edges = one.AdjacencyBits ^ ((one.AdjacencyBits ^ other.AdjacencyBits) & (uint)choice);
            uint chosen = (uint)(choice >> 32) & 0x1F;
            uint operations = one.OperationBits ^ ((one.OperationBits ^ other.OperationBits) & SpreadOperations(chosen));
            child = Cell.Pack(vertices, edges, operations, one.Marks);
            index = Space<TSpace>.Locate(child);
            if (index >= 0 && (seen is null || seen.Add(index)))
            {
                return true;
            }
        }

        child = first.PadTo(TSpace.MaxVertices);
        index = -1;
        return false;
    }

    private static Cell ChangeOne<TSpace>(Cell padded, Random random)
        where TSpace : ISearchSpace<TSpace>
    {
        int edges = RowMajorEdges.Count(padded.Vertices);
        int change = RandomDraws.Below(random, edges + (TSpace.OperationCount > 1 ? padded.Vertices - 2 : 0));
        return change < edges ? padded.WithEdgesFlipped(1u << change) : ChangeOperation<TSpace>(padded, change - edges + 1, random);
    }

    private static Cell ChangeSome<TSpace>(Cell padded, MutationKind kind, double rate, Random random)
        where TSpace : ISearchSpace<TSpace>
    {
        int edges = RowMajorEdges.Count(padded.Vertices);
        double edgeChance = rate / (kind == MutationKind.Notebook ? padded.Vertices : edges);
        uint flipped = 0;
        for (int edge = 0; edge < edges; edge++)
        {
            flipped |= (RandomDraws.Chance(random, edgeChance) ? 1u : 0u) << edge;
        }

        Cell changed = padded.WithEdgesFlipped(flipped);
        for (int vertex = 1; vertex < padded.Vertices - 1 && TSpace.OperationCount > 1; vertex++)
        {
            if (RandomDraws.Chance(random, rate / (padded.Vertices - 2)))
            {
                changed = ChangeOperation<TSpace>(changed, vertex, random);
            }
        }

        return changed;
    }

    private static Cell ChangeOperation<TSpace>(Cell cell, int vertex, Random random)
        where TSpace : ISearchSpace<TSpace>
    {
        int other = RandomDraws.Below(random, TSpace.OperationCount - 1);
        return cell.WithOperation(vertex, other < cell.OperationAt(vertex) ? other : other + 1);
    }

    /// <summary>All operation bits of each chosen vertex.</summary>
    /// <param name="chosen">Bit i for interior vertex i + 1.</param>
    private static uint SpreadOperations(uint chosen)
    {
        uint bits = 0;
        for (int interior = 0; interior < Cell.MaxInteriorVertices; interior++)
        {
            bits |= (0u - ((chosen >> interior) & 1) & Cell.OperationMask) << (Cell.OperationWidth * interior);
        }

        return bits;
    }
}
