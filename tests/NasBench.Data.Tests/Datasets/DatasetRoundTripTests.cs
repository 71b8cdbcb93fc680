using CsCheck;

namespace NasBench.Data.Tests.Datasets;

/// <summary>Whatever records a file holds, the data set answers with exactly them; the slow obvious twin is the list of records.</summary>
public sealed class DatasetRoundTripTests
{
    [Fact]
    public void Load_AnyRecords_AnswersWithExactlyThem()
    {
        TestRecordGens.Records(canonical: false).Sample(AssertHolds, iter: 150);
    }

    [Fact]
    public void Load_CanonicalRecords_AnswersWithExactlyThem()
    {
        TestRecordGens.Records(canonical: true).Sample(AssertHolds, iter: 100);
    }

    [Fact]
    public void Load_RecordsOfACellInARow_AnswersWithExactlyThem()
    {
        TestRecordGens.Records(canonical: true).Sample(records => AssertHolds([.. records.OrderBy(record => (record.Index, record.Epochs))]), iter: 100);
        TestRecordGens.Records(canonical: false).Sample(records => AssertHolds([.. records.OrderBy(record => (record.Index, record.Epochs))]), iter: 100);
    }

    [Fact]
    public void Load_GraphThatIsNotTheRepresentative_KeepsIt()
    {
        // conv1x1, conv3x3 in parallel: the representative has the smaller label first.
        Cell.ParseRaw("0110000100010000", "input,conv1x1-bn-relu,conv3x3-bn-relu,output", out Cell stored);
        int index = Space<Nas101>.Locate(stored);
        Assert.NotEqual(stored, Space<Nas101>.CellAt(index));
        TestRecord canonical = TestRecord.Synthetic(index, 108, 0);
        TestRecord noncanonical = canonical with { Details = canonical.Details with { StoredCell = stored } };

        AssertHolds([noncanonical, noncanonical]);
        AssertHolds([noncanonical, canonical]);
        AssertHolds([canonical, noncanonical]);
        using Dataset data = RecordFile.WriteAndLoad([noncanonical, canonical]);
        Assert.Equal(stored, data.GetStoredCell(index));
        Assert.Equal(QueryStatus.Found, data.TryGetRun(Space<Nas101>.CellAt(index), 108, 1, out Run run));
        Assert.Equal(canonical.Details.Run.ToRun(), run);
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
                Assert.Equal(record.Run.ToRun(), run);
            }
        }
    }

    /// <summary>Equality to the bit, which the equality of records is not: 0 is not -0.</summary>
    private static void AssertSame(RecordDetails expected, RecordDetails actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(DatasetDump.Bits(expected.Run), DatasetDump.Bits(actual.Run));
    }
}
