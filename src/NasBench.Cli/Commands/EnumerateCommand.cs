using System.CommandLine;

namespace NasBench.Cli;

/// <summary><c>enumerate</c>: every unique cell of the space.</summary>
internal sealed class EnumerateCommand : NasBenchCommand
{
    private readonly Option<int> _maxVertices = ValueParsers.Integer("--max-vertices", "Most vertices, 2 to 7.", 7, 2, 7);
    private readonly Option<int> _maxEdges = ValueParsers.Integer("--max-edges", "Most edges, 1 to 9.", 9, 1, 9);
    private readonly Option<string> _format = ValueParsers.Word(
        "--format", "How to write them; tsv unless the file of -o ends in .json or .jsonl.", null, "tsv", "json", "jsonl", "counts");
    private readonly Option<string> _output = OutputOption.Create("Write to this file, which appears whole or not at all, and print a summary.");

    /// <summary>Declares the options.</summary>
    public EnumerateCommand()
        : base("enumerate", CommandGroup.Cells, "Every unique cell of the space.")
    {
        Options.Add(_maxVertices);
        Options.Add(_maxEdges);
        Options.Add(_format);
        Options.Add(_output);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        The formats:
          tsv     hash, vertices, matrix, labels (as 0,2,1), trainable parameters; separated by tabs, no heading, in the order of the original's enumeration
          jsonl   the same as objects that inspect and query read with --jsonl
          json    the file of the original's generate_graphs.py, to the byte
          counts  how many, by vertices and edges

        With --json alone the format is json; with -o or --format counts, --json makes the summary or the counts a JSON document.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench enumerate --format counts",
        "nasbench enumerate --max-vertices 5 -o cells.jsonl",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        SpaceSelection selection = new(context.Get(_maxVertices), context.Get(_maxEdges));
        string? file = context.Get(_output);
        string format = context.Get(_format) ?? DefaultFormat(context, file);
        if (format == "counts")
        {
            if (file is not null)
            {
                throw CommandException.Usage("--format counts prints a table and takes no -o");
            }

            PrintCounts(context, SpaceCounts.Of(selection));
            return ExitCode.Done;
        }

        if (file is not null)
        {
            WriteFile(context, selection, format, file);
            return ExitCode.Done;
        }

        if (context.Json && format != "json")
        {
            throw CommandException.Usage($"--json prints one JSON document, which --format {format} is not; give -o FILE, or leave one of them out");
        }

        Prepare(context);
        Write(context.Output, selection, format, context.Cancellation);
        return ExitCode.Done;
    }

    private static string DefaultFormat(CommandContext context, string? file) => Path.GetExtension(file) switch
    {
        ".json" => "json",
        ".jsonl" => "jsonl",
        _ => context.Json && file is null ? "json" : "tsv",
    };

    private static void PrintCounts(CommandContext context, SpaceCounts counts)
    {
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, counts.WriteJson);
        }
        else
        {
            counts.WriteTable(context.Console);
        }
    }

    private static void WriteFile(CommandContext context, SpaceSelection selection, string format, string path)
    {
        using OutputFile file = new(path);
        Prepare(context);
        int cells = Write(file.Output, selection, format, context.Cancellation);
        file.Complete();
        if (!file.IsStandardOutput)
        {
            Summary.Write(context, [new("path", path), new("cells", cells), new("bytes", file.Output.Length)]);
        }
    }

    /// <summary>Hashes the space, which is the slow part of all formats.</summary>
    private static void Prepare(CommandContext context) =>
        context.WithProgress("Hashing the space", progress =>
        {
            Space<Nas101>.PrepareHashes(progress, context.Cancellation);
            return true;
        });

    private static int Write(Utf8Output output, SpaceSelection selection, string format, CancellationToken cancellation) => format switch
    {
        "json" => GraphsJsonFormat.Write(output, selection, cancellation),
        "jsonl" => JsonLinesFormat.Write(output, selection, cancellation),
        _ => TsvFormat.Write(output, selection, cancellation),
    };
}
