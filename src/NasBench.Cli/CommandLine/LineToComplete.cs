using System.Text.RegularExpressions;

namespace NasBench.Cli;

/// <summary>The arguments with which a shell asks for words: <c>[suggest:POSITION] LINE</c>.</summary>
internal static partial class LineToComplete
{
    private const string Directive = "[suggest";

    /// <summary>
    /// The same question with a space in place of the equals sign of a last word such as <c>--kind=cl</c>, since the library has no words for what stands
    /// behind an equals sign. Other arguments come back as they are.
    /// </summary>
    public static IReadOnlyList<string> WithoutEqualsSign(IReadOnlyList<string> arguments) =>
        arguments is [var directive, var line] && directive.StartsWith(Directive, StringComparison.Ordinal)
            ? [directive, LastValue().Replace(line, " ")]
            : arguments;

    [GeneratedRegex(@"(?<=\s--[a-z0-9-]+)=(?=\S*$)")]
    private static partial Regex LastValue();
}
