using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

public sealed class DatasetTests : IDisposable
{
    private readonly Dataset _data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));

    public void Dispose() => _data.Dispose();

    private int Present => _data.Indices[17];

    private int Absent => Enumerable.Range(0, Space<Nas101>.Count).First(index => !_data.Contains(index));

    [Fact]
    public void TryGetRun_NothingToFind_SaysWhy()
    {
        AssertStatus(QueryStatus.NotInData, Absent, 108, 0);
        AssertStatus(QueryStatus.InvalidCell, -1, 108, 0);
        AssertStatus(QueryStatus.InvalidCell, Space<Nas101>.Count, 108, 0);
        AssertStatus(QueryStatus.InvalidCell, int.MinValue, 108, 0);
        AssertStatus(QueryStatus.NoSuchEpochs, Present, 107, 0);
        AssertStatus(QueryStatus.NoSuchEpochs, Present, 0, 0);
        AssertStatus(QueryStatus.NoSuchEpochs, Present, -108, 0);
        AssertStatus(QueryStatus.NoSuchRepeat, Present, 108, 3);
        AssertStatus(QueryStatus.NoSuchRepeat, Present, 108, -1);
        AssertStatus(QueryStatus.NoSuchRepeat, Present, 108, int.MaxValue);

        // The number of epochs is looked at first, as in the original.
        AssertStatus(QueryStatus.NoSuchEpochs, -1, 107, -1);
    }

    [Fact]
    public void TryGetRun_ByCellOrHash_SaysWhyNot()
    {
        Cell absent = Space<Nas101>.CellAt(Absent);
        Assert.Equal(QueryStatus.NotInData, _data.TryGetRun(absent, 108, 0, out _));
        Assert.Equal(QueryStatus.NotInData, _data.TryGetMean(absent, 108, out _));
        Assert.Equal(QueryStatus.NotInData, _data.TryFind(absent, out int index));
        Assert.Equal(Absent, index);

        Assert.Equal(QueryStatus.InvalidCell, _data.TryGetRun(default(Cell), 108, 0, out _));
        Assert.Equal(QueryStatus.InvalidCell, _data.TryGetMean(default(Cell), 108, out _));
        Assert.Equal(QueryStatus.InvalidCell, _data.TryFind(default(Cell), out index));
        Assert.Equal(-1, index);

        ModuleHash unknown = ModuleHash.Parse("ffffffffffffffffffffffffffffffff", null);
        Assert.Equal(QueryStatus.NotInData, _data.TryGetRun(unknown, 108, 0, out Run run));
        Assert.Equal(new Run(Metrics.Absent, Metrics.Absent), run);
        Assert.Equal(QueryStatus.NotInData, _data.TryGetMean(unknown, 108, out run));
        Assert.Equal(new Run(Metrics.Absent, Metrics.Absent), run);
        Assert.Equal(QueryStatus.NotInData, _data.TryFind(unknown, out index));
        Assert.Equal(-1, index);
        Assert.Equal(QueryStatus.NoSuchEpochs, _data.TryGetRun(unknown, 107, 0, out _));
    }

    [Fact]
    public void TryGetRun_CellWithFewerEpochsThanOthers_IsNoSuchEpochs()
    {
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(3, 4, 0), TestRecord.Synthetic(8, 12, 0), TestRecord.Synthetic(8, 12, 1)]);
        Assert.Equal(QueryStatus.NoSuchEpochs, data.TryGetRun(3, 12, 0, out _));
        Assert.Equal(QueryStatus.NoSuchEpochs, data.TryGetMean(8, 4, out _));
        Assert.Equal(QueryStatus.NoSuchRepeat, data.TryGetRun(3, 4, 1, out _));
        Assert.Equal(0, data.GetRepeatCount(3, 12));
        Assert.Equal(0, data.GetRepeatCount(8, 13));
        Assert.Equal(2, data.GetRepeatCount(8, 12));
        Assert.Equal(2, data.MaxRepeats);
    }

    [Fact]
    public void TryGetMean_AnyCell_SumsInRepeatOrder()
    {
        foreach (int index in _data.Indices)
        {
            Run[] runs = [.. Enumerable.Range(0, 3).Select(repeat => GetRun(index, 108, repeat))];
            Assert.Equal(QueryStatus.Found, _data.TryGetMean(index, 108, out Run mean));
            Assert.Equal((runs[0].Final.TestAccuracy + runs[1].Final.TestAccuracy + runs[2].Final.TestAccuracy) / 3, mean.Final.TestAccuracy);
            Assert.Equal((runs[0].Final.TrainingTime + runs[1].Final.TrainingTime + runs[2].Final.TrainingTime) / 3, mean.Final.TrainingTime);
            Assert.Equal((runs[0].Halfway.TrainAccuracy + runs[1].Halfway.TrainAccuracy + runs[2].Halfway.TrainAccuracy) / 3, mean.Halfway.TrainAccuracy);
            Assert.Equal(
                (runs[0].Halfway.ValidationAccuracy + runs[1].Halfway.ValidationAccuracy + runs[2].Halfway.ValidationAccuracy) / 3,
                mean.Halfway.ValidationAccuracy);
            _data.TryGetMean(_data.GetHash(index), 108, out Run byHash);
            _data.TryGetMean(_data.GetStoredCell(index), 108, out Run byCell);
            Assert.Equal(mean, byHash);
            Assert.Equal(mean, byCell);
        }
    }

    [Fact]
    public void TryGetMean_RepeatLacksAValue_LacksOnlyThat()
    {
        TestRecord whole = TestRecord.Synthetic(3, 4, 0);
        RecordedRun recorded = whole.Details.Run;
        TestRecord partial = whole with
        {
            Details = whole.Details with { Run = recorded with { Final = recorded.Final with { TestAccuracy = double.NaN } } },
        };
        using Dataset data = RecordFile.WriteAndLoad([whole, partial, whole]);

        Assert.Equal(QueryStatus.Found, data.TryGetMean(3, 4, out Run mean));
        Assert.Equal(double.NaN, mean.Final.TestAccuracy);
        double validation = recorded.Final.ValidationAccuracy;
        Assert.Equal((validation + validation + validation) / 3, mean.Final.ValidationAccuracy);
    }

    [Theory]
    [InlineData(EvaluationPoint.Halfway)]
    [InlineData(EvaluationPoint.Final)]
    public void Query_ManyCells_EqualsSingleQueries(EvaluationPoint point)
    {
        // More than one block, with cells that are not in the data, invalid cells, and graphs that have to be pruned.
        Cell[] cells = [.. Enumerable.Range(0, 1500).Select(i => (i % 5) switch
        {
            0 => default,
            1 => Space<Nas101>.CellAt(i),
            _ => _data.GetStoredCell(_data.Indices[i % _data.CellCount]),
        })];
        var results = new Metrics[cells.Length + 1];
        var statuses = new QueryStatus[cells.Length + 1];

        foreach (int epochs in new[] { 4, 108, 5 })
        {
            for (int repeat = -1; repeat <= 3; repeat++)
            {
                int found = _data.Query(cells, epochs, repeat, point, results, statuses);
                Assert.Equal(statuses.AsSpan(0, cells.Length).Count(QueryStatus.Found), found);
                for (int i = 0; i < cells.Length; i++)
                {
                    Assert.Equal(_data.TryGetRun(cells[i], epochs, repeat, out Run run), statuses[i]);
                    Assert.Equal(point == EvaluationPoint.Halfway ? run.Halfway : run.Final, results[i]);
                }

                int[] indices = [.. cells.Select(Space<Nas101>.Locate)];
                var again = new Metrics[cells.Length];
                var statusesAgain = new QueryStatus[cells.Length];
                Assert.Equal(found, _data.Query(indices, epochs, repeat, point, again, statusesAgain));
                Assert.Equal(results[..^1], again);
                Assert.Equal(statuses[..^1], statusesAgain);
            }
        }

        Assert.Equal(default, results[^1]);
    }

    [Fact]
    public void Query_SpansTooShort_Throws()
    {
        Assert.Throws<ArgumentException>(() => _data.Query(new Cell[3], 108, 0, EvaluationPoint.Final, new Metrics[2], new QueryStatus[3]));
        Assert.Throws<ArgumentException>(() => _data.Query(new int[3], 108, 0, EvaluationPoint.Final, new Metrics[3], new QueryStatus[2]));
    }

    [Fact]
    public void GetHash_CellNotInData_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _data.GetHash(Absent));
        Assert.Throws<ArgumentOutOfRangeException>(() => _data.GetStoredCell(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => _data.GetTrainableParameters(int.MaxValue));
    }

    [Fact]
    public void GetIndicesByHash_AnyData_IsInOrderOfHashes()
    {
        int[] indices = _data.GetIndicesByHash().ToArray();
        Assert.Equal(_data.Indices.ToArray(), indices.Order());
        Assert.Equal(indices.OrderBy(index => _data.GetHash(index).ToString(), StringComparer.Ordinal), indices);
    }

    [Fact]
    public void Queries_Warm_AllocateNothing()
    {
        Cell cell = _data.GetStoredCell(Present);
        ModuleHash hash = _data.GetHash(Present);
        Cell[] cells = [.. _data.Indices.ToArray().Select(_data.GetStoredCell)];
        int[] indices = _data.Indices.ToArray();
        var results = new Metrics[cells.Length];
        var statuses = new QueryStatus[cells.Length];
        int absent = Absent;
        AllocationAssert.AllocatesNothing(() =>
        {
            _data.TryGetRun(cell, 108, 0, out _);
            _data.TryGetRun(hash, 108, 1, out _);
            _data.TryGetRun(absent, 108, 1, out _);
            _data.TryGetMean(cell, 36, out _);
            _data.TryGetRecord(indices[3], 4, 2, out _);
            _data.TryGetProvenance(indices[3], 4, 2, out _);
            _data.Query(cells, 12, 1, EvaluationPoint.Halfway, results, statuses);
            _data.Query(indices, 12, 1, EvaluationPoint.Final, results, statuses);
        });
    }

    [Fact]
    public void Members_Disposed_Throw()
    {
        int present = Present;
        _data.Dispose();
        _data.Dispose();
        Action[] members =
        [
            () => _ = _data.Epochs,
            () => _ = _data.Indices,
            () => _ = _data.CellCount,
            () => _ = _data.RecordCount,
            () => _ = _data.MaxRepeats,
            () => _data.Contains(present),
            () => _data.GetRepeatCount(present, 108),
            () => _data.GetHash(present),
            () => _data.GetStoredCell(present),
            () => _data.GetTrainableParameters(present),
            () => _data.GetIndicesByHash(),
            () => _data.TryFind(default(Cell), out _),
            () => _data.TryFind(default(ModuleHash), out _),
            () => _data.TryGetRun(present, 108, 0, out _),
            () => _data.TryGetRun(default(Cell), 108, 0, out _),
            () => _data.TryGetRun(default(ModuleHash), 107, 0, out _),
            () => _data.TryGetMean(present, 108, out _),
            () => _data.TryGetRecord(present, 108, 0, out _),
            () => _data.TryGetProvenance(present, 108, 0, out _),
            () => _data.Query(new Cell[1], 108, 0, EvaluationPoint.Final, new Metrics[1], new QueryStatus[1]),
            () => _data.Query(new int[1], 108, 0, EvaluationPoint.Final, new Metrics[1], new QueryStatus[1]),
            () => new QuerySession(_data, 0).TryQuery(present, 108, EvaluationPoint.Final, out _, out _),
        ];
        Assert.All(members, member => Assert.Throws<ObjectDisposedException>(member));
    }

    [Fact]
    public async Task Dispose_WhileOthersQuery_GivesRightAnswersOrObjectDisposedException()
    {
        int[] indices = _data.Indices.ToArray();
        Run[] expected = [.. indices.Select(index => GetRun(index, 108, 1))];
        Cell[] cells = [.. indices.Select(_data.GetStoredCell)];
        using var started = new CountdownEvent(3);
        Task[] queries = [.. Enumerable.Range(0, 3).Select(number => Task.Run(() =>
        {
            var results = new Metrics[cells.Length];
            var statuses = new QueryStatus[cells.Length];
            for (int round = 0; ; round++)
            {
                if (number == 0)
                {
                    _data.Query(cells, 108, 1, EvaluationPoint.Final, results, statuses);
                    Assert.Equal(expected.Select(run => run.Final), results);
                }
                else
                {
                    for (int i = 0; i < indices.Length; i++)
                    {
                        _data.TryGetRun(indices[i], 108, 1, out Run run);
                        Assert.Equal(expected[i], run);
                    }
                }

                if (round == 0)
                {
                    started.Signal();
                }
            }
        }))];

        started.Wait();
        _data.Dispose();
        foreach (Task query in queries)
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => query);
        }
    }

    private void AssertStatus(QueryStatus expected, int index, int epochs, int repeat)
    {
        Assert.Equal(expected, _data.TryGetRun(index, epochs, repeat, out Run run));
        Assert.Equal(new Run(Metrics.Absent, Metrics.Absent), run);
        Assert.Equal(expected, _data.TryGetRecord(index, epochs, repeat, out RecordDetails record));
        Assert.Equal(default, record);
        Assert.Equal(expected, _data.TryGetProvenance(index, epochs, repeat, out Provenance provenance));
        Assert.Equal(Provenance.Unknown, provenance);
    }

    private Run GetRun(int index, int epochs, int repeat)
    {
        Assert.Equal(QueryStatus.Found, _data.TryGetRun(index, epochs, repeat, out Run run));
        return run;
    }
}
