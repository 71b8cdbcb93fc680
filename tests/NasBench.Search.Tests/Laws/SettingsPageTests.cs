using System.Text;
using NasBench.TestUtilities;

namespace NasBench.Search.Tests;

/// <summary>
/// The page on search shows every line of the table of settings. After a change that is meant, run this class with <c>NASBENCH_APPROVE=1</c> in the
/// environment and commit the page that it writes.
/// </summary>
[Trait("Category", "Once")]
public sealed class SettingsPageTests
{
    private const string Begin = "<!-- settings -->\n";
    private const string End = "<!-- /settings -->";

    [Fact]
    public void Page_Settings_AreThoseOfTheTable()
    {
        string path = TestFiles.InRepository("src", "NasBench.Search", "README.md");
        string page = File.ReadAllText(path);
        int start = page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        int end = page.IndexOf(End, StringComparison.Ordinal);
        Assert.True(start >= Begin.Length && end >= start, "the page has no place for the settings");
        string table = WriteTable();
        if (Environment.GetEnvironmentVariable("NASBENCH_APPROVE") == "1")
        {
            File.WriteAllText(path, page[..start] + table + page[end..]);
            return;
        }

        Assert.True(page[start..end] == table, "the page on search differs from the table of settings; NASBENCH_APPROVE=1 writes it");
    }

    private static string WriteTable()
    {
        StringBuilder text = new();
        text.Append($"| algorithm | setting | {string.Join(" | ", SearchProfiles.Names)} | what it does |\n");
        text.Append($"|---|---|{string.Concat(SearchProfiles.Names.Select(_ => "---|"))}---|\n");
        foreach (ProfileSetting line in ProfileTable.All)
        {
            string algorithm = line.Algorithm == "*" ? "all" : $"`{line.Algorithm}`";
            text.Append($"| {algorithm} | `{line.Name}` | {string.Join(" | ", line.Values)} | {line.Meaning} |\n");
        }

        return text.ToString();
    }
}
