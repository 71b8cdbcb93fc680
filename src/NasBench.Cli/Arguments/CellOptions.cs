using System.CommandLine;

namespace NasBench.Cli;

/// <summary>
/// The options that name a cell, or a file with many: <c>--matrix</c> and <c>--ops</c>, <c>--hash</c> or the hash as an argument, <c>--jsonl</c>;
/// exactly one of these ways must be taken.
/// </summary>
internal sealed class CellOptions
{
    /// <summary>The fields of a batch line that is no more than a cell.</summary>
    public const string LineFields = "\"id\", and \"matrix\" with \"ops\", or \"hash\" (or module_adjacency, module_operations, module_hash)";

    private readonly Option<string> _matrix = new("--matrix")
    {
        HelpName = "M",
        Description = "Adjacency matrix: n*n digits 0 and 1, row by row, or rows as [[0,1],[0,0]].",
    };
    private readonly Option<string> _operations = new("--ops")
    {
        HelpName = "O",
        Description = "The n operations, separated by commas: input,conv3x3-bn-relu,…,output.",
    };
    private readonly Option<string> _hash = new("--hash") { HelpName = "H", Description = "Module hash: 32 hexadecimal digits." };
    private readonly Option<string>? _lines;
    private readonly Argument<string> _word = new("HASH")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"The module hash of the cell, or its first digits ({HashPrefix.MinimumDigits} or more) if no other cell has them.",
    };

    /// <summary>Declares them.</summary>
    /// <param name="command">The command that takes them.</param>
    /// <param name="batchHelp">What the fields of a batch line are; null for a command without <c>--jsonl</c>.</param>
    public CellOptions(Command command, string? batchHelp)
    {
        command.Arguments.Add(_word);
        command.Options.Add(_matrix);
        command.Options.Add(_operations);
        command.Options.Add(_hash);
        if (batchHelp is not null)
        {
            _lines = new Option<string>("--jsonl")
            {
                HelpName = "FILE",
                Description = $"Many cells: a file (- is standard input) of JSON objects, one on each line, with {batchHelp}; "
                    + "one comes out for each, in the same order. Blank lines are skipped.",
            };
            command.Options.Add(_lines);
        }
    }

    /// <summary>Whether a cell, or a file of cells, is on the command line.</summary>
    public bool IsGiven(CommandContext context) =>
        context.Get(_word) is not null || context.Has(_matrix) || context.Has(_operations) || context.Has(_hash) || (_lines is not null && context.Has(_lines));

    /// <summary>The argument that is the hash.</summary>
    public string? Word(CommandContext context) => context.Get(_word);

    /// <summary>The batch file, or null when one cell is asked for.</summary>
    /// <exception cref="CommandException">Not exactly one way was taken: exit code 2.</exception>
    public string? BatchFile(CommandContext context) => BatchFile(context, context.Get(_word));

    /// <summary>The batch file, as <see cref="BatchFile(CommandContext)"/>, where the command found out itself which argument is the hash.</summary>
    public string? BatchFile(CommandContext context, string? word)
    {
        bool byMatrix = context.Has(_matrix) || context.Has(_operations);
        bool byHash = context.Has(_hash);
        bool byWord = word is not null;
        bool byLines = _lines is not null && context.Has(_lines);
        if ((byMatrix ? 1 : 0) + (byHash ? 1 : 0) + (byWord ? 1 : 0) + (byLines ? 1 : 0) != 1)
        {
            string ways = _lines is null ? "a HASH, --hash, or --matrix with --ops" : "a HASH, --hash, --matrix with --ops, or --jsonl";
            throw CommandException.Usage(byMatrix || byHash || byWord || byLines ? $"only one of {ways} can be given" : $"a cell is needed: {ways}");
        }

        if (byMatrix && !(context.Has(_matrix) && context.Has(_operations)))
        {
            throw CommandException.Usage(context.Has(_matrix) ? "--matrix needs --ops" : "--ops needs --matrix");
        }

        return byLines ? context.Get(_lines!) : null;
    }

    /// <summary>The one cell that was given.</summary>
    /// <exception cref="CommandException">It cannot be read: exit code 2.</exception>
    public CellReference Read(CommandContext context) => Read(context, context.Get(_word));

    /// <summary>The one cell that was given, where the command found out itself which argument is the hash.</summary>
    public CellReference Read(CommandContext context, string? word)
    {
        if (word is not null)
        {
            return HashPrefix.Read(context, _word.Name, word);
        }

        if (context.Has(_hash))
        {
            string text = context.Get(_hash)!;
            return ModuleHash.TryParse(text, null, out ModuleHash hash)
                ? new CellReference(null, hash)
                : throw CommandException.Usage($"--hash: '{text}' is not 32 hexadecimal digits");
        }

        string digits = context.Get(_matrix)!;
        GivenMatrix matrix = GivenMatrix.Parse(digits)
            ?? throw CommandException.Usage($"--matrix: '{digits}' is neither digits (0100…) nor rows ([[0,1],[0,0]])");
        string[] operations = context.Get(_operations)!.Split(',', StringSplitOptions.TrimEntries);
        return new CellReference(new GivenCell(matrix, operations), null);
    }
}
