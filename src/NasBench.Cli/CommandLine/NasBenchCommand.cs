using System.CommandLine;

namespace NasBench.Cli;

/// <summary>
/// One command of the program: its options, declared in the constructor, and what it does. A new command is one such
/// class and one line in the tree of commands.
/// </summary>
internal abstract class NasBenchCommand : Command
{
    /// <summary>Names the command; every command understands <c>--json</c>.</summary>
    /// <param name="name">The word on the command line.</param>
    /// <param name="group">Where the command stands in the list of commands.</param>
    /// <param name="summary">One sentence, for the list of commands.</param>
    protected NasBenchCommand(string name, CommandGroup group, string summary)
        : base(name, summary)
    {
        Group = group;
        Options.Add(Json);
    }

    /// <summary>Where the command stands in the list of commands.</summary>
    public CommandGroup Group { get; }

    /// <summary>What else its own help says: paragraphs and lists as <see cref="HelpText"/> lays them out.</summary>
    public abstract string Details { get; }

    /// <summary>Command lines that work, for its help.</summary>
    public abstract IReadOnlyList<string> Examples { get; }

    /// <summary><c>--json</c>.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document instead of a table." };

    /// <summary>
    /// Does the work. Failures are thrown (<see cref="CommandException"/>, <see cref="IOException"/>, cancellation); who runs it makes exit codes of them.
    /// </summary>
    public abstract ExitCode Run(CommandContext context);
}
