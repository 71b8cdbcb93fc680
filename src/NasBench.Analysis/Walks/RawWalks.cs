namespace NasBench.Analysis;

/// <summary>Random walks over raw points as the peers sample them, and how far such walks come.</summary>
/// <remarks>
/// A step changes one of the 26 parameters of a raw cell, drawn uniformly: an edge is flipped, an operation becomes one of the other two. A result that is not
/// valid is drawn again. This is <see cref="MutationKind.Paper"/>. The walk is reversible: in the long run a raw cell has a probability in proportion to the
/// number of its valid changes, where an edge counts twice. Thread-safe.
/// </remarks>
public static class RawWalks
{
    /// <summary>Samples walks and takes the mean of their autocorrelations, as NASLib does with 10 walks of 500 steps.</summary>
    /// <param name="values">The value of each class of NAS-Bench-101.</param>
    /// <param name="seed">The seed; the same one gives the same walks on every machine.</param>
    /// <param name="walks">The number of walks, at least 1.</param>
    /// <param name="steps">The number of raw cells of a walk, more than <paramref name="lags"/> + 1. The first is drawn uniformly among the valid ones.</param>
    /// <param name="lags">The greatest lag.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// For lag 0 to <paramref name="lags"/> the mean over walks of Pearson's correlation of all pairs of values so far apart; NaN where no walk's values vary.
    /// </returns>
    /// <exception cref="ArgumentException">There is not a value for each class.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static double[] SampleCorrelation(
        ReadOnlySpan<double> values,
        ulong seed = 0,
        int walks = 10,
        int steps = 500,
        int lags = 35,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(walks, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(lags);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(steps, lags + 1);
        if (values.Length != Nas101.CellCount || !PresentValues.AreAll(values))
        {
            throw new ArgumentException($"A walk needs a value for each of the {Nas101.CellCount} classes.", nameof(values));
        }

        double[] sums = new double[lags + 1];
        int[] counts = new int[lags + 1];
        double[] visited = new double[steps];
        var random = new SplitMixRandom(seed);
        for (int walk = 0; walk < walks; walk++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Visit(values, random, visited);
            for (int lag = 0; lag <= lags; lag++)
            {
                double correlation = Correlate(visited.AsSpan(0, steps - lag), visited.AsSpan(lag));
                counts[lag] += double.IsNaN(correlation) ? 0 : 1;
                sums[lag] += double.IsNaN(correlation) ? 0 : correlation;
            }

            progress?.Report((walk + 1.0) / walks);
        }

        for (int lag = 0; lag <= lags; lag++)
        {
            sums[lag] /= counts[lag];
        }

        return sums;
    }

    /// <summary>
    /// The mean Hamming distance from the start after some steps, where invalid cells are not drawn again: on this product of 21 edges and 5 operations it is
    /// 21/2 (1 - (1 - 2/26)^n) + 5 * 2/3 (1 - (1 - 1.5/26)^n).
    /// </summary>
    /// <param name="steps">The number of steps, 0 or more.</param>
    /// <returns>The mean distance: near to the number of steps at first, 13.83 in the end.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="steps"/> is negative.</exception>
    public static double MeanDistance(int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);
        return MeanDistance(steps, Cell.MaxEdges, Cell.MaxInteriorVertices, Nas101.OperationCount);
    }

    internal static double MeanDistance(int steps, int edges, int vertices, int operations)
    {
        double parameters = edges + vertices;
        double others = operations - 1;
        double edgePart = edges * 0.5 * (1 - Math.Pow(1 - (2 / parameters), steps));

        // A change away from one of k values comes back with probability 1 / (k - 1): the difference fades by k / (k - 1) a change.
        double operationPart = vertices * (others / operations) * (1 - Math.Pow(1 - (operations / others / parameters), steps));
        return edgePart + operationPart;
    }

    private static void Visit(ReadOnlySpan<double> values, SplitMixRandom random, Span<double> visited)
    {
        Cell cell = CellSampler.NextRaw(random, out int index);
        for (int step = 0; step < visited.Length; step++)
        {
            visited[step] = values[index];

            // Each valid cell has valid neighbours: some change brings nothing about, or leads to another class.
            if (step + 1 < visited.Length && CellMutator.TryMutate(cell, MutationKind.Paper, random, out Cell child, out int next))
            {
                cell = child;
                index = next;
            }
        }
    }

    private static double Correlate(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double meanFirst = Search.Samples.Mean(first);
        double meanSecond = Search.Samples.Mean(second);
        double covariance = 0;
        double varianceFirst = 0;
        double varianceSecond = 0;
        for (int i = 0; i < first.Length; i++)
        {
            double a = first[i] - meanFirst;
            double b = second[i] - meanSecond;
            covariance += a * b;
            varianceFirst += a * a;
            varianceSecond += b * b;
        }

        return varianceFirst > 0 && varianceSecond > 0 ? covariance / Math.Sqrt(varianceFirst * varianceSecond) : double.NaN;
    }
}
