using NasBench.TestUtilities;

namespace NasBench.ReadMe.Tests;

/// <summary>What the README shows is what happens.</summary>
[Trait("Category", "Once")]
public sealed class ReadMeTests
{
    private const string RunCommand = "dotnet run -c Release --project src/NasBench.Cli -- ";
    private const string TestCommand = "dotnet test NasBench.Core.sln -c Release";

    public static TheoryData<string> Examples => [.. ReadMe.ShellExamples.Select(example => example.CommandLine)];

    public static TheoryData<string> CommandNames => [.. ReadMe.CommandNames];

    [Fact]
    public void ShellCommands_FirstTwo_RunAQueryAndTheTests()
    {
        Assert.StartsWith(RunCommand + "query builtin ", ReadMe.ShellCommands[0], StringComparison.Ordinal);
        Assert.Equal(TestCommand, ReadMe.ShellCommands[1]);
        Assert.True(File.Exists(TestFiles.InRepository("NasBench.Core.sln")));
        Assert.True(File.Exists(TestFiles.InRepository("src", "NasBench.Cli", "NasBench.Cli.csproj")));
    }

    [Fact]
    public void RunCommand_Executed_PrintsTheAnswerThatIsShown()
    {
        string[] words = Words(ReadMe.ShellCommands[0][RunCommand.Length..]);
        CodeBlock answer = ReadMe.Blocks.Single(block => block.Language == "text");
        Assert.Equal(answer.Lines, ShellExample.Run(words).Succeeded().Output.TrimEnd('\n').Split('\n'));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void ShellExample_Run_PrintsWhatIsShown(string commandLine) =>
        ReadMe.ShellExamples.First(example => example.CommandLine == commandLine).AssertPrintsWhatIsShown();

    [Theory]
    [MemberData(nameof(CommandNames))]
    public void CommandTable_AnyCommand_Explains(string command) => ShellExample.Run([command, "--help"]).Succeeded();

    [Fact]
    public void Links_WithinTheRepository_Exist()
    {
        string[] local = [.. ReadMe.Links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal))];
        Assert.All(
            local,
            link => Assert.True(IsHeading(link) || File.Exists(TestFiles.InRepository(link)) || Directory.Exists(TestFiles.InRepository(link)), link));
    }

    /// <summary>A link to a heading of the README is its words in lower case, with hyphens between them.</summary>
    private static bool IsHeading(string link) =>
        link.StartsWith('#')
        && ReadMe.Text.Split('\n').Any(line => line.StartsWith('#') && line.TrimStart('#', ' ').ToLowerInvariant().Replace(' ', '-') == link[1..]);

    private static string[] Words(string commandLine) => commandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
