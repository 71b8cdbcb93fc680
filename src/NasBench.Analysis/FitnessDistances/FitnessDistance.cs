namespace NasBench.Analysis;

/// <summary>How accuracy hangs on the distance of the nearest of some peaks, exactly, by four definitions of distance.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
public sealed class FitnessDistance
{
    private FitnessDistance(FitnessByDistance raw, FitnessByDistance nearest, FitnessByDistance edit, FitnessByDistance graphEdit)
    {
        Raw = raw;
        Nearest = nearest;
        Edit = edit;
        GraphEdit = graphEdit;
    }

    /// <summary>
    /// All valid raw points, each counted once, at their Hamming distance of the nearest raw point of a peak: the distance of the paper, and its weights.
    /// </summary>
    public FitnessByDistance Raw { get; }

    /// <summary>All classes, each counted once, at the distance of that raw point of them which is nearest: <see cref="DistanceKind.Encoded"/>.</summary>
    public FitnessByDistance Nearest { get; }

    /// <summary>All classes, each counted once, at their <see cref="DistanceKind.Edit"/> distance.</summary>
    public FitnessByDistance Edit { get; }

    /// <summary>All classes, each counted once, at their <see cref="DistanceKind.GraphEdit"/> distance.</summary>
    public FitnessByDistance GraphEdit { get; }

    /// <summary>Measures how values hang on the distance of peaks.</summary>
    /// <param name="values">The value of each class of NAS-Bench-101; NaN where there is none: such classes do not count.</param>
    /// <param name="peaks">The indices of the peaks.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What was found.</returns>
    /// <exception cref="ArgumentException">There is not a value for each class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A peak is not in the space.</exception>
    /// <exception cref="InsufficientMemoryException">There is not memory enough: 0.7 GB are needed while it works.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>About three seconds on two cores, and some milliseconds more for each peak; the result does not depend on the number of threads.</remarks>
    public static FitnessDistance Measure(
        ReadOnlySpan<double> values, ReadOnlySpan<int> peaks, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        if (values.Length != Nas101.CellCount)
        {
            throw new ArgumentException($"There are {values.Length} values for {Nas101.CellCount} classes.", nameof(values));
        }

        DistanceCounts counts = PeakVolume.CountDistances(new RawDistances<Nas101>(), peaks, progress, cancellationToken);
        return new FitnessDistance(
            FitnessByDistance.Measure(values, counts),
            FitnessByDistance.Measure(values, DistanceCounts.OfClasses(NearestByClass(counts))),
            FitnessByDistance.Measure(values, DistanceCounts.OfClasses(Distances<Nas101>(peaks, DistanceKind.Edit, cancellationToken))),
            FitnessByDistance.Measure(values, DistanceCounts.OfClasses(Distances<Nas101>(peaks, DistanceKind.GraphEdit, cancellationToken))));
    }

    /// <summary>The distance of the nearest peak by class.</summary>
    internal static byte[] Distances<TSpace>(ReadOnlySpan<int> peaks, DistanceKind kind, CancellationToken cancellationToken)
        where TSpace : ISearchSpace<TSpace>
    {
        byte[] nearest = new byte[TSpace.CellCount];
        byte[] own = new byte[TSpace.CellCount];
        Array.Fill(nearest, byte.MaxValue);
        foreach (int peak in peaks)
        {
            SpaceDistances.ToAll<TSpace>(Space<TSpace>.CellAt(peak), own, kind, null, cancellationToken);
            for (int index = 0; index < nearest.Length; index++)
            {
                nearest[index] = Math.Min(nearest[index], own[index]);
            }
        }

        return nearest;
    }

    private static byte[] NearestByClass(DistanceCounts counts)
    {
        byte[] nearest = new byte[counts.ClassCount];
        for (int index = 0; index < nearest.Length; index++)
        {
            nearest[index] = (byte)counts.Nearest(index);
        }

        return nearest;
    }
}
