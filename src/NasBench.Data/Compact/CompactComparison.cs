namespace NasBench.Data;

/// <summary>Compares a compact file that was just written with what it was made from: every checksum, then value by value, to the bit.</summary>
internal static class CompactComparison
{
    /// <summary>Cells that a thread takes at a time.</summary>
    private const int PieceSize = 4096;

    /// <exception cref="InvalidDataException">Something differs: the disk, the memory or the writer is at fault.</exception>
    public static void RequireSame(RunStore expected, string path, CancellationToken cancellationToken)
    {
        try
        {
            FileBytes file = FileBytes.Open(path, CompactAccess.Map);
            var actual = new CompactStore(file, path);
            CompactChecksums.Require(file, actual.Header, path, cancellationToken);
            Compare(expected, actual, cancellationToken);
        }
        catch (DataFormatException damage)
        {
            throw Differs(damage.Detail);
        }
    }

    private static void Compare(RunStore expected, CompactStore actual, CancellationToken cancellationToken)
    {
        Require(
            expected.CellCount == actual.CellCount && expected.RecordCount == actual.RecordCount && expected.MaxRepeats == actual.MaxRepeats, "counts differ");
        Require(expected.Epochs.SequenceEqual(actual.Epochs) && expected.Indices.SequenceEqual(actual.Indices), "numbers of epochs or cells differ");
        ParallelWork.Run(
            new WorkRanges(expected.CellCount, PieceSize),
            piece =>
            {
                foreach (int index in expected.Indices[piece])
                {
                    CompareCell(expected, actual, index);
                }
            },
            null,
            cancellationToken);
    }

    private static void CompareCell(RunStore expected, CompactStore actual, int index)
    {
        ModuleHash hash = expected.GetHash(index);
        Require(
            hash == actual.GetHash(index) && actual.Find(hash) == index && expected.GetCell(index) == actual.GetCell(index)
            && expected.GetTrainableParameters(index) == actual.GetTrainableParameters(index),
            "a cell differs");
        for (int epochs = 0; epochs < expected.Epochs.Length; epochs++)
        {
            int count = expected.GetRepeatCount(index, epochs);
            Require(count == actual.GetRepeatCount(index, epochs), "the repeats of a cell differ");
            for (int repeat = 0; repeat < count; repeat++)
            {
                RecordDetails record = expected.GetRecord(index, epochs, repeat);
                Require(IsSame(record, actual.GetRecord(index, epochs, repeat)), "a record differs");
                actual.TryGetRun(index, epochs, repeat, out Run run);
                Require(IsSame(record.Run.ToRun().Halfway, run.Halfway) && IsSame(record.Run.ToRun().Final, run.Final), "a run differs");
            }
        }
    }

    private static bool IsSame(in RecordDetails left, in RecordDetails right) =>
        left.StoredCell == right.StoredCell && left.TrainableParameters == right.TrainableParameters && left.CheckpointPaths == right.CheckpointPaths
        && IsSame(left.Run.Initial, right.Run.Initial)
        && IsSame(left.Run.Halfway, right.Run.Halfway)
        && IsSame(left.Run.Final, right.Run.Final)
        && IsSame(left.Run.TotalTime, right.Run.TotalTime);

    private static bool IsSame(in Evaluation left, in Evaluation right) =>
        IsSame(left.Epoch, right.Epoch) && IsSame(RecordedRun.ToMetrics(left), RecordedRun.ToMetrics(right));

    private static bool IsSame(in Metrics left, in Metrics right) =>
        IsSame(left.TrainingTime, right.TrainingTime) && IsSame(left.TrainAccuracy, right.TrainAccuracy)
        && IsSame(left.ValidationAccuracy, right.ValidationAccuracy) && IsSame(left.TestAccuracy, right.TestAccuracy);

    /// <summary>Equality to the bit, except that all NaN are equal: the value is absent.</summary>
    private static bool IsSame(double left, double right) =>
        BitConverter.DoubleToInt64Bits(left) == BitConverter.DoubleToInt64Bits(right) || (double.IsNaN(left) && double.IsNaN(right));

    private static void Require(bool condition, string detail)
    {
        if (!condition)
        {
            throw Differs(detail);
        }
    }

    private static InvalidDataException Differs(string detail) => new($"the compact file is not what it was made from: {detail}");
}
