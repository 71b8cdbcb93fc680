using System.CommandLine;

namespace NasBench.Cli;

/// <summary>
/// One command of the program: its options, declared in the constructor, and what it does. A new command is one such
/// class and one line in the tree of commands.
/// </summary>
internal abstract class NasBenchCommand : Command
{
    private readonly string _details;

    /// <summary>Names the command; every command understands <c>--json</c>.</summary>
    /// <param name="name">The word on the command line.</param>
    /// <param name="summary">One sentence, for the list of commands.</param>
    /// <param name="details">What else its own help says.</param>
    protected NasBenchCommand(string name, string summary, string details)
        : base(name, summary)
    {
        _details = details;
        Options.Add(Json);
    }

    /// <summary><c>--json</c>.</summary>
    public Option<bool> Json { get; } = new("--json") { Description = "Print one JSON document instead of a table." };

    /// <summary>Makes the description the full one: for the command's own help.</summary>
    public void Elaborate() => Description = $"{Description}\n{_details}";

    /// <summary>
    /// Does the work. Failures are thrown (<see cref="CommandException"/>, <see cref="IOException"/>, cancellation); who runs it makes exit codes of them.
    /// </summary>
    public abstract ExitCode Run(CommandContext context);
}
