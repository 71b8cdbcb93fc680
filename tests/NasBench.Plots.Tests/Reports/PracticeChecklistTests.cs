using NasBench.TestUtilities;

namespace NasBench.Plots.Tests;

[Trait("Category", "Once")]
public sealed class PracticeChecklistTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(2, new[] { "re" }, "no", "partly", "yes")]
    [InlineData(1, new[] { "random", "ls" }, "yes", "no", "partly")]
    [InlineData(10, new[] { "random", "re" }, "yes", "yes", "yes")]
    public void Fill_Search_AnswersWhatItsPlanTells(int runs, string[] algorithms, string comparedWithRandom, string severalRuns, string sameWay)
    {
        ReportMaterial.WriteSearch(_folder["search"], runs, algorithms);
        IReadOnlyList<Practice> list = PracticeChecklist.Fill(ReportedSearch.Read(_folder["search"]).Summary);

        Assert.Equal(Enumerable.Range(1, 14), list.Select(practice => practice.Number));
        Assert.Equal(comparedWithRandom, list[7].Answer);
        Assert.Equal(severalRuns, list[8].Answer);
        Assert.Equal(sameWay, list[5].Answer);
        Assert.Equal("no", list[3].Answer);
        Assert.Contains("synthetic", list[3].How, StringComparison.Ordinal);
    }
}
