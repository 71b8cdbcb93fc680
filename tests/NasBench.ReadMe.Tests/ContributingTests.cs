using System.Text.RegularExpressions;
using NasBench.TestUtilities;

namespace NasBench.ReadMe.Tests;

/// <summary>The files, tests and switches that the guide for contributors names are there.</summary>
[Trait("Category", "Once")]
public sealed partial class ContributingTests
{
    private const string Folder = ".github";

    private static readonly string s_text = File.ReadAllText(TestFiles.InRepository(Folder, "CONTRIBUTING.md")).ReplaceLineEndings("\n");

    private static readonly Lazy<string> s_tests = new(() => string.Concat(
        Directory.EnumerateFiles(TestFiles.InRepository("tests"), "*Tests.cs", SearchOption.AllDirectories)
            .Concat(Directory.EnumerateFiles(TestFiles.InRepository("tests"), "*Contract.cs", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(TestFiles.InRepository("tests"), "Baseline.cs", SearchOption.AllDirectories))
            .Where(path => Path.GetFileName(path) != nameof(ContributingTests) + ".cs")
            .Select(path => Path.GetFileNameWithoutExtension(path) + "\n" + File.ReadAllText(path))));

    public static TheoryData<string> Links =>
        [.. Link().Matches(s_text).Select(match => match.Groups["target"].Value.Split('#')[0]).Where(target => target.Length > 0).Distinct()];

    public static TheoryData<string> Paths => [.. RepositoryPath().Matches(s_text).Select(match => match.Value.TrimEnd('.')).Distinct()];

    public static TheoryData<string> Tests => [.. Filter().Matches(s_text).Select(match => match.Groups["name"].Value).Distinct()];

    public static TheoryData<string> Switches => [.. Switch().Matches(s_text).Select(match => match.Value).Distinct()];

    [Theory]
    [MemberData(nameof(Links))]
    public void Links_FromItsFolder_LeadToWhatIsThere(string target) => AssertExists(Path.GetFullPath(TestFiles.InRepository(Folder, target)));

    [Theory]
    [MemberData(nameof(Paths))]
    public void Paths_FromTheTopFolder_Exist(string path) => AssertExists(TestFiles.InRepository(path));

    [Theory]
    [MemberData(nameof(Tests))]
    public void Filters_OfTests_FindSome(string name) => Assert.Contains(name, s_tests.Value, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Switches))]
    public void Switches_OfTests_AreRead(string name) => Assert.Contains($"\"{name}\"", s_tests.Value, StringComparison.Ordinal);

    private static void AssertExists(string path) => Assert.True(File.Exists(path) || Directory.Exists(path), path);

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<![\w./])(src|tests|benchmarks|generators)/[\w./-]+")]
    private static partial Regex RepositoryPath();

    [GeneratedRegex(@"--filter (FullyQualifiedName~)?(?<name>\w+)")]
    private static partial Regex Filter();

    [GeneratedRegex("NASBENCH_[A-Z_]+")]
    private static partial Regex Switch();
}
