using System.CommandLine;
using System.CommandLine.Help;

namespace NasBench.Cli;

/// <summary>All commands, with the options that stand above them.</summary>
internal sealed class CommandTree
{
    private const string Description = "NAS-Bench-101 on the command line: inspect cells, enumerate the space, read, verify and query its data sets.";

    private const string Details =
        """
        A cell is given as --matrix (row-major digits, or [[0,1],[0,0]]) with --ops (names, separated by commas), as --hash, or as its hash or the first
        digits of it (6 or more) without any option. Commands that take --jsonl answer a whole file of cells.

        Exit codes:
          0    done
          1    the answer is no
          2    wrong usage
          3    the input cannot be read
          4    the output cannot be written
          130  interrupted
        """;

    private static readonly string[] s_examples =
    [
        "nasbench inspect 28cfc787",
        "nasbench query builtin 28cfc787 --repeat mean",
        "nasbench sample --count 3 --jsonl | nasbench query builtin --jsonl -",
    ];

    /// <summary>Builds the tree; each call builds its own, since the parser's symbols may not be shared by threads.</summary>
    public CommandTree()
    {
        Root = new RootCommand(Description)
        {
            new InspectCommand(),
            new DrawCommand(),
            new EncodeCommand(),
            new EnumerateCommand(),
            new SampleCommand(),
            new MutateCommand(),
            new NeighborsCommand(),
            new DistanceCommand(),
            new QueryCommand(),
            new BestCommand(),
            new StatsCommand(),
            new ReportCommand(),
            new SearchCommand(),
            new PlotCommand(),
            new KurobakoSolverCommand(),
            new KurobakoProblemCommand(),
            new DownloadCommand(),
            new InfoCommand(),
            new VerifyCommand(),
            new ConvertCommand(),
            new SynthCommand(),
            new BenchCommand(),
            new CompletionCommand(),
            new HelpCommand(Help),
            Quiet,
        };

        // Words that begin with a slash are paths.
        HelpOption help = Root.Options.OfType<HelpOption>().First();
        help.Aliases.Remove("/h");
        help.Aliases.Remove("/?");
    }

    /// <summary>The root command.</summary>
    public RootCommand Root { get; }

    /// <summary><c>--quiet</c>, understood by every command.</summary>
    public Option<bool> Quiet { get; } = new("--quiet", "-q")
    {
        Description = "Show no progress and no warnings on standard error; errors are still shown.",
        Recursive = true,
    };

    /// <summary>The help of a command, or of the program.</summary>
    /// <param name="command">The command; null for the program.</param>
    /// <param name="width">The columns of the terminal; null where they are unknown.</param>
    public string Help(NasBenchCommand? command, int? width) =>
        command is null ? HelpText.Write(Root, Details, s_examples, width) : HelpText.Write(Root, command, width);
}
