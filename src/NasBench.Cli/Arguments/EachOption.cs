using System.CommandLine;

namespace NasBench.Cli;

/// <summary><c>--each</c>: the cells that a command finds, one JSON object on each line, for the next command of a pipe.</summary>
internal static class EachOption
{
    /// <summary>Makes the option.</summary>
    /// <param name="cells">What the cells are to the given one.</param>
    public static Option<bool> Create(string cells) => new("--each") { Description = $"Print the {cells} one by one, a JSON object on each line." };

    /// <summary>Whether it is given.</summary>
    /// <exception cref="CommandException">With <c>--json</c>: exit code 2.</exception>
    public static bool Read(CommandContext context, Option<bool> option) =>
        context.Get(option) && context.Json ? throw CommandException.Usage("only one of --json and --each can be given") : context.Get(option);
}
