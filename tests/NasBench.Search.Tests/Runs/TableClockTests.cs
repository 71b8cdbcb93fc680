using System.Diagnostics;

namespace NasBench.Search.Tests;

[Trait("Category", "Once")]
public sealed class TableClockTests
{
    private static readonly long s_microsecond = Stopwatch.Frequency / 1_000_000;

    [Fact]
    public void Take_SlowSteps_EachIsTimedAsItIs()
    {
        var clock = new TableClock(share: 64);
        for (long step = 1; step <= 10; step++)
        {
            Assert.Equal(1, clock.Interval);
            clock.Take(step * 10 * s_microsecond, ((step * 10) + 3) * s_microsecond);
        }

        Assert.Equal(30e-6, clock.Seconds, 1e-9);
    }

    [Fact]
    public void Take_FastSteps_OneStandsForAll()
    {
        var clock = new TableClock(share: 64);
        long now = 1000 * s_microsecond;
        clock.Take(now, now + s_microsecond);
        Assert.Equal(1, clock.Interval);

        clock.Take(now + (2 * s_microsecond), now + (2 * s_microsecond));
        Assert.Equal(64, clock.Interval);
        clock.Take(now + (10 * s_microsecond), now + (11 * s_microsecond));

        // The first one as it is, the last one for 64; 9 microseconds for 64 steps are still fast.
        Assert.Equal(65e-6, clock.Seconds, 1e-9);
        Assert.Equal(64, clock.Interval);

        clock.Take(now + (200 * s_microsecond), now + (200 * s_microsecond));
        Assert.Equal(1, clock.Interval);
    }

    [Fact]
    public void Run_StrategyThatThinks_ItsTimeIsItsOwn()
    {
        // It takes 40 milliseconds at the least, which no table of this size does; a table would have to take as long as it to make its time vanish.
        RunResult result = SearchRunner.Run(
            SyntheticData.Whole, context => new SlowSearch(context), new RunOptions { Budget = SearchBudget.Evaluations(20) }, seed: 1);

        Assert.InRange(result.OwnSeconds, 0.03, double.MaxValue);
    }

    /// <summary>Random search that sleeps.</summary>
    private sealed class SlowSearch(StrategyContext context) : ISearchStrategy
    {
        public bool TryAsk(out Proposal proposal)
        {
            Thread.Sleep(2);
            Cell cell = CellSampler.Next(context.Random, out int index);
            proposal = new Proposal(cell, index, context.FullEpochs);
            return true;
        }

        public void Tell(in Proposal proposal, in Answer answer)
        {
        }
    }
}
