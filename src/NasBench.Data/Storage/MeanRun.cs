namespace NasBench.Data;

/// <summary>The means over all repeats of a cell: each value summed in the order of the repeats, then divided by their number. No allocation.</summary>
internal static class MeanRun
{
    /// <summary>Computes the means of a cell at a number of epochs.</summary>
    /// <param name="store">The data set.</param>
    /// <param name="index">The cell. Any index may be asked for.</param>
    /// <param name="epochsPosition">The position of the number of epochs.</param>
    /// <param name="mean">The means; all NaN where there is no repeat.</param>
    public static QueryStatus TryGet(RunStore store, int index, int epochsPosition, out Run mean)
    {
        QueryStatus status = store.TryGetRun(index, epochsPosition, 0, out mean);
        if (status != QueryStatus.Found)
        {
            return status;
        }

        int count = store.GetRepeatCount(index, epochsPosition);
        for (int repeat = 1; repeat < count; repeat++)
        {
            store.TryGetRun(index, epochsPosition, repeat, out Run run);
            mean = new Run(Add(mean.Halfway, run.Halfway), Add(mean.Final, run.Final));
        }

        mean = new Run(Divide(mean.Halfway, count), Divide(mean.Final, count));
        return QueryStatus.Found;
    }

    private static Metrics Add(in Metrics left, in Metrics right) => new(
        left.TrainingTime + right.TrainingTime,
        left.TrainAccuracy + right.TrainAccuracy,
        left.ValidationAccuracy + right.ValidationAccuracy,
        left.TestAccuracy + right.TestAccuracy);

    private static Metrics Divide(in Metrics sum, int count) => new(
        sum.TrainingTime / count, sum.TrainAccuracy / count, sum.ValidationAccuracy / count, sum.TestAccuracy / count);
}
