using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

public sealed class DailyQueriesTests : IDisposable
{
    private readonly Dataset _data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));

    public void Dispose() => _data.Dispose();

    private int Present => _data.Indices[17];

    private int Absent => Enumerable.Range(0, Space<Nas101>.Count).First(index => !_data.Contains(index));

    [Fact]
    public void GetRun_AnyName_EqualsTryGetRun()
    {
        Cell cell = _data.GetStoredCell(Present);
        ModuleHash hash = _data.GetHash(Present);
        foreach (int epochs in _data.Epochs)
        {
            for (int repeat = 0; repeat < 3; repeat++)
            {
                Assert.Equal(QueryStatus.Found, _data.TryGetRun(Present, epochs, repeat, out Run expected));
                Assert.Equal(expected, _data.GetRun(cell, epochs, repeat));
                Assert.Equal(expected, _data.GetRun(hash, epochs, repeat));
                Assert.Equal(expected, _data.GetRun(Present, epochs, repeat));
            }

            _data.TryGetMean(Present, epochs, out Run mean);
            Assert.Equal([mean, mean, mean], [_data.GetMean(cell, epochs), _data.GetMean(hash, epochs), _data.GetMean(Present, epochs)]);
        }
    }

    [Fact]
    public void GetRun_NoEpochsGiven_TakesTheLargest()
    {
        Cell cell = _data.GetStoredCell(Present);
        Assert.Equal(_data.GetRun(cell, 108), _data.GetRun(cell));
        Assert.Equal(_data.GetRun(cell, 108, 2), _data.GetRun(cell, repeat: 2));
        Assert.Equal(_data.GetMean(cell, 108), _data.GetMean(cell));

        using Dataset few = RecordFile.WriteAndLoad([TestRecord.Synthetic(3, 4, 0), TestRecord.Synthetic(8, 12, 0)]);
        Assert.Equal(few.GetRun(8, 12), few.GetRun(8));
    }

    [Fact]
    public void GetRun_NothingToFind_SaysWhatIsMissingAndWhatIsThere()
    {
        Cell cell = _data.GetStoredCell(Present);
        ModuleHash unknown = ModuleHash.Parse("ffffffffffffffffffffffffffffffff", null);
        AssertRefused(QueryStatus.InvalidCell, () => _data.GetRun(default(Cell)), "search space of NAS-Bench-101");
        AssertRefused(QueryStatus.InvalidCell, () => _data.GetMean(default(Cell)), "search space of NAS-Bench-101");
        AssertRefused(QueryStatus.NotInData, () => _data.GetRun(Absent), $"the cell with the index {Absent}");
        AssertRefused(QueryStatus.NotInData, () => _data.GetMean(Nas101.CellAt(Absent)), Nas101.CellAt(Absent).ToString());
        AssertRefused(QueryStatus.NotInData, () => _data.GetRun(unknown), "the hash ffffffffffffffffffffffffffffffff");
        AssertRefused(QueryStatus.NotInData, () => _data.GetMean(unknown), "the hash ffffffffffffffffffffffffffffffff");
        AssertRefused(QueryStatus.NoSuchEpochs, () => _data.GetRun(cell, 107), "no runs of 107 epochs, only of 4, 12, 36 and 108.");
        AssertRefused(QueryStatus.NoSuchEpochs, () => _data.GetMean(unknown, 107), "only of 4, 12, 36 and 108.");
        AssertRefused(QueryStatus.NoSuchRepeat, () => _data.GetRun(cell, 36, 3), "There is no repeat 3", "at 36 epochs", "are 0 to 2.");
        AssertRefused(QueryStatus.NoSuchRepeat, () => _data.GetRun(Present, 36, -1), "There is no repeat -1");
    }

    [Fact]
    public void GetRun_CellWithFewerEpochsThanOthers_NamesThoseOfTheCell()
    {
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(3, 4, 0), TestRecord.Synthetic(8, 12, 0)]);
        AssertRefused(QueryStatus.NoSuchEpochs, () => data.GetRun(3), "no run of 12 epochs of the cell with the index 3, only of 4.");
        AssertRefused(QueryStatus.NoSuchEpochs, () => data.GetMean(data.GetStoredCell(8), 4), "only of 12.");
    }

    /// <summary>An index that is not in the space is a fault of the caller: mostly the answer of a failed search.</summary>
    [Fact]
    public void GetRun_IndexOutsideTheSpace_SaysWhereMinusOneComesFrom()
    {
        Action<int>[] calls =
        [
            index => _data.GetRun(index), index => _data.GetMean(index), index => _data.GetHash(index), index => _data.GetStoredCell(index),
            index => _data.GetTrainableParameters(index),
        ];
        foreach (Action<int> call in calls)
        {
            string message = Assert.Throws<ArgumentOutOfRangeException>(() => call(-1)).Message;
            Assert.Contains("-1 is what Locate answers for a cell that is not in the space", message, StringComparison.Ordinal);
            Assert.Contains("0 to 423623", message, StringComparison.Ordinal);
            message = Assert.Throws<ArgumentOutOfRangeException>(() => call(Nas101.Count)).Message;
            Assert.Contains("0 to 423623", message, StringComparison.Ordinal);
            Assert.DoesNotContain("Locate", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Describe_EachStatus_IsASentence()
    {
        string[] sentences = [.. Enum.GetValues<QueryStatus>().Select(status => status.Describe())];
        Assert.Equal(sentences.Length, sentences.Distinct().Count());
        Assert.All(sentences, sentence => Assert.EndsWith(".", sentence, StringComparison.Ordinal));
        Assert.Throws<ArgumentOutOfRangeException>(() => ((QueryStatus)99).Describe());
    }

    private static void AssertRefused(QueryStatus expected, Func<object> call, params string[] words)
    {
        QueryException exception = Assert.Throws<QueryException>(call);
        Assert.Equal(expected, exception.Status);
        Assert.All(words, word => Assert.Contains(word, exception.Message, StringComparison.Ordinal));
    }
}
