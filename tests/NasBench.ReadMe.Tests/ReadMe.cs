using System.Text.RegularExpressions;

namespace NasBench.ReadMe.Tests;

/// <summary>The README, taken apart.</summary>
internal static partial class ReadMe
{
    private static readonly Page s_page = new("README.md");

    public static string Text => s_page.Text;

    /// <summary>The fenced blocks, in order.</summary>
    public static IReadOnlyList<CodeBlock> Blocks { get; } = s_page.Blocks;

    /// <summary>The commands of the <c>sh</c> blocks, comments left out.</summary>
    public static IReadOnlyList<string> ShellCommands { get; } = s_page.ShellCommands;

    /// <summary>The commands of the <c>console</c> blocks with their answers.</summary>
    public static IReadOnlyList<ShellExample> ShellExamples { get; } = s_page.ShellExamples;

    /// <summary>The commands that the table explains.</summary>
    public static IReadOnlyList<string> CommandNames { get; } = [.. CommandRow().Matches(Text).Select(match => match.Groups["name"].Value)];

    /// <summary>The targets of all links.</summary>
    public static IReadOnlyList<string> Links { get; } = [.. Link().Matches(Text).Select(match => match.Groups["target"].Value)];

    [GeneratedRegex(@"^\| `nasbench (?<name>[a-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
