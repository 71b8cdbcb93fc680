namespace NasBench.Data;

public sealed partial class Dataset
{
    /// <summary>
    /// Cells located before their runs are gathered: enough to overlap the memory reads of both steps, and their indices stay in the first-level cache.
    /// </summary>
    private const int BatchBlock = 512;

    /// <summary>One evaluation of each of many cells, faster than one by one.</summary>
    /// <param name="cells">Any cells, in any order.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="point">Which evaluation: halfway or final.</param>
    /// <param name="results">Receives what the evaluations measured, in the order of the cells; all NaN where not found.</param>
    /// <param name="statuses">Receives whether each was found, or why not.</param>
    /// <returns>The number found.</returns>
    /// <remarks>Allocates nothing.</remarks>
    /// <exception cref="ArgumentException"><paramref name="results"/> or <paramref name="statuses"/> is shorter than <paramref name="cells"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="point"/> is neither halfway nor final.</exception>
    public int Query(ReadOnlySpan<Cell> cells, int epochs, int repeat, EvaluationPoint point, Span<Metrics> results, Span<QueryStatus> statuses)
    {
        RunStore store = Store;
        point.Require();
        ThrowIfShort(cells.Length, results.Length, statuses.Length);
        int position = store.FindEpochs(epochs);
        if (position < 0)
        {
            return FillNoSuchEpochs(results[..cells.Length], statuses[..cells.Length]);
        }

        Span<int> indices = stackalloc int[BatchBlock];
        int found = 0;
        for (int start = 0; start < cells.Length; start += BatchBlock)
        {
            ReadOnlySpan<Cell> block = cells[start..Math.Min(start + BatchBlock, cells.Length)];
            Space<Nas101>.Locate(block, indices);
            found += store.Gather(
                indices[..block.Length], position, repeat, point, results.Slice(start, block.Length), statuses.Slice(start, block.Length));
        }

        return found;
    }

    /// <inheritdoc cref="Query(ReadOnlySpan{Cell}, int, int, EvaluationPoint, Span{Metrics}, Span{QueryStatus})"/>
    /// <param name="indices">Indices of cells; one outside the space is an invalid cell.</param>
    /// <param name="epochs">The number of epochs.</param>
    /// <param name="repeat">The repeat, from 0.</param>
    /// <param name="point">Which evaluation: halfway or final.</param>
    /// <param name="results">Receives what the evaluations measured, in the order of the cells; all NaN where not found.</param>
    /// <param name="statuses">Receives whether each was found, or why not.</param>
    /// <exception cref="ArgumentException"><paramref name="results"/> or <paramref name="statuses"/> is shorter than <paramref name="indices"/>.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="point"/> is neither halfway nor final.</exception>
    public int Query(ReadOnlySpan<int> indices, int epochs, int repeat, EvaluationPoint point, Span<Metrics> results, Span<QueryStatus> statuses)
    {
        RunStore store = Store;
        point.Require();
        ThrowIfShort(indices.Length, results.Length, statuses.Length);
        results = results[..indices.Length];
        statuses = statuses[..indices.Length];
        int position = store.FindEpochs(epochs);
        return position < 0
            ? FillNoSuchEpochs(results, statuses)
            : store.Gather(indices, position, repeat, point, results, statuses);
    }

    private static int FillNoSuchEpochs(Span<Metrics> results, Span<QueryStatus> statuses)
    {
        results.Fill(Metrics.Absent);
        statuses.Fill(QueryStatus.NoSuchEpochs);
        return 0;
    }

    private static void ThrowIfShort(int needed, int results, int statuses)
    {
        if (results < needed || statuses < needed)
        {
            throw new ArgumentException($"Results and statuses must hold {needed} entries; they hold {results} and {statuses}.");
        }
    }
}
