using System.CommandLine;
using System.CommandLine.Parsing;

namespace NasBench.Cli;

/// <summary>Turns what is wrong with a command line into one line that also says what was probably meant.</summary>
internal static class UsageErrors
{
    /// <summary>What is wrong, and where help is; null for a command line that can be run.</summary>
    public static string? Find(ParseResult parsed)
    {
        string command = Path(parsed.CommandResult);
        bool isUnknownCommand = parsed.CommandResult.Command is RootCommand && parsed.UnmatchedTokens is [var first, ..] && !first.StartsWith('-');
        return (!isUnknownCommand && FindStray(parsed) is { } stray ? DescribeStray(parsed, command, stray) : Complaint(parsed)) is { } complaint
            ? WithHelp(complaint, command)
            : null;
    }

    /// <summary>A complaint, and where help is.</summary>
    public static string WithHelp(string complaint, string command) => $"{complaint}{(complaint.EndsWith('?') ? " See" : "; see")} '{command} --help'";

    /// <summary>What is wrong with a word that stands where a command is expected.</summary>
    public static string DescribeCommand(Command root, string word)
    {
        string? meant = NearestWord.Find(word, root.Subcommands.Select(command => command.Name));
        return $"'{word}' is not a command{Suggest(meant)}";
    }

    private static string? Complaint(ParseResult parsed)
    {
        bool isRoot = parsed.CommandResult.Command is RootCommand;
        return parsed.UnmatchedTokens.Count > 0
            ? isRoot ? DescribeCommand(parsed.CommandResult.Command, parsed.UnmatchedTokens[0]) : $"'{parsed.UnmatchedTokens[0]}' is one argument too many"
            : parsed.Errors.Count == 0 ? null
            : isRoot ? "no command given"
            : parsed.Errors[0].Message.TrimEnd('.');
    }

    /// <summary>
    /// The first word that looks like an option and is none. The parser takes such words for arguments and for values; only one that stands behind
    /// <c>--</c>, or names a file that exists, can have been meant as such.
    /// </summary>
    private static string? FindStray(ParseResult parsed)
    {
        IEnumerable<Token> words = parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash);
        bool followsOption = false;
        foreach (Token word in words)
        {
            bool isArgument = word.Type == TokenType.Argument;

            // A value may begin with a dash, as -3 does, but not with two.
            string dashes = followsOption ? "--" : "-";
            if (isArgument && word.Value.Length > 1 && word.Value.StartsWith(dashes, StringComparison.Ordinal) && !Exists(word.Value))
            {
                return word.Value;
            }

            followsOption = word.Type == TokenType.Option;
        }

        return null;
    }

    private static string DescribeStray(ParseResult parsed, string command, string word)
    {
        string name = word.Split('=')[0];
        IEnumerable<Option> options = OptionsOf(parsed.CommandResult).Where(option => !option.Hidden);
        string? meant = NearestWord.Find(name, options.SelectMany(option => option.Aliases.Prepend(option.Name)));
        return $"'{word}' is not an option of '{command}'{Suggest(meant)}";
    }

    private static IEnumerable<Option> OptionsOf(CommandResult result) => result.Parent is CommandResult parent
        ? result.Command.Options.Concat(OptionsOf(parent).Where(option => option.Recursive))
        : result.Command.Options;

    private static bool Exists(string path) => File.Exists(path) || Directory.Exists(path);

    private static string Suggest(string? word) => word is null ? "" : $"; did you mean {word}?";

    private static string Path(CommandResult result) => result.Parent is CommandResult parent ? $"{Path(parent)} {result.Command.Name}" : "nasbench";
}
