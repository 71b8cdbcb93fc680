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
        return MeasureEach<Nas101>([peaks.ToArray()], progress, cancellationToken)[0];
    }

    /// <summary>Measures the volumes around several sets of cells, one after the other in the same memory.</summary>
    internal static PeakVolume[] MeasureEach<TSpace>(
        IReadOnlyList<int[]> sets, IProgress<double>? progress, CancellationToken cancellationToken)
        where TSpace : ISearchSpace<TSpace>
    {
        var graph = NeighborGraph.Build<TSpace>(NeighborKind.Class, null, cancellationToken);
        NeighborGraph reverse = NeighborGraphs.Reverse(graph);
        RawDistances<TSpace> distances = new();
        var volumes = new PeakVolume[sets.Count];
        for (int i = 0; i < volumes.Length; i++)
        {
            IProgress<double>? own = progress is null ? null : new PartialProgress(progress, (double)i / volumes.Length, (i + 1.0) / volumes.Length);
            volumes[i] = new PeakVolume(
                CountDistances(distances, sets[i], own, cancellationToken),
                StepDistances.From(graph, sets[i], cancellationToken),
                StepDistances.From(reverse, sets[i], cancellationToken));
        }

        return volumes;
    }

    /// <summary>Counts the raw points of each class at each distance of the nearest raw point of a peak.</summary>
    internal static DistanceCounts CountDistances<TSpace>(
        RawDistances<TSpace> distances, ReadOnlySpan<int> peaks, IProgress<double>? progress, CancellationToken cancellationToken)
        where TSpace : ISearchSpace<TSpace>
    {
        bool[] isPeak = new bool[TSpace.CellCount];
        foreach (int peak in peaks)
        {
            IndexCheck.ThrowIfOutside<TSpace>(peak, nameof(peaks));
            isPeak[peak] = true;
        }

        IProgress<double>? first = progress is null ? null : new PartialProgress(progress, 0, 0.7);
        IProgress<double>? second = progress is null ? null : new PartialProgress(progress, 0.7, 1);
        distances.Measure(isPeak, first, cancellationToken);
        return distances.Count(second, cancellationToken);
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
