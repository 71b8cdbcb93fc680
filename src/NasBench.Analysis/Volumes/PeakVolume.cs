using NasBench.Data;

namespace NasBench.Analysis;

/// <summary>How much of the space lies within each distance of the nearest of some cells: in raw points and in classes.</summary>
/// <remarks>
/// <para>
/// All counts are cumulative: entry d is the number within distance d, and the last entry is that of the greatest distance that occurs. A raw point is one of
/// the 2^21 * 3^5 = 509,607,936 combinations of edges and operations of seven vertices; the peaks are all raw points of the given cells. The paper's "search
/// space volume" counts all of them, valid or not: <see cref="RawPoints"/>.
/// </para>
/// <para>Immutable and thread-safe.</para>
/// </remarks>
public sealed class PeakVolume
{
    private readonly long[] _rawPoints;
    private readonly long[] _validRawPoints;
    private readonly int[] _nearestClasses;
    private readonly int[] _classes;
    private readonly int[] _classesTowards;

    private PeakVolume(DistanceCounts counts, byte[] steps, byte[] stepsTowards)
    {
        long[] valid = new long[DistanceCounts.Width - 1];
        long[] all = new long[DistanceCounts.Width - 1];
        int[] nearest = new int[DistanceCounts.Width - 1];
        for (int index = 0; index < counts.ClassCount; index++)
        {
            ReadOnlySpan<int> own = counts[index];
            for (int distance = 0; distance < valid.Length; distance++)
            {
                valid[distance] += own[distance];
            }

            int first = counts.Nearest(index);
            if (first < nearest.Length)
            {
                nearest[first]++;
            }
        }

        for (int distance = 0; distance < all.Length; distance++)
        {
            all[distance] = valid[distance] + counts.Invalid[distance];
        }

        _rawPoints = Accumulate(all);
        _validRawPoints = Accumulate(valid);
        _nearestClasses = Accumulate(nearest);
        _classes = Accumulate(CountSteps(steps));
        _classesTowards = Accumulate(CountSteps(stepsTowards));
    }

    /// <summary>Raw points within each distance, valid or not.</summary>
    public ReadOnlySpan<long> RawPoints => _rawPoints;

    /// <summary>Valid raw points within each distance.</summary>
    public ReadOnlySpan<long> ValidRawPoints => _validRawPoints;

    /// <summary>Classes that have a raw point within each distance: <see cref="DistanceKind.Encoded"/>.</summary>
    public ReadOnlySpan<int> NearestClasses => _nearestClasses;

    /// <summary>
    /// Classes that so many steps from a peak lead to, each to a neighbour by <see cref="NeighborKind.Class"/>. Such steps never add a vertex, so that they do
    /// not reach the whole space from everywhere.
    /// </summary>
    public ReadOnlySpan<int> Classes => _classes;

    /// <summary>Classes from which so many of these steps lead to a peak.</summary>
    public ReadOnlySpan<int> ClassesTowards => _classesTowards;

    /// <summary>Measures the volume around cells of NAS-Bench-101.</summary>
    /// <param name="peaks">The indices of the cells.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The volume.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An index is not in the space.</exception>
    /// <exception cref="InsufficientMemoryException">There is not memory enough: 0.7 GB are needed while it works.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>About two seconds on two cores. Up to four threads share the work; the result does not depend on how many.</remarks>
    public static PeakVolume Measure(ReadOnlySpan<int> peaks, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        DistanceCounts counts = CountDistances<Nas101>(peaks, progress, cancellationToken);
        var graph = NeighborGraph.Build(NeighborKind.Class, null, cancellationToken);
        return Measure(counts, graph, peaks, cancellationToken);
    }

    internal static PeakVolume Measure(DistanceCounts counts, NeighborGraph graph, ReadOnlySpan<int> peaks, CancellationToken cancellationToken) =>
        new(
            counts,
            StepDistances.From(graph, peaks, cancellationToken),
            StepDistances.From(NeighborGraphs.Reverse(graph), peaks, cancellationToken));

    /// <summary>Counts the raw points of each class at each distance of the nearest raw point of a peak.</summary>
    internal static DistanceCounts CountDistances<TSpace>(ReadOnlySpan<int> peaks, IProgress<double>? progress, CancellationToken cancellationToken)
        where TSpace : ISearchSpace<TSpace>
    {
        bool[] isPeak = new bool[TSpace.CellCount];
        foreach (int peak in peaks)
        {
            CellIndex.ThrowIfOutside<TSpace>(peak, nameof(peaks));
            isPeak[peak] = true;
        }

        IProgress<double>? first = progress is null ? null : new PartialProgress(progress, 0, 0.7);
        IProgress<double>? second = progress is null ? null : new PartialProgress(progress, 0.7, 1);
        return RawDistances<TSpace>.Measure(new RawPoints<TSpace>(), isPeak, first, cancellationToken).Count(second, cancellationToken);
    }

    private static int[] CountSteps(byte[] steps)
    {
        int[] counts = new int[StepDistances.Unreached];
        foreach (byte step in steps)
        {
            if (step != StepDistances.Unreached)
            {
                counts[step]++;
            }
        }

        return counts;
    }

    /// <summary>Sums up to the last count that is not zero.</summary>
    private static T[] Accumulate<T>(T[] counts)
        where T : struct, System.Numerics.INumber<T>
    {
        T sum = T.Zero;
        T[] sums = new T[counts.AsSpan().LastIndexOfAnyExcept(T.Zero) + 1];
        for (int i = 0; i < sums.Length; i++)
        {
            sum += counts[i];
            sums[i] = sum;
        }

        return sums;
    }
}
