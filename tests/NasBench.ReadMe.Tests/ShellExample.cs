using NasBench.TestUtilities;

namespace NasBench.ReadMe.Tests;

/// <summary>A command shown after <c>$ </c> in a <c>console</c> block, and the lines shown as its answer.</summary>
internal sealed record ShellExample(string CommandLine, IReadOnlyList<string> Answer)
{
    /// <summary>Whether the answer is shown in part: a last line of three dots stands for the rest.</summary>
    public bool IsPartial => Answer is [.., "..."];

    /// <summary>Runs the command, and compares what it prints with what is shown.</summary>
    public void AssertPrintsWhatIsShown()
    {
        string[] words = CommandLine.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("nasbench", words[0]);
        string[] lines = Run(words[1..]).Succeeded().Output.TrimEnd('\n').Split('\n');
        Assert.Equal(IsPartial ? Answer.SkipLast(1) : Answer, IsPartial ? lines.Take(Answer.Count - 1) : lines);
    }

    /// <summary>Runs the command <c>nasbench</c> in the folder of the solution.</summary>
    public static CommandResult Run(string[] words) =>
        Command.Dotnet(TestFiles.SolutionFolder, [Path.Combine(AppContext.BaseDirectory, "nasbench.dll"), .. words]);
}
