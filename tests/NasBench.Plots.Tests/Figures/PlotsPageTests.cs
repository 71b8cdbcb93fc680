using NasBench.TestUtilities;

namespace NasBench.Plots.Tests;

/// <summary>The page on pictures lists the figures that there are.</summary>
[Trait("Category", "Once")]
public sealed class PlotsPageTests
{
    [Fact]
    public void Page_Figures_AreThoseOfTheCatalog()
    {
        string page = File.ReadAllText(TestFiles.InRepository("src", "NasBench.Plots", "README.md")).ReplaceLineEndings("\n");
        string table = "| name | paper | shows | needs |\n|---|---|---|---|\n" + string.Concat(FigureCatalog.All.Select(Row));
        Assert.True(page.Contains($"<!-- figures -->\n{table}<!-- /figures -->", StringComparison.Ordinal), $"the table must be:\n{table}");
    }

    private static string Row(FigureDescription figure)
    {
        string needs = figure.Needs switch { FigureNeeds.Search => "a search", FigureNeeds.Searches => "two searches or more", _ => "the data set" };
        return $"| `{figure.Name}` | {figure.Paper?.Replace("figure", "", StringComparison.Ordinal)} | {figure.Title} | {needs} |\n";
    }
}
