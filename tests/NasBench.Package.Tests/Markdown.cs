using System.Text.RegularExpressions;
using NasBench.TestUtilities;

namespace NasBench.Package.Tests;

/// <summary>What these tests ask of the README, here and in a package.</summary>
internal static partial class Markdown
{
    private const string Comment = "// ";

    /// <summary>The README of the repository.</summary>
    public static string ReadMe { get; } = File.ReadAllText(TestFiles.InRepository("README.md")).ReplaceLineEndings("\n");

    /// <summary>The blocks of C#, in order.</summary>
    public static IReadOnlyList<string> Examples(string text) => [.. CSharpBlock().Matches(text).Select(match => match.Groups["body"].Value)];

    /// <summary>The comments that end a program, without their slashes.</summary>
    public static IReadOnlyList<string> LastComments(string program) =>
    [
        .. program.TrimEnd('\n').Split('\n').Reverse().TakeWhile(line => line.StartsWith(Comment, StringComparison.Ordinal)).Reverse()
            .Select(line => line[Comment.Length..]),
    ];

    /// <summary>The targets of all links and pictures, code left out.</summary>
    public static IReadOnlyList<string> Links(string text) => [.. Link().Matches(Code().Replace(text, "")).Select(match => match.Groups["target"].Value)];

    /// <summary>The text as it reads: links and pictures are their words, and comments are gone.</summary>
    public static string Words(string text) => Link().Replace(HtmlComment().Replace(text, ""), "${words}");

    [GeneratedRegex("^```csharp\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex CSharpBlock();

    [GeneratedRegex("^```.*?^```$|`[^`\n]+`", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Code();

    [GeneratedRegex("<!--.*?-->\n?", RegexOptions.Singleline)]
    private static partial Regex HtmlComment();

    [GeneratedRegex(@"!?\[(?<words>[^\[\]]*)\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
