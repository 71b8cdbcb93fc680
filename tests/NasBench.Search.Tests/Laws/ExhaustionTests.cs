using NasBench.Data;

namespace NasBench.Search.Tests;

/// <summary>Every algorithm on a table of seven cells, where all that is new is soon evaluated: a run ends, whatever it looks for.</summary>
[Trait("Category", "Once")]
public sealed class ExhaustionTests : IDisposable
{
    private const int Cells = 7;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.tfrecord");
    private readonly Dataset _data;

    public ExhaustionTests()
    {
        SyntheticFileWriter.Write(_path, new SyntheticFileOptions { MaxVertices = 3 });
        _data = Dataset.Open(_path);
        Assert.Equal(Cells, _data.CellCount);
    }

    public static TheoryData<string> Algorithms => [.. SearchAlgorithms.All.Select(algorithm => algorithm.Name)];

    public void Dispose()
    {
        _data.Dispose();
        File.Delete(_path);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_AllCellsKnownAndFree_IsExhausted(string algorithm)
    {
        RunResult result = Run(algorithm, DedupRule.Class, SearchBudget.Evaluations(1_000_000));

        Assert.Equal(RunStatus.Exhausted, result.Status);
        Assert.InRange(result.Distinct, 0, Cells);
    }

    [Theory]
    [MemberData(nameof(Algorithms))]
    public void Run_AllCellsKnown_IsFinishedOrExhausted(string algorithm)
    {
        RunResult result = Run(algorithm, DedupRule.Off, SearchBudget.Evaluations(500));

        Assert.InRange(result.Distinct, 0, Cells);
        Assert.True(result.Status == RunStatus.Exhausted ? result.Evaluations < 500 : result.Evaluations == 500);
    }

    [Fact]
    public void Run_DistinctStrategy_IsExhausted()
    {
        RunResult result = Run("bananas", DedupRule.Off, SearchBudget.Evaluations(500));

        Assert.Equal(RunStatus.Exhausted, result.Status);
        Assert.Equal(result.Evaluations, result.Distinct);
    }

    private RunResult Run(string algorithm, DedupRule dedup, SearchBudget budget)
    {
        SearchPlan plan = new()
        {
            Algorithms = [PlannedAlgorithm.Create(algorithm, SearchProfile.Paper, changes: QuickSettings.Of(algorithm))],
            Budget = budget,
            Dedup = dedup,
        };
        return new Experiment(_data, plan).Run(new RunId(0, 0));
    }
}
