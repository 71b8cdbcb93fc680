using System.Text.RegularExpressions;
using NasBench.TestUtilities;

namespace NasBench.Architecture.Tests;

/// <summary>The map of the code, <c>src/README.md</c>: every project is on it, and what it names is there.</summary>
[Trait("Category", "Once")]
public sealed partial class MapTests
{
    private static readonly string s_map = File.ReadAllText(TestFiles.InRepository("src", "README.md")).ReplaceLineEndings("\n");

    public static TheoryData<string> Projects =>
        [.. ((string[])["src", "generators", "benchmarks"]).SelectMany(SourceTree.Projects).Select(path => Path.GetFileNameWithoutExtension(path))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Rooms_AnyProject_AreListed(string project) => Assert.NotNull(RoomLists.Find(s_map, project));

    /// <summary>A name may leave out the folders above it: what ends in it is meant.</summary>
    [Fact]
    public void Names_OfFilesAndFolders_AreThere()
    {
        HashSet<string> tails = [.. SourceTree.AllPaths().SelectMany(Tails)];
        string[] missing =
        [
            .. Name().Matches(s_map).Select(match => match.Groups["name"].Value).Distinct()
                .Where(name => !tails.Contains(name) && !File.Exists(TestFiles.InRepository(name))),
        ];

        Assert.True(missing.Length == 0, $"src/README.md names what is not there:\n{string.Join('\n', missing)}");
    }

    private static IEnumerable<string> Tails(string path)
    {
        int start = 0;
        do
        {
            yield return path[start..];
            start = path.IndexOf('/', start) + 1;
        }
        while (start > 0);
    }

    /// <summary>What stands in backquotes and has an ending of a file, or a slash between two names.</summary>
    [GeneratedRegex(@"`(?<name>[\w.-]+(/[\w.-]+)+|[\w.-]+\.(cs|md|hashindex))`")]
    private static partial Regex Name();
}
