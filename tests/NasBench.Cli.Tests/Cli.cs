using System.Text;

namespace NasBench.Cli.Tests;

/// <summary>Runs the program in this process, with streams of its own.</summary>
internal sealed record Cli
{
    /// <summary>What standard input holds.</summary>
    public string Input { get; init; } = "";

    /// <summary>Environment variables.</summary>
    public Dictionary<string, string> Variables { get; init; } = [];

    /// <summary>The user's data folder.</summary>
    public string DataFolder { get; init; } = Path.Combine(Path.GetTempPath(), "no-such-folder-of-nasbench");

    /// <summary>Whether standard error is a terminal.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether standard output is a terminal.</summary>
    public bool IsOutputTerminal { get; init; }

    /// <summary>The columns of the terminal; null for one that does not say.</summary>
    public int? TerminalWidth { get; init; }

    /// <summary>Ends the command early.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Runs the program with nothing special about it.</summary>
    public static CliResult Run(params string[] arguments) => new Cli().With(arguments);

    /// <summary>Runs the program with a standard input.</summary>
    public static CliResult RunWithInput(string input, params string[] arguments) => new Cli { Input = input }.With(arguments);

    /// <summary>Runs the program.</summary>
    public CliResult With(params string[] arguments)
    {
        using MemoryStream output = new();
        using StringWriter error = new() { NewLine = "\n" };
        CommandConsole console = new()
        {
            Output = new Utf8Output(output, "standard output"),
            Error = error,
            OpenInput = () => new MemoryStream(Encoding.UTF8.GetBytes(Input)),
            IsErrorTerminal = IsErrorTerminal,
            IsOutputTerminal = IsOutputTerminal,
            GetTerminalWidth = () => TerminalWidth,
            GetVariable = name => Variables.GetValueOrDefault(name),
            DataFolder = DataFolder,
        };
        ExitCode code = Application.Run(arguments, console, Cancellation);
        return new CliResult(code, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
