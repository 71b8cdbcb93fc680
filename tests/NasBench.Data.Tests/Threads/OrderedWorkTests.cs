namespace NasBench.Data.Tests.Threads;

/// <summary>Pieces are prepared in any order and finished in theirs.</summary>
public sealed class OrderedWorkTests
{
    private const int PieceCount = 500;

    [Fact]
    public void Run_ManyPieces_PreparesEachOnceAndFinishesInOrder()
    {
        int[] prepared = new int[PieceCount];
        int workspaces = 0;
        List<int> finished = [];
        var progress = new RecordingProgress();

        OrderedWork<int[]>.Run(
            PieceCount,
            () =>
            {
                Interlocked.Increment(ref workspaces);
                return new int[1];
            },
            (workspace, piece) =>
            {
                Interlocked.Increment(ref prepared[piece]);
                Thread.SpinWait((piece * 7919) % 1000);
                workspace[0] = piece;
            },
            (workspace, piece) =>
            {
                Assert.Equal(piece, workspace[0]);
                finished.Add(piece);
            },
            progress,
            CancellationToken.None);

        Assert.Equal(Enumerable.Range(0, PieceCount), finished);
        Assert.All(prepared, count => Assert.Equal(1, count));
        Assert.InRange(workspaces, 1, Math.Min(4, Environment.ProcessorCount));
        progress.AssertRisesToOne();
    }

    [Fact]
    public void Run_Progress_IsReportedByTheCaller()
    {
        int caller = Environment.CurrentManagedThreadId;
        List<int> reporters = [];
        OrderedWork<int>.Run(
            PieceCount,
            () => 0,
            (_, _) => { },
            (_, _) => { },
            new RecordingProgress(_ => reporters.Add(Environment.CurrentManagedThreadId)),
            CancellationToken.None);

        Assert.All(reporters, reporter => Assert.Equal(caller, reporter));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Run_FewPieces_IsDone(int pieces)
    {
        int finished = 0;
        OrderedWork<int>.Run(pieces, () => 0, (_, _) => { }, (_, _) => finished++, null, CancellationToken.None);

        Assert.Equal(pieces, finished);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(0, false)]
    [InlineData(123, true)]
    [InlineData(123, false)]
    [InlineData(PieceCount - 1, true)]
    [InlineData(PieceCount - 1, false)]
    public void Run_FailingPiece_ThrowsItAndFinishesNoneAfterIt(int failing, bool inPreparation)
    {
        List<int> finished = [];
        var failure = new InvalidDataException("this one");

        InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => OrderedWork<int>.Run(
            PieceCount,
            () => 0,
            (_, piece) => ThrowIf(inPreparation && piece == failing),
            (_, piece) =>
            {
                ThrowIf(!inPreparation && piece == failing);
                finished.Add(piece);
            },
            null,
            CancellationToken.None));

        Assert.Same(failure, thrown);
        Assert.Equal(Enumerable.Range(0, finished.Count), finished);
        Assert.InRange(finished.Count, 0, failing);

        void ThrowIf(bool fails)
        {
            if (fails)
            {
                throw failure;
            }
        }
    }

    [Fact]
    public void Run_SeveralFailingPieces_ThrowsTheFirst()
    {
        for (int round = 0; round < 20; round++)
        {
            InvalidDataException thrown = Assert.Throws<InvalidDataException>(() => OrderedWork<int>.Run(
                PieceCount,
                () => 0,
                (_, piece) =>
                {
                    Thread.SpinWait(piece == 100 ? 100_000 : 0);
                    if (piece >= 100)
                    {
                        throw new InvalidDataException($"{piece}");
                    }
                },
                (_, _) => { },
                null,
                CancellationToken.None));

            Assert.Equal("100", thrown.Message);
        }
    }

    [Fact]
    public void Run_FailingWorkspace_ThrowsIt()
    {
        Assert.Throws<NotSupportedException>(
            () => OrderedWork<int>.Run(PieceCount, () => throw new NotSupportedException(), (_, _) => { }, (_, _) => { }, null, CancellationToken.None));
    }

    [Fact]
    public void Run_Cancelled_EndsEarly()
    {
        using var source = new CancellationTokenSource();
        int finished = 0;
        Assert.ThrowsAny<OperationCanceledException>(() => OrderedWork<int>.Run(
            PieceCount,
            () => 0,
            (_, _) => { },
            (_, piece) =>
            {
                finished++;
                if (piece == 10)
                {
                    source.Cancel();
                }
            },
            null,
            source.Token));

        Assert.InRange(finished, 11, 11 + Math.Min(4, Environment.ProcessorCount));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(PieceCount)]
    [InlineData(PieceCount + 1)]
    public void ParallelWork_PiecesOfAnySize_DoesEachOnce(int size)
    {
        int[] done = new int[PieceCount];
        ParallelWork.Run(
            new WorkRanges(PieceCount, size),
            piece =>
            {
                foreach (ref int count in done.AsSpan(piece))
                {
                    Interlocked.Increment(ref count);
                }
            },
            null,
            CancellationToken.None);

        Assert.All(done, count => Assert.Equal(1, count));
    }
}
