using System.CommandLine;

namespace NasBench.Cli;

/// <summary>All commands, with the options that stand above them.</summary>
internal sealed class CommandTree
{
    private const string Description =
        """
        NAS-Bench-101 on the command line: inspect cells, enumerate the space, read, verify and query its data sets.

        A cell is given as --matrix (row-major digits, or [[0,1],[0,0]]) and --ops (names, separated by commas), or as --hash.
        Exit codes: 0 done; 1 the answer is no; 2 wrong usage; 3 the input cannot be read; 4 the output cannot be written; 130 interrupted.
        """;

    /// <summary>Builds the tree; each call builds its own, since the parser's symbols may not be shared by threads.</summary>
    public CommandTree() => Root = new RootCommand(Description)
    {
        new InspectCommand(),
        new EnumerateCommand(),
        new QueryCommand(),
        new InfoCommand(),
        new VerifyCommand(),
        new ConvertCommand(),
        new DownloadCommand(),
        new SynthCommand(),
        new DrawCommand(),
        new BenchCommand(),
        new NeighborsCommand(),
        new DistanceCommand(),
        new EncodeCommand(),
        new SampleCommand(),
        new MutateCommand(),
        Quiet,
    };

    /// <summary>The root command.</summary>
    public RootCommand Root { get; }

    /// <summary><c>--quiet</c>, understood by every command.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "No progress and no warnings on standard error; errors are still told.",
        Recursive = true,
    };
}
