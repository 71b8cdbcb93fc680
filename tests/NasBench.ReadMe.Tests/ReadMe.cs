using System.Text.RegularExpressions;
using NasBench.TestUtilities;

namespace NasBench.ReadMe.Tests;

/// <summary>The README, taken apart.</summary>
internal static partial class ReadMe
{
    private const string Prompt = "$ ";

    public static string Text { get; } = File.ReadAllText(TestFiles.InRepository("README.md")).ReplaceLineEndings("\n");

    /// <summary>The fenced blocks, in order.</summary>
    public static IReadOnlyList<CodeBlock> Blocks { get; } =
        [.. Fence().Matches(Text).Select(match => new CodeBlock(match.Groups["language"].Value, match.Groups["body"].Value.TrimEnd('\n').Split('\n')))];

    /// <summary>The commands of the <c>sh</c> blocks, comments left out.</summary>
    public static IReadOnlyList<string> ShellCommands { get; } =
        [.. Blocks.Where(block => block.Language == "sh").SelectMany(block => block.Lines).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>The commands of the <c>console</c> blocks with their answers.</summary>
    public static IReadOnlyList<ShellExample> ShellExamples { get; } =
        [.. Blocks.Where(block => block.Language == "console").SelectMany(SplitAtPrompts)];

    /// <summary>The commands that the table explains.</summary>
    public static IReadOnlyList<string> CommandNames { get; } = [.. CommandRow().Matches(Text).Select(match => match.Groups["name"].Value)];

    /// <summary>The targets of all links.</summary>
    public static IReadOnlyList<string> Links { get; } = [.. Link().Matches(Text).Select(match => match.Groups["target"].Value)];

    private static IEnumerable<ShellExample> SplitAtPrompts(CodeBlock block)
    {
        int[] prompts = [.. Enumerable.Range(0, block.Lines.Count).Where(line => block.Lines[line].StartsWith(Prompt, StringComparison.Ordinal))];
        int[] ends = [.. prompts.Skip(1), block.Lines.Count];
        return prompts.Zip(ends, (start, end) => new ShellExample(block.Lines[start][Prompt.Length..], [.. block.Lines.Skip(start + 1).Take(end - start - 1)]));
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\| `nasbench (?<name>[a-z]+)` \|", RegexOptions.Multiline)]
    private static partial Regex CommandRow();

    [GeneratedRegex(@"\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
