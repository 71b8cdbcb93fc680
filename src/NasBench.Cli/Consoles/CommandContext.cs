using System.CommandLine;

namespace NasBench.Cli;

/// <summary>What a running command has in hand.</summary>
/// <param name="Parsed">The parsed arguments.</param>
/// <param name="Json">Whether one JSON document is wanted instead of a table.</param>
/// <param name="Quiet">Whether progress and warnings are unwanted.</param>
/// <param name="Console">The streams and the environment.</param>
/// <param name="Cancellation">Cancelled by Ctrl-C.</param>
internal sealed record CommandContext(ParseResult Parsed, bool Json, bool Quiet, CommandConsole Console, CancellationToken Cancellation)
{
    /// <summary>Standard output.</summary>
    public Utf8Output Output => Console.Output;

    /// <summary>The value of an option: given, or its default.</summary>
    public T? Get<T>(Option<T> option) => Parsed.GetValue(option);

    /// <summary>The value of an argument: given, or its default.</summary>
    public T? Get<T>(Argument<T> argument) => Parsed.GetValue(argument);

    /// <summary>Whether the option stands on the command line.</summary>
    public bool Has(Option option) => Parsed.GetResult(option) is { Implicit: false };

    /// <summary>Writes a line to standard error that is no warning, unless <c>--quiet</c> was given.</summary>
    public void Tell(string text)
    {
        if (!Quiet)
        {
            Console.WriteErrorLine(text);
        }
    }

    /// <summary>Writes a warning to standard error, unless <c>--quiet</c> was given.</summary>
    public void Warn(string text)
    {
        if (!Quiet)
        {
            Console.WriteErrorLine($"warning: {text}");
        }
    }

    /// <summary>Runs long work with a progress bar, where one may be shown.</summary>
    public T WithProgress<T>(string title, Func<IProgress<double>?, T> work) => ProgressBar.Run(Console, Quiet, title, work);
}
