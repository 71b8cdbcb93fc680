namespace NasBench.Package.Tests;

/// <summary>The packages do their work outside this repository, for one who follows the README.</summary>
[Trait("Category", "Package")]
public sealed class PackageUseTests(UserProjects projects) : IClassFixture<UserProjects>
{
    public static TheoryData<int> Programs => [.. Enumerable.Range(1, Markdown.Examples(Markdown.ReadMe).Count - 1)];

    /// <summary>
    /// The README's first C# example is a whole program: it runs as it is printed, in a new project with no using directive but those that the SDK adds.
    /// Each line that writes says in a comment what it writes.
    /// </summary>
    [Fact]
    public void ReadMeExample_InANewProject_PrintsWhatItsCommentsSay()
    {
        string example = Markdown.Examples(Markdown.ReadMe)[0];
        string[] expected =
        [
            .. example.Split('\n').Where(line => line.Contains("Console.WriteLine", StringComparison.Ordinal))
                .Select(line => line[(line.IndexOf("// ", StringComparison.Ordinal) + 3)..]),
        ];
        Assert.NotEmpty(expected);
        Assert.Equal(expected, projects.RunExample(0));
    }

    /// <summary>Every further example is a whole program too. Comments at its end say what it writes, or the last lines of that.</summary>
    [Theory]
    [MemberData(nameof(Programs))]
    public void ReadMeProgram_Built_PrintsWhatItsLastCommentsSay(int number)
    {
        IReadOnlyList<string> expected = Markdown.LastComments(Markdown.Examples(Markdown.ReadMe)[number]);
        Assert.NotEmpty(expected);
        Assert.Equal(expected, projects.RunExample(number).TakeLast(expected.Count));
    }

    [Fact]
    public void Consumer_DeclaresItsOwnSpaces_PassesItsTests() =>
        Assert.Matches(@"Failed:\s+0, Passed:\s+[1-9][0-9]*, Skipped:\s+0", projects.TestConsumer().Succeeded().Output);
}
