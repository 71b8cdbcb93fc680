using System.CommandLine;
using System.CommandLine.Help;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary>The whole program as a function of its arguments and its console: what <c>Main</c> and the tests call.</summary>
internal static class Application
{
    /// <summary>Runs one command. Never throws: every failure becomes an exit code and one line on standard error.</summary>
    public static ExitCode Run(IReadOnlyList<string> arguments, CommandConsole console, CancellationToken cancellation = default)
    {
        try
        {
            ExitCode code = Dispatch(arguments, console, cancellation);
            console.Output.Flush();
            return code;
        }
        catch (Exception exception)
        {
            (ExitCode code, string? message) = Explain(exception);
            code = FlushWhatIsThere(console, code);
            if (message is not null)
            {
                console.WriteErrorLine(message);
            }

            return code;
        }
        finally
        {
            console.Belongings.ForEach(belonging => belonging.Dispose());
        }
    }

    private static ExitCode Dispatch(IReadOnlyList<string> arguments, CommandConsole console, CancellationToken cancellation)
    {
        // No response files: an argument that starts with @ is taken as it stands.
        CommandTree tree = new();
        ParseResult parsed = tree.Root.Parse(LineToComplete.WithoutEqualsSign(arguments), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Action is HelpAction && (parsed.CommandResult.Command is NasBenchCommand || parsed.UnmatchedTokens.Count == 0))
        {
            console.Output.Write(tree.Help(parsed.CommandResult.Command as NasBenchCommand, console.OutputWidth));
            return ExitCode.Done;
        }

        bool isLibrarys = parsed.Action is not null and not HelpAction && (parsed.Errors.Count == 0 || parsed.Action.ClearsParseErrors);
        if (!isLibrarys && UsageErrors.Find(parsed) is { } complaint)
        {
            throw CommandException.Usage(complaint);
        }

        if (isLibrarys)
        {
            // The version and the words that shells complete are the library's own.
            using StringWriter text = new();
            parsed.Invoke(new InvocationConfiguration { Output = text, Error = console.Error, EnableDefaultExceptionHandler = false });
            console.Output.Write(text.ToString());
            return ExitCode.Done;
        }

        NasBenchCommand command = (NasBenchCommand)parsed.CommandResult.Command;
        CommandContext context = new(parsed, parsed.GetValue(command.Json), parsed.GetValue(tree.Quiet), console, cancellation);
        return command.Run(context);
    }

    /// <summary>The one place where failures are mapped to exit codes.</summary>
    private static (ExitCode Code, string? Message) Explain(Exception exception) => exception switch
    {
        ClosedPipeException => (ExitCode.Done, null),
        OperationCanceledException => (ExitCode.Interrupted, null),
        CommandException failure => (failure.Code, failure.Message),
        DataFormatException damage => (ExitCode.InputFailed, damage.Message),
        _ when !IsOrdinary(exception) && FileHandles.AreExhausted() => (ExitCode.InputFailed, FileHandles.Message),
        IOException or UnauthorizedAccessException => (ExitCode.InputFailed, exception.Message),
        OutOfMemoryException => (ExitCode.InputFailed, "not enough memory for this data"),
        _ => (ExitCode.InputFailed, $"unexpected failure, please report it: {exception.GetType().Name}: {exception.Message}"),
    };

    private static bool IsOrdinary(Exception exception) =>
        exception is (IOException or UnauthorizedAccessException or OutOfMemoryException) && !FileHandles.IsMissingLibrary(exception);

    private static ExitCode FlushWhatIsThere(CommandConsole console, ExitCode code)
    {
        try
        {
            console.Output.Flush();
        }
        catch (Exception failure) when (failure is ClosedPipeException or CommandException)
        {
            // The first failure is the one to tell.
        }

        return code;
    }
}
