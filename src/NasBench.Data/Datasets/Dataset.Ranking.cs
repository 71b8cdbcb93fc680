namespace NasBench.Data;

public sealed partial class Dataset
{
    private const int RankingInterval = 4096;

    /// <summary>How many cells ahead a ranking has the memory fetch what it will read.</summary>
    private const int RankingLookahead = 8;

    /// <summary>The cells with the largest values, where a value is computed from the means over a cell's repeats.</summary>
    /// <param name="count">How many cells; all of them if the data set has fewer. At least 0.</param>
    /// <param name="by">What to rank by. It receives the means over all repeats of a cell, and is called once for each cell with runs of that many epochs, on
    /// the caller's thread. Cells for which it gives NaN are left out. Give the negative of a value for which less is better.</param>
    /// <param name="epochs">The number of epochs of the runs; null for the data set's largest.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The cells in descending order of their values; cells with equal values in ascending order of their hashes.</returns>
    /// <remarks>
    /// Some tenths of a second for the whole space; memory for <paramref name="count"/> cells. <see cref="BuiltinDataset"/> computes its values, which takes
    /// seconds.
    /// </remarks>
    /// <example>
    /// <code>
    /// foreach (RankedCell best in data.GetTop(10, run => run.Final.TestAccuracy))
    /// {
    ///     Console.WriteLine($"{best.Rank}. {best.Cell}: {best.Value:P2}");
    /// }
    ///
    /// // The ten that train fastest:
    /// data.GetTop(10, run => -run.Final.TrainingTime);
    /// </code>
    /// </example>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 0.</exception>
    /// <exception cref="QueryException">The data set has no runs of that many epochs.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IReadOnlyList<RankedCell> GetTop(
        int count, Func<Run, double> by, int? epochs = null, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(by);
        RunStore store = Store;
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        int position = store.FindEpochs(EpochsOrLargest(store, epochs));
        if (position < 0)
        {
            throw NoSuchEpochs(store, epochs);
        }

        store.PrepareForAllCells(null, cancellationToken);
        return Rank(
            store,
            count,
            index => MeanRun.TryGet(store, index, position, out Run mean) == QueryStatus.Found ? by(mean) : double.NaN,
            progress,
            cancellationToken);
    }

    /// <summary>The cells with the largest values of any function of their index.</summary>
    /// <param name="count">How many cells; all of them if the data set has fewer. At least 0.</param>
    /// <param name="byIndex">What to rank by. It receives the index of a cell in the space, and is called once for each cell of the data, on the caller's
    /// thread. Cells for which it gives NaN are left out. Give the negative of a value for which less is better.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Ends the work early.</param>
    /// <returns>The cells in descending order of their values; cells with equal values in ascending order of their hashes.</returns>
    /// <remarks>Takes as long as the calls of <paramref name="byIndex"/> take, and memory for <paramref name="count"/> cells.</remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 0.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IReadOnlyList<RankedCell> GetTop(
        int count, Func<int, double> byIndex, IProgress<double>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(byIndex);
        RunStore store = Store;
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return Rank(store, count, byIndex, progress, cancellationToken);
    }

    private static RankedCell[] Rank(
        RunStore store, int count, Func<int, double> byIndex, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var best = new BestCells(store, count);
        ReadOnlySpan<int> indices = store.Indices;
        for (int i = 0; i < indices.Length; i++)
        {
            if (i % RankingInterval == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report((double)i / indices.Length);
            }

            if (i + RankingLookahead < indices.Length)
            {
                store.Prefetch(indices[i + RankingLookahead]);
            }

            best.Offer(indices[i], byIndex(indices[i]));
        }

        RankedCell[] ranking = best.Rank();
        progress?.Report(1);
        return ranking;
    }
}
