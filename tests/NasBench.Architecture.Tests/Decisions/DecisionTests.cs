using System.Text.RegularExpressions;
using NasBench.TestUtilities;

namespace NasBench.Architecture.Tests;

/// <summary>The pages of <c>benchmarks/decisions</c>: each is in the index, and leads to code that is there.</summary>
[Trait("Category", "Once")]
public partial class DecisionTests
{
    private const string Index = "README.md";
    private const string CodeLine = "Code: ";

    private static readonly string s_folder = TestFiles.InRepository("benchmarks", "decisions");

    public static TheoryData<string> Pages =>
    [
        .. Directory.EnumerateFiles(s_folder, "*.md").Select(path => Path.GetFileName(path)).Where(name => name != Index).Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Index_Page_HasARow(string page) =>
        Assert.Single(File.ReadLines(Path.Combine(s_folder, Index)), line => line.StartsWith('|') && line.Contains($"]({page})", StringComparison.Ordinal));

    [Fact]
    public void Index_Rows_LeadToPages() =>
        Assert.Empty(Link().Matches(File.ReadAllText(Path.Combine(s_folder, Index))).Select(match => match.Groups[1].Value)
            .Except(Pages.Select(page => page.Data)));

    [Fact]
    public void Pages_CodeLine_NamesTypesThatAreThere()
    {
        HashSet<string> types =
        [
            .. ((string[])["src", "generators", "benchmarks"]).SelectMany(SourceTree.Projects)
                .SelectMany(project => SourceFile.OfProject(Path.GetDirectoryName(project)!))
                .SelectMany(file => file.Types.Select(type => type.Name)),
        ];
        string[] faults = [.. Pages.Select(page => page.Data).SelectMany(page => NamedTypes(page).Except(types).Select(type => $"{page} names {type}"))];

        Assert.True(faults.Length == 0, $"pages of decisions that lead to no code:\n{string.Join('\n', faults)}");
    }

    private static IEnumerable<string> NamedTypes(string page) =>
        TypeName().Matches(File.ReadLines(Path.Combine(s_folder, page)).Single(line => line.StartsWith(CodeLine, StringComparison.Ordinal)))
            .Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\]\(([a-z0-9-]+\.md)\)")]
    private static partial Regex Link();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*)`")]
    private static partial Regex TypeName();
}
