namespace NasBench.Data;

/// <summary>Compares all values of a data set with the formula of made-up metrics.</summary>
internal static class SyntheticComparison
{
    /// <summary>Cells that a thread takes at a time.</summary>
    private const int PieceSize = 4096;

    /// <summary>Whether every value of every record, those that queries never show included, is what the formula gives.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static bool IsSynthetic(RunStore store, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        bool differs = false;
        ParallelWork.Run(
            new WorkRanges(store.CellCount, PieceSize),
            piece =>
            {
                if (!Volatile.Read(ref differs) && !AreSynthetic(store, store.Indices[piece]))
                {
                    Volatile.Write(ref differs, true);
                }
            },
            progress,
            cancellationToken);
        return !differs;
    }

    private static bool AreSynthetic(RunStore store, ReadOnlySpan<int> indices)
    {
        foreach (int index in indices)
        {
            if (!IsSynthetic(store, index))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSynthetic(RunStore store, int index)
    {
        SyntheticModel model = SyntheticMetrics.ModelOf(index, store.GetHash(index));
        for (int position = 0; position < store.Epochs.Length; position++)
        {
            int repeats = store.GetRepeatCount(index, position);
            for (int repeat = 0; repeat < repeats; repeat++)
            {
                RecordDetails record = store.GetRecord(index, position, repeat);
                if (record.TrainableParameters is null || !SyntheticMetrics.IsSynthetic(model, store.Epochs[position], repeat, record.Run))
                {
                    return false;
                }
            }
        }

        return true;
    }
}
