using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench;

/// <summary>The distances of a cell to a whole space.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// The cells of a topology class have the same graph, so what edges cost is computed once a class; the edit distances then take a few nanoseconds a cell.
/// Nothing allocates. Thread-safe.
/// </remarks>
public static unsafe class SpaceDistances<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>The distances to every cell of the space.</summary>
    /// <param name="kind">
    /// The definition; <see cref="DistanceKind.Encoded"/> with the most vertices of the space, <see cref="DistanceKind.Hamming"/> to the representatives.
    /// </param>
    /// <param name="source">Any cell of the space, valid or not; to one of another space there are no distances.</param>
    /// <param name="distances">Receives the distance to the cell of each index; <see cref="Distances.None"/> where there is none.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work; what is written by then stays.</param>
    /// <exception cref="ArgumentException"><paramref name="distances"/> is shorter than the space.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>For NAS-Bench-101 milliseconds; some tens, for cells with many encodings hundreds, by <see cref="DistanceKind.Encoded"/>.</remarks>
    public static void ToAll(
        DistanceKind kind,
        Cell source,
        Span<byte> distances,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (distances.Length < TSpace.CellCount)
        {
            throw new ArgumentException($"needs {TSpace.CellCount} entries, has {distances.Length}", nameof(distances));
        }

        var query = new SpaceQuery(progress, cancellationToken) { Distances = distances[..TSpace.CellCount] };
        if (!TryRun(kind, source, ref query))
        {
            query.Distances.Fill(Distances.None);
        }
    }

    /// <summary>The nearest cells of the space, nearest first; of cells at the same distance the one with the smaller index first.</summary>
    /// <param name="kind">The definition, as in <see cref="ToAll"/>.</param>
    /// <param name="source">
    /// Any cell; its own class, where it is in the space, is the nearest by all definitions but <see cref="DistanceKind.Hamming"/>.
    /// </param>
    /// <param name="indices">Receives the indices: as many as there is room for.</param>
    /// <param name="distances">Receives their distances; as long as <paramref name="indices"/>.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The number of cells: the length of the spans or the size of the space, whichever is less; 0 where there are no distances.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Two passes over the space: the first counts how many cells there are at each distance, the second skips classes that are too far.</remarks>
    public static int Nearest(
        DistanceKind kind,
        Cell source,
        Span<int> indices,
        Span<byte> distances,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        if (indices.Length != distances.Length)
        {
            throw new ArgumentException($"needs {indices.Length} entries, has {distances.Length}", nameof(distances));
        }

        Span<int> places = stackalloc int[byte.MaxValue + 1];
        places.Clear();
        int count = Math.Min(indices.Length, TSpace.CellCount);
        var counting = new SpaceQuery(progress, cancellationToken) { Counts = places };
        if (count == 0 || !TryRun(kind, source, ref counting))
        {
            return 0;
        }

        int bound = TurnIntoPlaces(places, count);
        var placing = new SpaceQuery(null, cancellationToken) { Bound = bound, Counts = places, Indices = indices[..count], Distances = distances[..count] };
        TryRun(kind, source, ref placing);
        return count;
    }

    /// <summary>Turns the number of cells at each distance into the place of the first of them.</summary>
    /// <returns>The largest distance that has a place below <paramref name="count"/>.</returns>
    private static int TurnIntoPlaces(Span<int> counts, int count)
    {
        int place = 0;
        int bound = 0;
        for (int distance = 0; distance < counts.Length; distance++)
        {
            bound = place < count ? distance : bound;
            (counts[distance], place) = (place, place + counts[distance]);
        }

        return bound;
    }

    [SkipLocalsInit]
    private static bool TryRun(DistanceKind kind, Cell source, ref SpaceQuery query)
    {
        if (!source.IsOf<TSpace>())
        {
            return false;
        }

        if (kind == DistanceKind.Hamming)
        {
            var hamming = new HammingClassDistances<TSpace>(source);
            query.Run<TSpace, HammingClassDistances<TSpace>>(ref hamming);
            return true;
        }

        if (!source.TryPrune(out Cell pruned))
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
            query.Run<TSpace, EncodedClassDistances<TSpace>>(ref encoded);
            return true;
        }

        RunEdit(AlignedCell.OfPruned(pruned), kind == DistanceKind.Edit, ref query);
        return true;
    }

    private static void RunEdit(AlignedCell source, bool dummiesAreFree, ref SpaceQuery query)
    {
        if (Bytes512.IsSupported)
        {
            RunLanes<Bytes512, Vector512<byte>>(source, dummiesAreFree, ref query);
        }
        else if (Bytes256.IsSupported)
        {
            RunLanes<Bytes256, Vector256<byte>>(source, dummiesAreFree, ref query);
        }
        else if (Bytes128.IsSupported)
        {
            RunLanes<Bytes128, Vector128<byte>>(source, dummiesAreFree, ref query);
        }
        else
        {
            var scalar = new ScalarClassDistances<TSpace>(source, dummiesAreFree);
            query.Run<TSpace, ScalarClassDistances<TSpace>>(ref scalar);
        }
    }

    [SkipLocalsInit]
    private static void RunLanes<TLanes, TVector>(AlignedCell source, bool dummiesAreFree, ref SpaceQuery query)
        where TLanes : struct, IByteLanes<TVector>
        where TVector : unmanaged
    {
        byte* memory = stackalloc byte[sizeof(AssignmentCosts) + CacheLine.Size];
        var lanes = new LaneClassDistances<TSpace, TLanes, TVector>((AssignmentCosts*)CacheLine.Align(memory), source, dummiesAreFree);
        query.Run<TSpace, LaneClassDistances<TSpace, TLanes, TVector>>(ref lanes);
    }
}
