namespace NasBench.ReadMe.Tests;

/// <summary>A command shown after <c>$ </c> in a <c>console</c> block, and the lines shown as its answer.</summary>
internal sealed record ShellExample(string CommandLine, IReadOnlyList<string> Answer)
{
    /// <summary>Whether the answer is shown in part: a last line of three dots stands for the rest.</summary>
    public bool IsPartial => Answer is [.., "..."];
}
