using NasBench.TestUtilities;

namespace NasBench.Architecture.Tests;

/// <summary>Within each project the folders stand in layers: none reaches, by the types that it names, one that reaches it.</summary>
[Trait("Category", "Once")]
public class RoomTests
{
    private const string ReadMe = "src/README.md";

    public static TheoryData<string> Projects => [.. ((string[])["src", "generators", "benchmarks"]).SelectMany(SourceTree.Projects).Select(SourceTree.NameOf)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Arrows_RoomsOfAProject_NoCircle(string project)
    {
        string[] circles = [.. GraphOf(project).Circles().Select(circle => string.Join('\n', circle))];

        Assert.True(circles.Length == 0, $"{project}: folders that reach each other:\n{string.Join("\n\n", circles)}");
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Arrows_RoomsInTheOrderOfTheReadMe_RunDownward(string project)
    {
        string path = TestFiles.InRepository(ReadMe);
        if (File.Exists(path) && RoomLists.Find(File.ReadAllText(path), Path.GetFileNameWithoutExtension(project)) is { } list)
        {
            string[] faults = [.. RoomLists.Faults(list, GraphOf(project))];

            Assert.True(faults.Length == 0, $"{project}: the list in {ReadMe}, which begins with the lowest layer:\n{string.Join('\n', faults)}");
        }
    }

    private static RoomGraph GraphOf(string project) => new(SourceFile.OfProject(Path.GetDirectoryName(TestFiles.InRepository(project))!));
}
