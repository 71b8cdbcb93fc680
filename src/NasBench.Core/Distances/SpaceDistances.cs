using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench;

/// <summary>The distances of a cell to a whole space.</summary>
/// <remarks>
/// The cells of a topology class have the same graph, so what edges cost is computed once per class; the edit distances then take a few nanoseconds per cell.
/// Methods without a type argument work on NAS-Bench-101, those with one on any space. Only the methods that return an array allocate. Thread-safe.
/// </remarks>
/// <example>
/// <code>
/// foreach ((int index, int distance) in SpaceDistances.Nearest(cell, 10))
/// {
///     Console.WriteLine($"{distance} {Nas101.CellAt(index)}");
/// }
/// </code>
/// </example>
public static unsafe class SpaceDistances
{
    /// <summary>The distances to every cell of NAS-Bench-101. See <see cref="ToAll{TSpace}"/>.</summary>
    /// <param name="origin">Any cell.</param>
    /// <param name="distances">Receives the distance to the cell of each index.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work; what is written by then stays.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than the space.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Milliseconds; by <see cref="DistanceKind.Encoded"/> some tens of them, and hundreds for cells with many encodings.</remarks>
    public static void ToAll(
        Cell origin,
        Span<byte> distances,
        DistanceKind kind = DistanceKind.Edit,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        => ToAll<Nas101>(origin, distances, kind, progress, cancellationToken);

    /// <summary>The distances to every cell of a space.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="origin">Any cell.</param>
    /// <param name="distances">Receives the distance to the cell of each index; <see cref="Distances.None"/> where there is none.</param>
    /// <param name="kind">
    /// The definition; <see cref="DistanceKind.Encoded"/> with the most vertices of the space, <see cref="DistanceKind.Hamming"/> to the representatives.
    /// </param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work; what is written by then stays.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than the space.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static void ToAll<TSpace>(
        Cell origin,
        Span<byte> distances,
        DistanceKind kind = DistanceKind.Edit,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TSpace : ISearchSpace<TSpace>
    {
        if (distances.Length < TSpace.CellCount)
        {
            throw new ArgumentException($"needs {TSpace.CellCount} entries, has {distances.Length}", nameof(distances));
        }

        var collector = new DistanceCollector(progress, cancellationToken) { Distances = distances[..TSpace.CellCount] };
        if (!TryRun<TSpace>(kind, origin, ref collector))
        {
            collector.Distances.Fill(Distances.None);
        }
    }

    /// <summary>The nearest cells of NAS-Bench-101, nearest first; of cells at the same distance the one with the smaller index comes first.</summary>
    /// <param name="origin">Any cell.</param>
    /// <param name="count">How many cells are wanted, 0 or more.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>Indices and their distances; none where there are no distances (a disconnected cell, or one of another space).</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (int Index, int Distance)[] Nearest(
        Cell origin,
        int count,
        DistanceKind kind = DistanceKind.Edit,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        => Nearest<Nas101>(origin, count, kind, progress, cancellationToken);

    /// <summary>The nearest cells of a space, nearest first; of cells at the same distance the one with the smaller index comes first.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="origin">
    /// Any cell; its own class, where it is in the space, is the nearest by all definitions but <see cref="DistanceKind.Hamming"/>.
    /// </param>
    /// <param name="count">How many cells are wanted, 0 or more.</param>
    /// <param name="kind">The definition, as in <see cref="ToAll{TSpace}"/>.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// Indices and their distances: <paramref name="count"/> of them, or the whole space where it has fewer; none where there are no distances
    /// (a disconnected cell, or one of another space).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (int Index, int Distance)[] Nearest<TSpace>(
        Cell origin,
        int count,
        DistanceKind kind = DistanceKind.Edit,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int[] indices = new int[Math.Min(count, TSpace.CellCount)];
        byte[] distances = new byte[indices.Length];
        var nearest = new (int Index, int Distance)[Nearest<TSpace>(origin, indices, distances, kind, progress, cancellationToken)];
        for (int i = 0; i < nearest.Length; i++)
        {
            nearest[i] = (indices[i], distances[i]);
        }

        return nearest;
    }

    /// <summary>Writes the nearest cells of NAS-Bench-101, nearest first, without allocating.</summary>
    /// <param name="origin">Any cell.</param>
    /// <param name="indices">Receives the indices: as many as there is room for.</param>
    /// <param name="distances">Receives their distances; as long as <paramref name="indices"/>.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The number of cells: the length of the spans or the size of the space, whichever is less; 0 where there are no distances.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Nearest(
        Cell origin,
        Span<int> indices,
        Span<byte> distances,
        DistanceKind kind = DistanceKind.Edit,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        => Nearest<Nas101>(origin, indices, distances, kind, progress, cancellationToken);

    /// <summary>
    /// Writes the nearest cells of a space, nearest first, without allocating; of cells at the same distance the one with the smaller index comes first.
    /// </summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="origin">
    /// Any cell; its own class, where it is in the space, is the nearest by all definitions but <see cref="DistanceKind.Hamming"/>.
    /// </param>
    /// <param name="indices">Receives the indices: as many as there is room for.</param>
    /// <param name="distances">Receives their distances; as long as <paramref name="indices"/>.</param>
    /// <param name="kind">The definition, as in <see cref="ToAll{TSpace}"/>.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The number of cells: the length of the spans or the size of the space, whichever is less; 0 where there are no distances.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Two passes over the space: the first counts the cells at each distance, the second skips classes that are too far away.</remarks>
    public static int Nearest<TSpace>(
        Cell origin,
        Span<int> indices,
        Span<byte> distances,
        DistanceKind kind = DistanceKind.Edit,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TSpace : ISearchSpace<TSpace>
    {
        if (indices.Length != distances.Length)
        {
            throw new ArgumentException($"needs {indices.Length} entries, has {distances.Length}", nameof(distances));
        }

        Span<int> counts = stackalloc int[byte.MaxValue + 1];
        counts.Clear();
        int count = Math.Min(indices.Length, TSpace.CellCount);
        var counting = new DistanceCollector(progress, cancellationToken) { Counts = counts };
        if (count == 0 || !TryRun<TSpace>(kind, origin, ref counting))
        {
            return 0;
        }

        int bound = TurnIntoStarts(counts, count);
        var placing = new DistanceCollector(null, cancellationToken)
        {
            Bound = bound,
            Counts = counts,
            Indices = indices[..count],
            Distances = distances[..count],
        };
        TryRun<TSpace>(kind, origin, ref placing);
        return count;
    }

    /// <summary>Turns the number of cells at each distance into the number of nearer cells: where the first cell of the distance goes.</summary>
    /// <returns>The largest distance of a cell that is among the <paramref name="count"/> nearest.</returns>
    private static int TurnIntoStarts(Span<int> counts, int count)
    {
        int start = 0;
        int bound = 0;
        for (int distance = 0; distance < counts.Length; distance++)
        {
            bound = start < count ? distance : bound;
            (counts[distance], start) = (start, start + counts[distance]);
        }

        return bound;
    }

    [SkipLocalsInit]
    private static bool TryRun<TSpace>(DistanceKind kind, Cell origin, ref DistanceCollector collector)
        where TSpace : ISearchSpace<TSpace>
    {
        if (!origin.IsOf<TSpace>())
        {
            return false;
        }

        if (kind == DistanceKind.Hamming)
        {
            var hamming = new HammingClassDistances<TSpace>(origin);
            collector.Run<TSpace, HammingClassDistances<TSpace>>(ref hamming);
            return true;
        }

        if (!origin.TryPrune(out Cell pruned))
        {
            return false;
        }

        if (kind == DistanceKind.Encoded)
        {
            if (pruned.Vertices > TSpace.MaxVertices)
            {
                return false;
            }

            Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
            var encoded = new EncodedClassDistances<TSpace>(placements[..Placement.List(pruned, TSpace.MaxVertices - 2, placements)]);
            collector.Run<TSpace, EncodedClassDistances<TSpace>>(ref encoded);
            return true;
        }

        RunEdit<TSpace>(AlignedCell.OfPruned(pruned), kind == DistanceKind.Edit, ref collector);
        return true;
    }

    private static void RunEdit<TSpace>(AlignedCell origin, bool dummiesAreFree, ref DistanceCollector collector)
        where TSpace : ISearchSpace<TSpace>
    {
        if (Bytes512.IsSupported)
        {
            RunLanes<TSpace, Bytes512, Vector512<byte>>(origin, dummiesAreFree, ref collector);
        }
        else if (Bytes256.IsSupported)
        {
            RunLanes<TSpace, Bytes256, Vector256<byte>>(origin, dummiesAreFree, ref collector);
        }
        else if (Bytes128.IsSupported)
        {
            RunLanes<TSpace, Bytes128, Vector128<byte>>(origin, dummiesAreFree, ref collector);
        }
        else
        {
            var scalar = new ScalarClassDistances<TSpace>(origin, dummiesAreFree);
            collector.Run<TSpace, ScalarClassDistances<TSpace>>(ref scalar);
        }
    }

    [SkipLocalsInit]
    private static void RunLanes<TSpace, TLanes, TVector>(AlignedCell origin, bool dummiesAreFree, ref DistanceCollector collector)
        where TSpace : ISearchSpace<TSpace>
        where TLanes : struct, IByteLanes<TVector>
        where TVector : unmanaged
    {
        byte* memory = stackalloc byte[sizeof(AssignmentCosts) + CacheLine.Size];
        var lanes = new LaneClassDistances<TSpace, TLanes, TVector>((AssignmentCosts*)CacheLine.Align(memory), origin, dummiesAreFree);
        collector.Run<TSpace, LaneClassDistances<TSpace, TLanes, TVector>>(ref lanes);
    }
}
