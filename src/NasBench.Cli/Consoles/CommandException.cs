namespace NasBench.Cli;

/// <summary>Ends a command with an exit code and one line on standard error.</summary>
/// <param name="code">The exit code of the process.</param>
/// <param name="message">What went wrong, where, and what was expected; one line.</param>
/// <param name="inner">The cause, if any.</param>
internal sealed class CommandException(ExitCode code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The exit code of the process.</summary>
    public ExitCode Code => code;

    /// <summary>Wrong usage: exit code 2.</summary>
    public static CommandException Usage(string message) => new(ExitCode.Usage, message);

    /// <summary>The input data cannot be read: exit code 3.</summary>
    public static CommandException Input(string message, Exception? inner = null) => new(ExitCode.InputFailed, message, inner);

    /// <summary>The output cannot be written: exit code 4.</summary>
    public static CommandException Output(string message, Exception? inner = null) => new(ExitCode.OutputFailed, message, inner);
}
