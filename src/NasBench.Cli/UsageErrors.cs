using System.CommandLine;
using System.CommandLine.Parsing;

namespace NasBench.Cli;

/// <summary>Turns the parser's complaints into one line.</summary>
internal static class UsageErrors
{
    /// <summary>The first complaint, and where help is.</summary>
    public static string Describe(ParseResult parsed)
    {
        string command = CommandPath(parsed.CommandResult);
        return $"{Complaint(parsed)}; see '{command} --help'";
    }

    private static string Complaint(ParseResult parsed)
    {
        bool isRoot = parsed.CommandResult.Command is RootCommand;
        return parsed.UnmatchedTokens.Count > 0
            ? $"'{parsed.UnmatchedTokens[0]}' {(isRoot && !parsed.UnmatchedTokens[0].StartsWith('-') ? "is no command" : "is not understood here")}"
            : isRoot ? "no command given"
            : parsed.Errors[0].Message.TrimEnd('.');
    }

    private static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandPath(parent)} {result.Command.Name}" : "nasbench";
}
