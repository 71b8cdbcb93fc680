namespace NasBench.Search.Tests;

/// <summary>Runs with several simulated workers.</summary>
public sealed class WorkersTests
{
    [Theory]
    [InlineData("random")]
    [InlineData("re")]
    public void Run_Workers_EndAsAQueueOfEvents(string algorithm)
    {
        foreach (int workers in (int[])[2, 5])
        {
            RunResult result = Run(algorithm, workers, SearchBudget.Evaluations(100));
            double[] ends = [.. result.Records.Where(record => record.Index >= 0).Select(record => record.Seconds)];

            Assert.Equal(ends.Order(), ends);
            Assert.Equal(ends[^1], result.SpentSeconds);
            Assert.InRange(result.BusySeconds, result.SpentSeconds, workers * result.SpentSeconds);

            // All workers are busy to the end, so that the time that passed is about a share of the work.
            Assert.InRange(result.SpentSeconds * workers / result.BusySeconds, 1, 1.3);
        }
    }

    [Fact]
    public void Run_OneWorkerOfTheQueue_IsTheRunAlone()
    {
        RunResult alone = Run("re", 1, SearchBudget.Seconds(100_000));

        Assert.Equal(alone.BusySeconds, alone.SpentSeconds);
    }

    [Fact]
    public void Create_WorkersForAnAlgorithmOfOne_IsRefused()
    {
        string? sequential = SearchAlgorithms.All.FirstOrDefault(algorithm => !algorithm.TakesWorkers)?.Name;
        Assert.SkipWhen(sequential is null, "all algorithms take workers");

        Assert.Throws<SearchException>(() => Run(sequential!, 2, SearchBudget.Evaluations(10)));
    }

    private static RunResult Run(string algorithm, int workers, SearchBudget budget)
    {
        SearchPlan plan = new()
        {
            Algorithms = [PlannedAlgorithm.Create(algorithm, SearchProfile.Paper)],
            Budget = budget,
            Workers = workers,
        };
        return new Experiment(SyntheticData.Whole, plan).Run(new RunId(0, 0), keepsRecords: true);
    }
}
