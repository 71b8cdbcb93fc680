using System.Text.RegularExpressions;
using NasBench.TestUtilities;

namespace NasBench.ReadMe.Tests;

/// <summary>A page of Markdown, taken apart.</summary>
/// <param name="path">Where it is in the repository.</param>
internal sealed partial class Page(params string[] path)
{
    private const string Prompt = "$ ";

    public string Text { get; } = File.ReadAllText(TestFiles.InRepository(path)).ReplaceLineEndings("\n");

    /// <summary>The fenced blocks, in order.</summary>
    public IReadOnlyList<CodeBlock> Blocks =>
        [.. Fence().Matches(Text).Select(match => new CodeBlock(match.Groups["language"].Value, match.Groups["body"].Value.TrimEnd('\n').Split('\n')))];

    /// <summary>The commands of the <c>sh</c> blocks, comments left out.</summary>
    public IReadOnlyList<string> ShellCommands =>
        [.. Blocks.Where(block => block.Language == "sh").SelectMany(block => block.Lines).Where(line => line.Length > 0 && line[0] != '#')];

    /// <summary>The commands of the <c>console</c> blocks with their answers.</summary>
    public IReadOnlyList<ShellExample> ShellExamples => [.. Blocks.Where(block => block.Language == "console").SelectMany(SplitAtPrompts)];

    private static IEnumerable<ShellExample> SplitAtPrompts(CodeBlock block)
    {
        int[] prompts = [.. Enumerable.Range(0, block.Lines.Count).Where(line => block.Lines[line].StartsWith(Prompt, StringComparison.Ordinal))];
        int[] ends = [.. prompts.Skip(1), block.Lines.Count];
        return prompts.Zip(ends, (start, end) => new ShellExample(block.Lines[start][Prompt.Length..], [.. block.Lines.Skip(start + 1).Take(end - start - 1)]));
    }

    [GeneratedRegex("^```(?<language>[a-z]+)\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
