using CsCheck;

namespace NasBench.Data.Tests.Datasets;

/// <summary>Whatever records a file holds, the data set answers with exactly them; the slow obvious twin is the list of records.</summary>
public sealed class DatasetRoundTripTests
{
    private static readonly int[] s_indices = [0, 1, 6, 90, 91, 2531, 64541, 64542, 200000, Space<Nas101>.Count - 1];

    private static readonly Gen<double> s_accuracy = Gen.Frequency(
        (12, Gen.Int[0, 9984].Select(k => (double)(k / 9984f))), (1, Gen.Double[0, 1]), (2, Gen.Const(double.NaN)), (1, Gen.Const(-0.0)));

    private static readonly Gen<double> s_time = Gen.Frequency(
        (12, Gen.Float[0, 5000].Select(seconds => (double)seconds)), (1, Gen.Double[0, 5000]), (2, Gen.Const(double.NaN)));

    [Fact]
    public void Load_AnyRecords_AnswersWithExactlyThem()
    {
        Records(usual: false).Sample(AssertHolds, iter: 150);
    }

    [Fact]
    public void Load_UsualRecords_AnswersWithExactlyThem()
    {
        Records(usual: true).Sample(AssertHolds, iter: 100);
    }

    [Fact]
    public void Load_GraphThatIsNotTheRepresentative_KeepsIt()
    {
        // conv1x1, conv3x3 in parallel: the representative has the smaller label first.
        Cell.TryParse("0110000100010000", "input,conv1x1-bn-relu,conv3x3-bn-relu,output", out Cell stored);
        int index = Space<Nas101>.Locate(stored);
        Assert.NotEqual(stored, Space<Nas101>.CellAt(index));
        TestRecord usual = TestRecord.Synthetic(index, 108, 0);
        TestRecord unusual = usual with { Details = usual.Details with { StoredCell = stored } };

        AssertHolds([unusual, unusual]);
        AssertHolds([unusual, usual]);
        AssertHolds([usual, unusual]);
        using Dataset data = RecordFile.WriteAndLoad([unusual, usual]);
        Assert.Equal(stored, data.GetStoredCell(index));
        Assert.Equal(QueryStatus.Found, data.TryGetRun(Space<Nas101>.CellAt(index), 108, 1, out Run run));
        Assert.Equal(usual.Details.Training.Run, run);
    }

    [Fact]
    public void Load_ManyRepeats_NumbersThemByFilePosition()
    {
        TestRecord[] records = [.. Enumerable.Range(0, 40).Select(repeat => TestRecord.Synthetic(5, 12, repeat))];
        AssertHolds([.. records, .. records.Reverse()]);
    }

    [Fact]
    public void Load_RecordsOfACellFarApart_NumbersThemByFilePosition()
    {
        int[] others = [.. Enumerable.Range(1000, 1500)];
        AssertHolds([
            TestRecord.Synthetic(5, 12, 2),
            .. others.Select(index => TestRecord.Synthetic(index, 12, 0)),
            TestRecord.Synthetic(5, 12, 0),
            .. others.Reverse().Select(index => TestRecord.Synthetic(index, 12, 1)),
            TestRecord.Synthetic(5, 12, 1)]);
    }

    private static Gen<TestRecord[]> Records(bool usual) => Record(usual).Array[1, 60];

    private static Gen<TestRecord> Record(bool usual)
    {
        Gen<double> epoch = usual ? Gen.Const(double.NaN) : Gen.OneOf(Gen.Const(double.NaN), Gen.Double[0, 108], Gen.Const(-0.0));
        Gen<string?> path = Gen.OneOf(Gen.Const((string?)null), Gen.Const((string?)""), Gen.String.AlphaNumeric.Select(text => (string?)text));
        Gen<CheckpointPaths?> paths = usual
            ? Gen.Const((CheckpointPaths?)null)
            : Gen.Select(path, path, path).Select((initial, halfway, final) =>
                initial is null && halfway is null && final is null ? null : new CheckpointPaths(initial, halfway, final));
        return from index in OneOf(s_indices)
               from epochs in OneOf(4, 5, 108)
               from initial in Evaluation(0)
               from halfway in Evaluation(epochs / 2.0)
               from final in Evaluation(epochs)
               from oddEpoch in epoch
               from total in s_time
               from hasParameters in Gen.Int[0, 5]
               from checkpoints in paths
               select new TestRecord(
                   index,
                   epochs,
                   new RecordDetails(
                       new Training(
                           double.IsNaN(oddEpoch) ? initial : initial with { Epoch = oddEpoch },
                           double.IsNegative(oddEpoch) ? halfway with { Epoch = oddEpoch } : halfway,
                           final,
                           total),
                       Space<Nas101>.CellAt(index),
                       hasParameters > 0 ? (int)CellCosts.TrainableParametersAt(index) : null,
                       checkpoints));
    }

    private static Gen<int> OneOf(params int[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static Gen<Evaluation> Evaluation(double epoch) =>
        from time in s_time
        from train in s_accuracy
        from validation in s_accuracy
        from test in s_accuracy
        select new Evaluation(epoch, time, train, validation, test);

    private static void AssertHolds(TestRecord[] records)
    {
        using Dataset data = RecordFile.WriteAndLoad(records);
        Assert.Equal(records.Length, data.RecordCount);
        Assert.Equal(records.Select(record => record.Index).Distinct().Order(), data.Indices.ToArray());
        Assert.Equal(records.Select(record => record.Epochs).Distinct().Order(), data.Epochs.ToArray());
        Assert.Equal(records.CountBy(record => (record.Index, record.Epochs)).Max(group => group.Value), data.MaxRepeats);
        foreach (var group in records.GroupBy(record => (record.Index, record.Epochs)))
        {
            (int index, int epochs) = group.Key;
            TestRecord[] repeats = [.. group];
            Assert.Equal(repeats.Length, data.GetRepeatCount(index, epochs));
            Assert.Equal(QueryStatus.NoSuchRepeat, data.TryGetRun(index, epochs, repeats.Length, out _));
            Assert.Equal(QueryStatus.NoSuchRepeat, data.TryGetRecord(index, epochs, -1, out _));
            for (int repeat = 0; repeat < repeats.Length; repeat++)
            {
                Assert.Equal(QueryStatus.Found, data.TryGetRecord(index, epochs, repeat, out RecordDetails record));
                AssertSame(repeats[repeat].Details, record);
                Assert.Equal(QueryStatus.Found, data.TryGetRun(index, epochs, repeat, out Run run));
                Assert.Equal(record.Training.Run, run);
            }
        }
    }

    /// <summary>Equality to the bit, which the equality of records is not: 0 is not -0.</summary>
    private static void AssertSame(RecordDetails expected, RecordDetails actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(Bits(expected.Training), Bits(actual.Training));
    }

    private static long[] Bits(Training training) =>
    [
        .. new[] { training.Initial, training.Halfway, training.Final }
            .SelectMany(e => new[] { e.Epoch, e.TrainingTime, e.TrainAccuracy, e.ValidationAccuracy, e.TestAccuracy })
            .Append(training.TotalTime)
            .Select(value => double.IsNaN(value) ? -1 : BitConverter.DoubleToInt64Bits(value)),
    ];
}
