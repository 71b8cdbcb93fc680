using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Datasets;

public sealed class RankingTests : IDisposable
{
    private readonly Dataset _data = Dataset.Open(TestFiles.Vector("synth_tiny.tfrecord"));

    public void Dispose() => _data.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(200)]
    [InlineData(int.MaxValue)]
    public void GetTop_AnyCount_EqualsASortOfAllMeans(int count)
    {
        int[] expected =
        [
            .. _data.Indices.ToArray().OrderByDescending(index => _data.GetMean(index, 12).Halfway.ValidationAccuracy).ThenBy(index => _data.GetHash(index))
                .Take(count),
        ];

        IReadOnlyList<RankedCell> top = _data.GetTop(count, run => run.Halfway.ValidationAccuracy, epochs: 12);

        Assert.Equal(expected, top.Select(cell => cell.Index));
        Assert.Equal(Enumerable.Range(1, expected.Length), top.Select(cell => cell.Rank));
        Assert.All(top, cell => Assert.Equal(_data.GetMean(cell.Index, 12).Halfway.ValidationAccuracy, cell.Value));
        Assert.All(top, cell => Assert.Equal((_data.GetHash(cell.Index), _data.GetStoredCell(cell.Index)), (cell.Hash, cell.Cell)));
    }

    [Fact]
    public void GetTop_NoEpochsGiven_TakesTheLargest() => Assert.Equal(
        _data.GetTop(5, run => run.Final.TestAccuracy, 108), _data.GetTop(5, run => run.Final.TestAccuracy));

    /// <summary>Whatever the order in which cells come, those with the smallest hashes stay.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(40)]
    [InlineData(200)]
    public void GetTop_EqualValues_AreOrderedByHash(int count)
    {
        int[] byHash = _data.GetIndicesByHash().ToArray();
        Assert.Equal(byHash.Take(count), _data.GetTop(count, (int _) => -0.0).Select(cell => cell.Index));
        Assert.Equal(byHash.Take(count), _data.GetTop(count, index => index % 2 == 0 ? 0.0 : -0.0).Select(cell => cell.Index));
    }

    [Fact]
    public void GetTop_ByIndex_IsAskedOnceForEachCellAndLeavesNaNOut()
    {
        var asked = new List<int>();
        IReadOnlyList<RankedCell> top = _data.GetTop(300, index =>
        {
            asked.Add(index);
            return index % 3 == 0 ? double.NaN : index % 3 == 1 ? double.PositiveInfinity : -index;
        });

        Assert.Equal(_data.Indices.ToArray(), asked);
        Assert.Equal(asked.Count(index => index % 3 != 0), top.Count);
        Assert.All(top, cell => Assert.NotEqual(0, cell.Index % 3));
        Assert.Equal(top.Select(cell => cell.Value).OrderDescending(), top.Select(cell => cell.Value));
    }

    [Fact]
    public void GetTop_CellsWithoutTheEpochs_AreLeftOut()
    {
        using Dataset data = RecordFile.WriteAndLoad([TestRecord.Synthetic(3, 4, 0), TestRecord.Synthetic(8, 12, 0), TestRecord.Synthetic(9, 12, 0)]);
        Assert.Equal([3], data.GetTop(9, run => run.Final.TestAccuracy, 4).Select(cell => cell.Index));
        Assert.Equal(2, data.GetTop(9, run => run.Final.TestAccuracy).Count);
        QueryException refusal = Assert.Throws<QueryException>(() => data.GetTop(9, run => run.Final.TestAccuracy, 36));
        Assert.Equal(QueryStatus.NoSuchEpochs, refusal.Status);
        Assert.Contains("only of 4 and 12", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetTop_BadArguments_AreRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => _data.GetTop(-1, run => run.Final.TestAccuracy));
        Assert.Throws<ArgumentOutOfRangeException>(() => _data.GetTop(-1, (int index) => index));
        Assert.Throws<ArgumentNullException>(() => _data.GetTop(1, (Func<Run, double>)null!));
        Assert.Throws<ArgumentNullException>(() => _data.GetTop(1, (Func<int, double>)null!));
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();
        Assert.Throws<OperationCanceledException>(() => _data.GetTop(1, run => run.Final.TestAccuracy, cancellationToken: cancellation.Token));
    }

    [Fact]
    public void GetTop_Progress_EndsAtOne()
    {
        var progress = new RecordingProgress();
        _data.GetTop(1, run => run.Final.TestAccuracy, progress: progress);
        progress.AssertRisesToOne();
    }

    [Fact]
    public void GetTop_CompactFile_EqualsTheOriginal()
    {
        using TemporaryFolder folder = new();
        _data.Write(folder["x.nasb"]);
        using Dataset compact = Dataset.Open(folder["x.nasb"]);
        Assert.Equal(_data.GetTop(20, run => run.Final.TestAccuracy), compact.GetTop(20, run => run.Final.TestAccuracy));
    }
}
