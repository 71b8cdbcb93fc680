namespace NasBench;

/// <summary>Random changes of cells, as evolution makes them.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// Parents are taken raw, padded to the most vertices of the space, so that vertices off every path drift as they do in the original. Nothing allocates.
/// Thread-safe as long as each thread has a random source of its own.
/// </remarks>
public static class CellMutator<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>Attempts after which a mutation gives up: only a parent far from every valid cell needs that many.</summary>
    public const int MaxAttempts = 5_000;

    /// <summary>Mutates a cell.</summary>
    /// <typeparam name="TRandom">The source of random bits.</typeparam>
    /// <param name="parent">A cell; it need not be valid.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Draws the bits.</param>
    /// <param name="child">A raw cell; the parent, padded, where no valid child was found. It can be of the parent's class.</param>
    /// <param name="rate">The mutation rate of <see cref="MutationKind.Notebook"/> and <see cref="MutationKind.Naszilla"/>; the others have none.</param>
    /// <returns>
    /// Whether the child is valid: always for a parent of the space, but for <see cref="MutationKind.NasBenchmarks"/> and where <see cref="MaxAttempts"/> attempts did not do.
    /// </returns>
    public static bool TryMutate<TRandom>(Cell parent, MutationKind kind, ref TRandom random, out Cell child, double rate = 1)
        where TRandom : struct, IRandomSource
    {
        return TryChange(parent, kind, ref random, out child, out int _, rate);
    }

    /// <summary>Mutates a cell until the child's class has not been seen, and marks it.</summary>
    /// <typeparam name="TRandom">The source of random bits.</typeparam>
    /// <param name="parent">A cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="random">Draws the bits.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the parent, padded, where none was found.</param>
    /// <param name="rate">The mutation rate, as in <see cref="TryMutate"/>.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> mutations.</returns>
    public static bool TryMutateUnseen<TRandom>(Cell parent, MutationKind kind, ref TRandom random, SeenCells<TSpace> seen, out Cell child, double rate = 1)
        where TRandom : struct, IRandomSource
    {
        ArgumentNullException.ThrowIfNull(seen);
        for (int attempt = 0; attempt < MaxAttempts && parent.IsOf<TSpace>(); attempt++)
        {
            if (TryChange(parent, kind, ref random, out child, out int index, rate) && seen.Add(index))
            {
                return true;
            }
        }

        child = parent.PadTo(TSpace.MaxVertices);
        return false;
    }

    /// <summary>
    /// Crosses two cells: each edge and each operation comes from one of the parents, each with probability 1/2 (uniform crossover).
    /// Tried again until the result is valid.
    /// </summary>
    /// <typeparam name="TRandom">The source of random bits.</typeparam>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Draws the bits.</param>
    /// <param name="child">A raw cell; the first parent, padded, where no valid child was found.</param>
    /// <returns>Whether the child is valid; with a valid parent nearly always.</returns>
    public static bool TryCross<TRandom>(Cell first, Cell second, ref TRandom random, out Cell child)
        where TRandom : struct, IRandomSource
        => TryCross(first, second, ref random, null, out child);

    /// <summary>Crosses two cells until the child's class has not been seen, and marks it.</summary>
    /// <typeparam name="TRandom">The source of random bits.</typeparam>
    /// <param name="first">A cell.</param>
    /// <param name="second">Another cell.</param>
    /// <param name="random">Draws the bits.</param>
    /// <param name="seen">The classes that have been seen.</param>
    /// <param name="child">A raw cell of a new class; the first parent, padded, where none was found.</param>
    /// <returns>Whether a new class was found in <see cref="MaxAttempts"/> attempts: near parents have few children.</returns>
    public static bool TryCrossUnseen<TRandom>(Cell first, Cell second, ref TRandom random, SeenCells<TSpace> seen, out Cell child)
        where TRandom : struct, IRandomSource
    {
        ArgumentNullException.ThrowIfNull(seen);
        return TryCross(first, second, ref random, seen, out child);
    }

    /// <summary>Crosses two cells until the child is valid and, where somebody keeps account, of a new class.</summary>
    private static bool TryCross<TRandom>(Cell first, Cell second, ref TRandom random, SeenCells<TSpace>? seen, out Cell child)
        where TRandom : struct, IRandomSource
    {
        int vertices = Math.Max(Math.Max(first.Vertices, second.Vertices), TSpace.MaxVertices);
        Cell one = first.PadTo(vertices);
        Cell other = second.PadTo(vertices);
        child = first.PadTo(TSpace.MaxVertices);
        for (int attempt = 0; attempt < MaxAttempts && one.Vertices == other.Vertices && one.IsOf<TSpace>() && other.IsOf<TSpace>(); attempt++)
        {
            ulong choice = random.NextBits();
            uint edges = one.AdjacencyBits ^ ((one.AdjacencyBits ^ other.AdjacencyBits) & (uint)choice);
            uint places = (uint)(choice >> 32) & 0x1F;
            uint operations = one.OperationBits ^ ((one.OperationBits ^ other.OperationBits) & SpreadOperations(places));
            Cell candidate = Cell.Pack(vertices, edges, operations, one.Marks);
            int index = Space<TSpace>.Locate(candidate);
            if (index >= 0 && (seen is null || seen.Add(index)))
            {
                child = candidate;
                return true;
            }
        }

        return false;
    }

    /// <summary>Mutates a cell.</summary>
    /// <returns>Whether the child is valid; then <paramref name="index"/> is its index, else -1.</returns>
    private static bool TryChange<TRandom>(Cell parent, MutationKind kind, ref TRandom random, out Cell child, out int index, double rate)
        where TRandom : struct, IRandomSource
    {
        Cell padded = parent.PadTo(TSpace.MaxVertices);
        int attempts = kind == MutationKind.NasBenchmarks ? 1 : MaxAttempts;
        for (int attempt = 0; attempt < attempts && padded.Vertices >= 2 && padded.IsOf<TSpace>(); attempt++)
        {
            child = kind is MutationKind.Paper or MutationKind.NasBenchmarks ? ChangeOne(padded, ref random) : ChangeSome(padded, kind, rate, ref random);
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

    private static Cell ChangeOne<TRandom>(Cell padded, ref TRandom random)
        where TRandom : struct, IRandomSource
    {
        int edges = RowMajorEdges.Count(padded.Vertices);
        int place = RandomDraws.Below(ref random, edges + (TSpace.OperationCount > 1 ? padded.Vertices - 2 : 0));
        return place < edges ? padded.WithEdgesFlipped(1u << place) : ChangeOperation(padded, place - edges + 1, ref random);
    }

    private static Cell ChangeSome<TRandom>(Cell padded, MutationKind kind, double rate, ref TRandom random)
        where TRandom : struct, IRandomSource
    {
        int edges = RowMajorEdges.Count(padded.Vertices);
        double edgeChance = rate / (kind == MutationKind.Notebook ? padded.Vertices : edges);
        uint flipped = 0;
        for (int edge = 0; edge < edges; edge++)
        {
            flipped |= (RandomDraws.Chance(ref random, edgeChance) ? 1u : 0u) << edge;
        }

        Cell changed = padded.WithEdgesFlipped(flipped);
        for (int vertex = 1; vertex < padded.Vertices - 1 && TSpace.OperationCount > 1; vertex++)
        {
            if (RandomDraws.Chance(ref random, rate / (padded.Vertices - 2)))
            {
                changed = ChangeOperation(changed, vertex, ref random);
            }
        }

        return changed;
    }

    private static Cell ChangeOperation<TRandom>(Cell cell, int vertex, ref TRandom random)
        where TRandom : struct, IRandomSource
    {
        int other = RandomDraws.Below(ref random, TSpace.OperationCount - 1);
        return cell.WithOperation(vertex, other < cell.OperationAt(vertex) ? other : other + 1);
    }

    /// <summary>All bits of each chosen vertex's operation.</summary>
    private static uint SpreadOperations(uint places)
    {
        uint bits = 0;
        for (int slot = 0; slot < Cell.MaxInteriorVertices; slot++)
        {
            bits |= (0u - ((places >> slot) & 1) & Cell.OperationMask) << (Cell.OperationWidth * slot);
        }

        return bits;
    }
}
