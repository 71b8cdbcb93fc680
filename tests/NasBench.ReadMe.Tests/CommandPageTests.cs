using System.Text.RegularExpressions;

namespace NasBench.ReadMe.Tests;

/// <summary>The page on the command, <c>src/NasBench.Cli/README.md</c>: its examples print what is shown, and every command has its part.</summary>
[Trait("Category", "Once")]
public sealed partial class CommandPageTests
{
    private static readonly Page s_page = new("src", "NasBench.Cli", "README.md");

    public static TheoryData<string> Examples => [.. s_page.ShellExamples.Select(example => example.CommandLine)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void ShellExample_Run_PrintsWhatIsShown(string commandLine) =>
        s_page.ShellExamples.First(example => example.CommandLine == commandLine).AssertPrintsWhatIsShown();

    [Fact]
    public void Headings_EveryCommandOfTheHelp_HasOne()
    {
        string help = ShellExample.Run(["--help"]).Succeeded().Output;
        string[] commands = [.. CommandOfHelp().Matches(help).Select(match => match.Groups["name"].Value)];

        Assert.Contains("query", commands);
        Assert.Empty(commands.Except(Heading().Matches(s_page.Text).Select(match => match.Groups["name"].Value)));
    }

    /// <summary>A line of two blanks, a word, perhaps with hyphens, and what the command does.</summary>
    [GeneratedRegex(@"^  (?<name>[a-z][a-z-]*)( [<\[.*?[>\]])*  +[A-Z]", RegexOptions.Multiline)]
    private static partial Regex CommandOfHelp();

    [GeneratedRegex("^### (?<name>[a-z-]+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
