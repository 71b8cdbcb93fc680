using System.CommandLine;

namespace NasBench.Cli;

/// <summary><c>completion</c>: the script with which a shell completes command lines of this program.</summary>
internal sealed class CompletionCommand : NasBenchCommand
{
    private readonly Argument<string> _shell = new("SHELL") { HelpName = "bash|zsh|fish", Description = "The shell." };

    /// <summary>Declares the argument.</summary>
    public CompletionCommand()
        : base("completion", CommandGroup.Machine, "The script with which a shell completes commands, options, their values and files.")
    {
        Options.Remove(Json);
        _shell.CompletionSources.Add([.. CompletionScripts.Shells]);
        Arguments.Add(_shell);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        For the running shell alone use the command of the example, with the name of the shell in it; for all shells to come write that line into their
        start-up file (.bashrc, .zshrc behind compinit). For fish: nasbench completion fish | source, in config.fish.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples => ["eval \"$(nasbench completion bash)\""];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        string shell = context.Get(_shell)!;
        context.Output.Write(
            CompletionScripts.Find(shell) ?? throw CommandException.Usage($"no completion script for the shell '{shell}'; expected bash, zsh or fish"));
        return ExitCode.Done;
    }
}
