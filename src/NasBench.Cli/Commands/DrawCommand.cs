using System.CommandLine;

namespace NasBench.Cli;

/// <summary><c>draw</c>: a cell as DOT or SVG.</summary>
internal sealed class DrawCommand : NasBenchCommand
{
    private readonly CellOptions _cell;
    private readonly Option<string> _format = ValueParsers.Word("--format", "What to draw; dot unless the file of -o ends in .svg.", null, "dot", "svg");
    private readonly Option<bool> _pruned = new("--pruned") { Description = "Leave out what pruning removes." };
    private readonly Option<string> _output = OutputOption.Create("Write to this file.");

    /// <summary>Declares the options.</summary>
    public DrawCommand()
        : base("draw", CommandGroup.Cells, "A cell as DOT (for Graphviz) or as an SVG picture.")
    {
        _cell = new CellOptions(this, batchHelp: null);
        Options.Add(_format);
        Options.Add(_pruned);
        Options.Add(_output);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        The cell may have any size and any names. Vertices that pruning removes are drawn with dashes. Without -o the drawing goes to standard output; with
        --json it is a field of a JSON document.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench draw 28cfc787 -o cell.svg",
        "nasbench draw 28cfc787 | dot -Tpng -o cell.png",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        _cell.BatchFile(context);
        if (TryRead(context, out GivenCell? cell) is { } none)
        {
            return Refusal.Tell(context, none);
        }

        string? file = context.Get(_output);
        string format = context.Get(_format) ?? DefaultFormat(file);
        bool onlyKept = context.Get(_pruned);
        string drawing = format == "svg"
            ? CellDrawing.ToSvg(cell!.Matrix.Span, cell.Operations, Title(cell), onlyKept, context.Cancellation)
            : CellDrawing.ToDot(cell!.Matrix.Span, cell.Operations, onlyKept);
        if (file is not null)
        {
            using OutputFile output = new(file);
            output.Output.Write(drawing);
            output.Complete();
            if (!output.IsStandardOutput)
            {
                Summary.Write(context, new("path", file), new("format", format), new("bytes", output.Output.Length));
            }
        }
        else if (context.Json)
        {
            Summary.Write(context, new("format", format), new("drawing", drawing));
        }
        else
        {
            context.Output.Write(drawing);
        }

        return ExitCode.Done;
    }

    private static string DefaultFormat(string? file) => Path.GetExtension(file)?.ToLowerInvariant() switch
    {
        null or "" or ".dot" or ".gv" => "dot",
        ".svg" => "svg",
        string other => throw CommandException.Usage($"-o: a drawing ends in .dot, .gv or .svg, not in {other}; or give --format"),
    };

    private static string Title(GivenCell cell) =>
        CellReport.Of(cell).Hash is { } hash ? $"NAS-Bench-101 cell {hash}" : "NAS-Bench-101 cell";

    private NoAnswer? TryRead(CommandContext context, out GivenCell? cell)
    {
        NoAnswer? none = CellResolver.TryGetGraph(_cell.Read(context), out cell);
        return none is not null || cell!.View.CheckShape() == CellStatus.Ok
            ? none
            : new NoAnswer(ErrorKind.InvalidCell, $"invalid cell: {cell.View.Describe()}");
    }
}
