using System.Text.RegularExpressions;
using NasBench.TestUtilities;

namespace NasBench.Architecture.Tests;

/// <summary>The links of all pages beside the code lead to files and headings that are there.</summary>
[Trait("Category", "Once")]
public sealed partial class LinkTests
{
    public static TheoryData<string> Pages => [.. SourceTree.AllPaths().Where(path => path.EndsWith(".md", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_WithinTheRepository_LeadToWhatIsThere(string page)
    {
        string text = Read(page);
        string[] faults = [.. Link().Matches(text).Select(match => match.Groups["target"].Value).Where(IsLocal).Where(target => !Exists(page, text, target))];

        Assert.True(faults.Length == 0, $"{page} leads nowhere:\n{string.Join('\n', faults)}");
    }

    [Theory]
    [InlineData("NasBench.Core", "nasbenchcore")]
    [InlineData("Where is ...?", "where-is-")]
    [InlineData("The way of a `[SearchSpace]`", "the-way-of-a-searchspace")]
    public void Anchor_Heading_AsGitHubMakesIt(string heading, string expected) => Assert.Equal(expected, Anchor(heading));

    private static bool IsLocal(string target) => !target.Contains("://", StringComparison.Ordinal);

    private static bool Exists(string page, string text, string target)
    {
        string[] parts = target.Split('#');
        string path = parts[0].Length == 0 ? page : SourceTree.NameOf(Path.GetFullPath(TestFiles.InRepository(Path.GetDirectoryName(page)!, parts[0])));
        string full = TestFiles.InRepository(path);
        return File.Exists(full)
            ? parts.Length == 1 || Anchors(parts[0].Length == 0 ? text : Read(path)).Contains(parts[1])
            : parts.Length == 1 && Directory.Exists(full);
    }

    private static string Read(string page) => File.ReadAllText(TestFiles.InRepository(page)).ReplaceLineEndings("\n");

    private static IEnumerable<string> Anchors(string text) =>
        text.Split('\n').Where(line => line.StartsWith('#')).Select(line => Anchor(line.TrimStart('#', ' ')));

    /// <summary>A heading as the end of a link: letters and digits in lower case, blanks as hyphens, other signs left out.</summary>
    private static string Anchor(string heading) =>
        string.Concat(heading.ToLowerInvariant().Where(sign => char.IsLetterOrDigit(sign) || sign is ' ' or '-' or '_')).Replace(' ', '-');

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
