namespace NasBench.TestUtilities;

/// <summary>What a process answered: its exit code and both streams, line ends as <c>\n</c>.</summary>
public sealed record CommandResult(int ExitCode, string Output, string Error)
{
    /// <summary>The same result; fails the calling test with everything the process said where the exit code is not 0.</summary>
    public CommandResult Succeeded()
    {
        Assert.True(ExitCode == 0, $"exit code {ExitCode}\n{Output}\n{Error}");
        return this;
    }
}
