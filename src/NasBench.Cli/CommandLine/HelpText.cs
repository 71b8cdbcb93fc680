using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace NasBench.Cli;

/// <summary>
/// The help of the program and of its commands, for lines of any width. The details of a command are paragraphs, parted by blank lines; a line that begins with
/// two blanks is an item of a list: a word, at least two blanks, and what it means.
/// </summary>
internal sealed partial class HelpText
{
    private const string Indent = "  ";
    private const int UsualWidth = 80;
    private const int WidestText = 100;
    private const int NarrowestText = 40;
    private const int WidestLabel = 24;

    private readonly StringBuilder _text = new();
    private readonly int _width;

    private HelpText(int width) => _width = width;

    /// <summary>The help of the whole program.</summary>
    /// <param name="root">The root of all commands.</param>
    /// <param name="paragraphs">What is to be said about all of them.</param>
    /// <param name="examples">Command lines to begin with.</param>
    /// <param name="width">The width of the terminal; null where it is unknown.</param>
    public static string Write(Command root, string paragraphs, IReadOnlyList<string> examples, int? width)
    {
        HelpText help = new(FindWidth(width));
        help.WriteParagraph(root.Description!);
        help.WriteHeading("Usage:");
        help.Line(Indent + "nasbench COMMAND [ARGUMENTS] [OPTIONS]");
        help.Line(Indent + "nasbench help COMMAND");
        IEnumerable<NasBenchCommand> commands = root.Subcommands.OfType<NasBenchCommand>();
        foreach (IGrouping<CommandGroup, NasBenchCommand> group in commands.GroupBy(command => command.Group).OrderBy(group => group.Key))
        {
            help.WriteHeading($"{group.Key}:");
            help.WriteList(group.Select(command => (command.Name, command.Description!)));
        }

        help.WriteHeading("Options:");
        help.WriteList(OptionsOf(root).Select(Describe));
        help.WriteDetails(paragraphs);
        help.WriteExamples(examples);
        return help._text.ToString();
    }

    /// <summary>The help of one command.</summary>
    /// <param name="root">The root of all commands.</param>
    /// <param name="command">The command.</param>
    /// <param name="width">The width of the terminal; null where it is unknown.</param>
    public static string Write(Command root, NasBenchCommand command, int? width)
    {
        HelpText help = new(FindWidth(width));
        help.WriteParagraph(command.Description!);
        help.WriteHeading("Usage:");
        string arguments = string.Concat(command.Arguments.Select(argument => $" {UsageOf(argument)}"));
        help.Line($"{Indent}nasbench {command.Name}{arguments} [OPTIONS]");
        if (command.Arguments.Count > 0)
        {
            help.WriteHeading("Arguments:");
            help.WriteList(command.Arguments.Select(argument => (LabelOf(argument), argument.Description!)));
        }

        help.WriteHeading("Options:");
        help.WriteList(OptionsOf(command).Concat(OptionsOf(root).Where(option => option.Recursive && option is not HelpOption)).Select(Describe));
        help.WriteDetails(command.Details);
        help.WriteExamples(command.Examples);
        return help._text.ToString();
    }

    private static int FindWidth(int? width) => Math.Clamp(width ?? UsualWidth, NarrowestText, WidestText);

    private static string LabelOf(Argument argument) => argument.HelpName ?? argument.Name;

    private static string UsageOf(Argument argument)
    {
        string label = LabelOf(argument);
        return argument.Arity.MinimumNumberOfValues == 0 ? $"[{label}]" : label;
    }

    private static IEnumerable<Option> OptionsOf(Command command) => command.Options.Where(option => !option.Hidden).OrderBy(option => option is HelpOption);

    private static (string Label, string Text) Describe(Option option)
    {
        string? alias = option.Aliases.FirstOrDefault(alias => alias.Length == 2 && char.IsAsciiLetter(alias[1]));
        string value = option.HelpName is null ? "" : $" {option.HelpName}";
        string usual = UsualValueOf(option) is { } text ? $" [default: {text}]" : "";
        string description = option is HelpOption ? "Show this help." : option is VersionOption ? "Show the version." : option.Description!;
        return ($"{(alias is null ? "" : $"{alias}, ")}{option.Name}{value}", description + usual);
    }

    private static string? UsualValueOf(Option option) =>
        !option.HasDefaultValue || option.ValueType == typeof(bool) || option.GetDefaultValue() is not { } value || value is int.MaxValue ? null
        : value is int[] list ? string.Join(',', list)
        : Convert.ToString(value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^  (?<label>\\S+(?: \\S+)*)  +(?<text>\\S.*)$")]
    private static partial Regex Item();

    private void WriteDetails(string details)
    {
        List<string> paragraph = [];
        List<(string Label, string Text)> items = [];
        foreach (string line in details.Split('\n').Append(""))
        {
            Match item = Item().Match(line);
            if (item.Success)
            {
                Flush(paragraph);
                items.Add((item.Groups["label"].Value, item.Groups["text"].Value));
            }
            else if (items.Count > 0 && line.StartsWith(Indent, StringComparison.Ordinal))
            {
                items[^1] = (items[^1].Label, $"{items[^1].Text} {line.Trim()}");
            }
            else
            {
                WriteList(items);
                items.Clear();
                if (line.Length > 0)
                {
                    paragraph.Add(line);
                }
                else
                {
                    Flush(paragraph);
                }
            }
        }
    }

    private void Flush(List<string> paragraph)
    {
        if (paragraph.Count > 0)
        {
            Line("");
            WriteParagraph(string.Join(' ', paragraph));
            paragraph.Clear();
        }
    }

    private void WriteExamples(IReadOnlyList<string> examples)
    {
        WriteHeading(examples.Count == 1 ? "Example:" : "Examples:");
        foreach (string example in examples)
        {
            Line(Indent + example);
        }
    }

    private void WriteHeading(string heading)
    {
        Line("");
        Line(heading);
    }

    private void WriteParagraph(string text) => TextWrap.Wrap(text, _width).ForEach(Line);

    private void WriteList(IEnumerable<(string Label, string Text)> items)
    {
        (string Label, string Text)[] list = [.. items];
        int labels = Math.Min(list.Select(item => item.Label.Length).DefaultIfEmpty(0).Max(), Math.Min(WidestLabel, _width / 3));
        string margin = new(' ', Indent.Length + labels + Indent.Length);
        foreach ((string label, string text) in list)
        {
            List<string> lines = TextWrap.Wrap(text, _width - margin.Length);
            int next = 0;
            if (label.Length <= labels)
            {
                Line($"{Indent}{label.PadRight(labels)}{Indent}{lines[next++]}");
            }
            else
            {
                Line(Indent + label);
            }

            for (; next < lines.Count; next++)
            {
                Line(margin + lines[next]);
            }
        }
    }

    private void Line(string line) => _text.Append(line.TrimEnd(' ')).Append('\n');
}
