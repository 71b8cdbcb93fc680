using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Distances between cells, by each of the definitions of <see cref="DistanceKind"/>, all exact.</summary>
/// <remarks>
/// Both cells are of the same space: between cells of different spaces there is no distance. The limits of the space and the first and last names play no
/// part: any connected cell has distances. <see cref="DistanceKind.Encoded"/> alone depends on the most vertices of the space, so the cells must be of
/// the one that is asked, which is NAS-Bench-101 where there is no type argument. Nothing allocates. Thread-safe.
/// </remarks>
/// <example>
/// <code>
/// int steps = Distances.Between(a, b);
/// int raw = Distances.Between(a, b, DistanceKind.Hamming);
/// </code>
/// </example>
public static class Distances
{
    /// <summary>In a span of distances: one of the cells is disconnected, or they are of different spaces, so that there is none.</summary>
    public const byte None = byte.MaxValue;

    /// <summary>Columns that are computed between two looks at the cancellation token.</summary>
    private const int BlockSize = 16_384;

    /// <summary>The distance of two cells; the edit distance unless another definition is asked for.</summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <param name="kind">The definition; <see cref="DistanceKind.Encoded"/> with seven vertices.</param>
    /// <returns>The distance; -1 where a cell is disconnected (not by <see cref="DistanceKind.Hamming"/>) or the spaces differ.</returns>
    public static int Between(Cell a, Cell b, DistanceKind kind = DistanceKind.Edit) => Between<Nas101>(a, b, kind);

    /// <summary>The distance of two cells of a space; the edit distance unless another definition is asked for.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>The distance; -1 where a cell is disconnected (not by <see cref="DistanceKind.Hamming"/>) or the spaces differ.</returns>
    public static int Between<TSpace>(Cell a, Cell b, DistanceKind kind = DistanceKind.Edit)
        where TSpace : ISearchSpace<TSpace>
        => kind switch
        {
            DistanceKind.Edit => Edit(a, b),
            DistanceKind.GraphEdit => GraphEdit(a, b),
            DistanceKind.Encoded => Encoded<TSpace>(a, b),
            _ => Hamming(a, b),
        };

    /// <summary>The fewest flips of edges and changes of operations: <see cref="DistanceKind.Edit"/>.</summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <returns>The distance; -1 where a cell is disconnected or the spaces differ.</returns>
    /// <remarks>All 120 assignments of interior vertices are tried, side by side in vectors: tens of nanoseconds.</remarks>
    public static int Edit(Cell a, Cell b) => OfPair(a, b, dummiesAreFree: true);

    /// <summary>Graph edit distance: <see cref="DistanceKind.GraphEdit"/>.</summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <returns>The distance; -1 where a cell is disconnected or the spaces differ.</returns>
    /// <remarks>All 120 assignments of interior vertices are tried, side by side in vectors: tens of nanoseconds.</remarks>
    public static int GraphEdit(Cell a, Cell b) => OfPair(a, b, dummiesAreFree: false);

    /// <summary>
    /// The smallest Hamming distance between any two seven-vertex encodings: <see cref="DistanceKind.Encoded"/>. See <see cref="Encoded{TSpace}"/>.
    /// </summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <returns>The distance; -1 where a cell is disconnected or the spaces differ.</returns>
    public static int Encoded(Cell a, Cell b) => Encoded<Nas101>(a, b);

    /// <summary>The smallest Hamming distance between any two encodings of the classes of two cells with the most vertices of a space.</summary>
    /// <typeparam name="TSpace">The search space of both cells.</typeparam>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <returns>The distance; -1 where a cell is disconnected, of another space, or keeps more vertices than the space has.</returns>
    /// <remarks>
    /// Every way to place the kept vertices of each class is tried; the edges of vertices off every path are a minimum cut. Some microseconds.
    /// </remarks>
    public static int Encoded<TSpace>(Cell a, Cell b)
        where TSpace : ISearchSpace<TSpace>
        => EncodedWithin<TSpace>(a, b, None);

    /// <summary>Differing entries and operations of two cells as they are given: <see cref="DistanceKind.Hamming"/>.</summary>
    /// <param name="a">A cell, padded to seven vertices where it has fewer.</param>
    /// <param name="b">Another cell, padded likewise.</param>
    /// <returns>0 to 26; -1 where the spaces differ.</returns>
    public static int Hamming(Cell a, Cell b)
    {
        if (a.SpaceTag != b.SpaceTag)
        {
            return -1;
        }

        a = a.PadTo(Cell.MaxVertices);
        b = b.PadTo(Cell.MaxVertices);
        return BitOperations.PopCount(a.AdjacencyBits ^ b.AdjacencyBits) + LabelCosts.Sum(a.OperationBits, b.OperationBits, dummiesAreFree: false);
    }

    /// <summary>Whether two cells are near. See <see cref="IsWithin{TSpace}"/>.</summary>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <param name="bound">The largest distance that counts as near.</param>
    /// <param name="distance">The distance where they are near; else -1.</param>
    /// <param name="kind">The definition; <see cref="DistanceKind.Encoded"/> with seven vertices.</param>
    /// <returns>Whether the distance exists and is at most <paramref name="bound"/>.</returns>
    public static bool IsWithin(Cell a, Cell b, int bound, out int distance, DistanceKind kind = DistanceKind.Edit)
        => IsWithin<Nas101>(a, b, bound, out distance, kind);

    /// <summary>Whether two cells are near, found faster than their distance where they are not.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="a">A cell.</param>
    /// <param name="b">Another cell.</param>
    /// <param name="bound">The largest distance that counts as near.</param>
    /// <param name="distance">The distance where they are near; else -1.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>Whether the distance exists and is at most <paramref name="bound"/>.</returns>
    /// <remarks>
    /// The edit distances answer at once where the numbers of edges are too different. <see cref="DistanceKind.Encoded"/> drops each way to place the vertices
    /// as soon as it exceeds the bound.
    /// </remarks>
    public static bool IsWithin<TSpace>(Cell a, Cell b, int bound, out int distance, DistanceKind kind = DistanceKind.Edit)
        where TSpace : ISearchSpace<TSpace>
    {
        int found = kind switch
        {
            DistanceKind.Edit or DistanceKind.GraphEdit => OfPair(a, b, kind == DistanceKind.Edit, bound),
            DistanceKind.Encoded when bound >= 0 => EncodedWithin<TSpace>(a, b, Math.Min(bound, None)),
            _ => Between<TSpace>(a, b, kind),
        };
        bool near = found >= 0 && found <= bound;
        distance = near ? found : -1;
        return near;
    }

    /// <summary>The distances of one cell to many. See <see cref="ToMany{TSpace}"/>.</summary>
    /// <param name="origin">The one.</param>
    /// <param name="targets">The many.</param>
    /// <param name="distances">Receives a distance for each of the many; <see cref="None"/> where there is none.</param>
    /// <param name="kind">The definition; <see cref="DistanceKind.Encoded"/> with seven vertices.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than <paramref name="targets"/>.</exception>
    public static void ToMany(Cell origin, ReadOnlySpan<Cell> targets, Span<byte> distances, DistanceKind kind = DistanceKind.Edit)
        => ToMany<Nas101>(origin, targets, distances, kind);

    /// <summary>The distances of one cell to many.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="origin">The one.</param>
    /// <param name="targets">The many.</param>
    /// <param name="distances">Receives a distance for each of the many; <see cref="None"/> where there is none.</param>
    /// <param name="kind">The definition.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than <paramref name="targets"/>.</exception>
    /// <remarks>
    /// For the edit distances, what each edge and label of a target can cost is prepared once; then a target takes some nanoseconds.
    /// For <see cref="DistanceKind.Encoded"/> the ways to place the vertices of <paramref name="origin"/> are listed once.
    /// </remarks>
    public static void ToMany<TSpace>(Cell origin, ReadOnlySpan<Cell> targets, Span<byte> distances, DistanceKind kind = DistanceKind.Edit)
        where TSpace : ISearchSpace<TSpace>
    {
        if (distances.Length < targets.Length)
        {
            throw new ArgumentException($"needs {targets.Length} entries, has {distances.Length}", nameof(distances));
        }

        distances = distances[..targets.Length];
        switch (kind)
        {
            case DistanceKind.Edit or DistanceKind.GraphEdit when AlignedCell.TryCreate(origin, out AlignedCell aligned):
                EditDistances.ToMany(aligned, targets, distances, kind == DistanceKind.Edit);
                break;
            case DistanceKind.Encoded when origin.IsOf<TSpace>() && origin.TryPrune(out Cell pruned) && pruned.Vertices <= TSpace.MaxVertices:
                ToManyEncoded(pruned, targets, distances, TSpace.MaxVertices - 2);
                break;
            case DistanceKind.Hamming:
                ToManyHamming(origin, targets, distances);
                break;
            default:
                distances.Fill(None);
                break;
        }

        RemoveOtherSpaces(origin, targets, distances);
    }

    /// <summary>The distances of every cell of one list to every cell of another. See <see cref="BetweenAll{TSpace}"/>.</summary>
    /// <param name="rows">A list.</param>
    /// <param name="columns">Another list, or the same.</param>
    /// <param name="distances">
    /// Receives the distances row after row: that of row i and column j at i * columns.Length + j; <see cref="None"/> where there is none.
    /// </param>
    /// <param name="kind">The definition; <see cref="DistanceKind.Encoded"/> with seven vertices.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work; what is written by then stays.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is too short.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void BetweenAll(
        ReadOnlySpan<Cell> rows,
        ReadOnlySpan<Cell> columns,
        Span<byte> distances,
        DistanceKind kind = DistanceKind.Edit,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        => BetweenAll<Nas101>(rows, columns, distances, kind, progress, cancellationToken);

    /// <summary>The distances of every cell of one list to every cell of another.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="rows">A list.</param>
    /// <param name="columns">Another list, or the same.</param>
    /// <param name="distances">
    /// Receives the distances row after row: that of row i and column j at i * columns.Length + j; <see cref="None"/> where there is none.
    /// </param>
    /// <param name="kind">The definition.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work; what is written by then stays.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is too short.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void BetweenAll<TSpace>(
        ReadOnlySpan<Cell> rows,
        ReadOnlySpan<Cell> columns,
        Span<byte> distances,
        DistanceKind kind = DistanceKind.Edit,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TSpace : ISearchSpace<TSpace>
    {
        if (distances.Length < (long)rows.Length * columns.Length)
        {
            throw new ArgumentException($"needs {(long)rows.Length * columns.Length} entries, has {distances.Length}", nameof(distances));
        }

        for (int row = 0; row < rows.Length; row++)
        {
            for (int first = 0; first < columns.Length; first += BlockSize)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int length = Math.Min(BlockSize, columns.Length - first);
                ToMany<TSpace>(rows[row], columns.Slice(first, length), distances.Slice((row * columns.Length) + first, length), kind);
            }

            progress?.Report((double)(row + 1) / rows.Length);
        }
    }

    /// <summary>An edit distance; -1 where a cell is disconnected, and where the numbers of edges show that it is above the bound.</summary>
    private static int OfPair(Cell a, Cell b, bool dummiesAreFree, int bound = int.MaxValue)
        => a.SpaceTag == b.SpaceTag
            && AlignedCell.TryCreate(a, out AlignedCell first)
            && AlignedCell.TryCreate(b, out AlignedCell second)
            && EditDistances.LowerBound(first, second) <= bound
            ? EditDistances.OfPair(first, second, dummiesAreFree)
            : -1;

    /// <summary>The distance between encodings; where it is above the bound, any number above that; -1 where there is none.</summary>
    private static int EncodedWithin<TSpace>(Cell a, Cell b, int bound)
        where TSpace : ISearchSpace<TSpace>
        => a.IsOf<TSpace>() && b.IsOf<TSpace>() && a.TryPrune(out a) && b.TryPrune(out b) && Math.Max(a.Vertices, b.Vertices) <= TSpace.MaxVertices
            ? EncodedDistance.OfPair(a, b, TSpace.MaxVertices - 2, bound)
            : -1;

    /// <summary>There is no distance to a target of another space: most lists have none, which one pass without branches tells.</summary>
    private static void RemoveOtherSpaces(Cell origin, ReadOnlySpan<Cell> targets, Span<byte> distances)
    {
        ulong differences = 0;
        foreach (Cell target in targets)
        {
            differences |= target.Bits ^ origin.Bits;
        }

        for (int i = 0; i < targets.Length && differences >> Cell.TagShift != 0; i++)
        {
            distances[i] = targets[i].SpaceTag == origin.SpaceTag ? distances[i] : None;
        }
    }

    [SkipLocalsInit]
    private static void ToManyEncoded(Cell pruned, ReadOnlySpan<Cell> targets, Span<byte> distances, int places)
    {
        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        EncodedDistance.ToMany(placements[..Placement.List(pruned, places, placements)], targets, distances, places);
    }

    private static void ToManyHamming(Cell origin, ReadOnlySpan<Cell> targets, Span<byte> distances)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            distances[i] = (byte)Hamming(origin, targets[i]);
        }
    }
}
