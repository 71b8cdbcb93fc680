using System.CommandLine;

namespace NasBench.Cli;

/// <summary><c>help</c>: the help of a command, as its <c>--help</c> shows it.</summary>
internal sealed class HelpCommand : NasBenchCommand
{
    private readonly Func<NasBenchCommand?, int?, string> _write;
    private readonly Argument<string> _command = new("COMMAND") { Arity = ArgumentArity.ZeroOrOne, Description = "A command; all of them unless given." };

    /// <summary>Declares the argument.</summary>
    /// <param name="write">The help of a command, or of the program, for a terminal of some width.</param>
    public HelpCommand(Func<NasBenchCommand?, int?, string> write)
        : base("help", CommandGroup.Machine, "The help of a command.")
    {
        _write = write;
        Options.Remove(Json);
        _command.CompletionSources.Add(context => context.ParseResult.RootCommandResult.Command.Subcommands.Select(command => command.Name));
        Arguments.Add(_command);
    }

    /// <inheritdoc/>
    public override string Details => "";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["nasbench help query"];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        Command root = context.Parsed.RootCommandResult.Command;
        string? name = context.Get(_command);
        NasBenchCommand? command = name is null ? null : root.Subcommands.OfType<NasBenchCommand>().FirstOrDefault(command => command.Name == name)
            ?? throw CommandException.Usage(UsageErrors.WithHelp(UsageErrors.DescribeCommand(root, name), "nasbench"));
        context.Output.Write(_write(command, context.Console.OutputWidth));
        return ExitCode.Done;
    }
}
