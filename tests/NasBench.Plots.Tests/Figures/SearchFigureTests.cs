using NasBench.Data;
using NasBench.Search;

namespace NasBench.Plots.Tests;

/// <summary>Figures of searches show what the runs were.</summary>
[Trait("Category", "Once")]
public sealed class SearchFigureTests(FigureData data)
{
    private const string FirstColor = "#0072b2";

    [Fact]
    public void Regret_Curves_AreStepsThatNameTheirAlgorithms()
    {
        DrawnPicture picture = DrawnPicture.Of(data.Request("regret", data.Search(1, 4, "random", "re", "ls")));

        Assert.All(["random", "re", "ls", "random (expected)"], name => Assert.Contains(name, picture.Texts));
        (double X, double Y)[][] lines = [.. picture.Lines(FirstColor).Where(line => line.Length > 2)];
        Assert.Equal(2, lines.Length);
        Assert.All(lines, line => Assert.All(line.Zip(line.Skip(1)), pair => Assert.True(pair.First.X == pair.Second.X || pair.First.Y == pair.Second.Y)));
    }

    [Fact]
    public void Regret_OneRun_ItsIncumbentsAtTheirPlaces()
    {
        string path = data.Search(5, 1, "random");
        var folder = ExperimentFolder.Open(path);
        ScoredRun run = folder.Read(new RunId(0, 0));
        (double At, double Regret)[] expected =
        [
            .. run.Result.Incumbents.Zip(run.Scores, (incumbent, score) => ((double)incumbent.Evaluations, score.TestMean)).Where(point => point.Item1 <= 30),
        ];
        double floor = RegretGrain.Half(data.Small, RegretKind.TestMean);

        DrawnPicture picture = DrawnPicture.Of(data.Request("regret", path));
        (double X, double Y)[] line = picture.Lines(FirstColor).First(points => points.Length > 2);

        // The axes are logarithmic: places are linear in the logarithm, and two of them tell the scale.
        double perX = (line[^1].X - line[0].X) / Math.Log(30 / expected[0].At);
        double lowest = line.Max(point => point.Y);
        double highest = line.Min(point => point.Y);
        double[] values = [.. expected.Select(point => Math.Max(point.Regret, floor))];
        double perY = (lowest - highest) / Math.Log(values.Max() / values.Min());
        foreach (((double at, double regret), double value) in expected.Zip(values))
        {
            double x = line[0].X + (perX * Math.Log(at / expected[0].At));
            double y = highest + (perY * Math.Log(values.Max() / value));
            Assert.Contains(line, point => Math.Abs(point.X - x) < 0.02 && Math.Abs(point.Y - y) < 0.02);
        }
    }

    [Fact]
    public void Regret_Zero_IsDrawnAtHalfAGrainAndSaysSo()
    {
        // So few cells that 200 random evaluations find the best one.
        string path = data.Search(data.Tiny, SearchBudget.Evaluations(200), 1, 3, "random");
        DrawnPicture picture = DrawnPicture.Of(FigureData.Request(data.Tiny, "regret", path));

        Assert.Contains("0", picture.Texts);
        Assert.Contains("1.67×10⁻⁵", picture.Description, StringComparison.Ordinal);
        Assert.Equal(0.5 / 29952, RegretGrain.Half(data.Tiny, RegretKind.TestMean));
    }

    [Fact]
    public void Regret_Band_AddsMedianAndQuartiles()
    {
        FigureRequest request = data.Request("regret", data.Search(1, 4, "random", "re", "ls"));
        Assert.Contains("Mean of all runs", DrawnPicture.Of(request).Texts);
        DrawnPicture banded = DrawnPicture.Of(request with { HasBand = true });
        Assert.Contains("Median and quartiles", banded.Texts);
        Assert.Equal(3, banded.Root.Descendants().Count(element => element.Attribute("fill-opacity") is not null));
    }

    [Theory]
    [InlineData("random", "random")]
    [InlineData("random", "random (2)")]
    public void Sweep_TwoFoldersOfOneAlgorithm_NamesDiffer(string algorithm, string label)
    {
        DrawnPicture picture = DrawnPicture.Of(data.Request("sweep", data.Search(1, 3, algorithm), data.Search(2, 3, algorithm)));
        Assert.Contains(label, picture.Texts);
    }

    [Fact]
    public void Ranks_OneAlgorithm_Refused()
        => Assert.Throws<FigureException>(() => Picture.Create(data.Request("ranks", data.Search(1, 3, "random"))));

    [Fact]
    public void Regret_OtherBudget_Refused()
    {
        string other = data.Search(data.Small, SearchBudget.Evaluations(10), 1, 3, "random");
        Assert.Throws<FigureException>(() => Picture.Create(data.Request("regret", data.Search(1, 3, "random"), other)));
    }

    [Fact]
    public void CriticalDifference_OneFolder_Refused()
        => Assert.Contains(
            "two searches",
            Assert.Throws<FigureException>(() => Picture.Create(data.Request("critical-difference", data.Search(1, 4, "random", "re", "ls")))).Message,
            StringComparison.Ordinal);

    [Fact]
    public void CriticalDifference_Cliques_AreTheLongestRunsThatDoNotDiffer()
    {
        RankPanel panel = new([("a", 1), ("b", 1.5), ("c", 2.4), ("d", 4)], difference: 1);
        Assert.Equal([(0, 1), (1, 2)], panel.Cliques());
        Assert.Empty(new RankPanel([("a", 1), ("b", 2)], difference: 1).Cliques());
        Assert.Equal([(0, 3)], new RankPanel([("a", 1), ("b", 1.5), ("c", 2.4), ("d", 4)], difference: 5).Cliques());
    }
}
