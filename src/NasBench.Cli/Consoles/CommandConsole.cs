using System.Globalization;

namespace NasBench.Cli;

/// <summary>
/// Everything a command sees of the outside but files: the three streams, whether they are terminals, and the environment. Tests make their own.
/// </summary>
internal sealed class CommandConsole
{
    /// <summary>The columns of a terminal that does not say how many it has.</summary>
    private const int UsualWidth = 80;

    /// <summary>Standard output: results only.</summary>
    public required Utf8Output Output { get; init; }

    /// <summary>Standard error: progress, warnings, errors.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Opens standard input.</summary>
    public Func<Stream> OpenInput { get; init; } = () => Stream.Null;

    /// <summary>Whether standard output is a terminal: tables may use its width and colours.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>Whether standard error is a terminal: only then progress is shown.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Asks the terminal that standard output is for its columns; null where it does not say.</summary>
    public Func<int?> GetTerminalWidth { get; init; } = () => null;

    /// <summary>Reads an environment variable.</summary>
    public Func<string, string?> GetVariable { get; init; } = _ => null;

    /// <summary>The folder in which a user keeps data sets.</summary>
    public string DataFolder { get; init; } = "";

    /// <summary>What the command made to work with and has to take away at its end, such as temporary files.</summary>
    public List<IDisposable> Belongings { get; } = [];

    /// <summary>Whether colours are welcome: <c>NO_COLOR</c> is unset or empty.</summary>
    public bool AllowsColor => string.IsNullOrEmpty(GetVariable("NO_COLOR")) && GetVariable("TERM") != "dumb";

    /// <summary>The columns for tables and help: those of <c>COLUMNS</c>, else those of the terminal; null where standard output is none.</summary>
    public int? OutputWidth =>
        !IsOutputTerminal ? null
        : int.TryParse(GetVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out int columns) && columns > 0 ? columns
        : GetTerminalWidth() ?? UsualWidth;

    /// <summary>The console of this process.</summary>
    public static CommandConsole OfProcess() => new()
    {
        Output = new Utf8Output(StandardStreams.OpenOutput(), "standard output"),
        Error = StandardStreams.OpenError(),
        OpenInput = StandardStreams.OpenInput,
        IsOutputTerminal = StandardStreams.IsOutputOpen && !Console.IsOutputRedirected,
        GetTerminalWidth = FindTerminalWidth,
        IsErrorTerminal = StandardStreams.IsErrorOpen && !Console.IsErrorRedirected,
        GetVariable = Environment.GetEnvironmentVariable,
        DataFolder = Path.Combine(
            Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "nasbench"),
    };

    /// <summary>Writes one line to standard error, whatever characters the text holds; a standard error that cannot be written is no reason to fail.</summary>
    public void WriteErrorLine(string text)
    {
        try
        {
            Error.WriteLine($"nasbench: {OneLine(text)}");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The exit code says that something is wrong, if not what.
        }
    }

    private static int? FindTerminalWidth()
    {
        try
        {
            return Console.WindowWidth is > 0 and int columns ? columns : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string OneLine(string text) =>
        string.Create(text.Length, text, static (line, source) =>
        {
            for (int i = 0; i < line.Length; i++)
            {
                line[i] = char.IsControl(source[i]) || source[i] is '\u2028' or '\u2029' ? ' ' : source[i];
            }
        });
}
