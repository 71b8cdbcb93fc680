using System.CommandLine;
using System.Numerics;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>sample</c>: random cells of the space.</summary>
internal sealed class SampleCommand : NasBenchCommand
{
    private readonly Option<int> _count = ValueParsers.Integer("--count", "How many cells.", 1, 1, 100_000_000);
    private readonly Option<string> _over = ValueParsers.Word("--over", "What is drawn uniformly.", "class", "class", "raw");
    private readonly Option<bool> _distinct = new("--distinct") { Description = "No class twice." };
    private readonly Option<BigInteger?> _seed = ValueParsers.Seed("Seed of the draws: any whole number.");
    private readonly Option<int> _minVertices = ValueParsers.Integer("--min-vertices", "Fewest vertices.", 2, 2, Cell.MaxVertices);
    private readonly Option<int> _maxVertices = ValueParsers.Integer("--max-vertices", "Most vertices.", Cell.MaxVertices, 2, Cell.MaxVertices);
    private readonly Option<int> _minEdges = ValueParsers.Integer("--min-edges", "Fewest edges.", 1, 1, Nas101.MaxEdges);
    private readonly Option<int> _maxEdges = ValueParsers.Integer("--max-edges", "Most edges.", Nas101.MaxEdges, 1, Nas101.MaxEdges);
    private readonly Option<int> _minParameters = ValueParsers.Integer("--min-parameters", "Fewest trainable parameters.", 0, 0);
    private readonly Option<int> _maxParameters = ValueParsers.Integer("--max-parameters", "Most trainable parameters.", int.MaxValue, 0);
    private readonly Option<bool> _lines = new("--jsonl") { Description = "Print a JSON object on each line." };
    private readonly Option<string> _without = OperationList.Create("--without", "Operations that may not occur, separated by commas.");
    private readonly Option<string> _with = OperationList.Create("--with", "Operations of which each must occur, separated by commas.");

    /// <summary>Declares the options.</summary>
    public SampleCommand()
        : base("sample", CommandGroup.Cells, "Random cells of the space.")
    {
        ReadOnlySpan<Option> options =
        [
            _count, _over, _distinct, _seed, _minVertices, _maxVertices, _minEdges, _maxEdges, _minParameters, _maxParameters, _without, _with, _lines,
        ];
        foreach (Option option in options)
        {
            Options.Add(option);
        }
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        --over class draws uniformly over the 423,624 classes, or over those within the limits. --over raw draws uniformly over valid raw cells of seven
        vertices, as the original's notebook does, by drawing edges and operations until they are valid: one in ten is then the edge from input to output
        alone.

        Limits are on the pruned cell; parameters are those of the representative. With --distinct no class comes twice. The same seed gives the same cells on
        every machine.

        Each cell is a line: hash, matrix, operations, separated by tabs. --json prints one document with "cells" instead, --jsonl a JSON object on each line,
        as the commands with --jsonl read it.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench sample --count 10 --seed 1",
        "nasbench sample --count 3 --jsonl | nasbench query builtin --jsonl -",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        CellDraws draws = new(
            Constraints(context), context.Get(_over) == "raw", context.Get(_distinct), SeededRandom.Create(context.Get(_seed)), context.Cancellation);
        int count = context.Get(_count);
        if (draws.Available < (context.Get(_distinct) ? count : 1))
        {
            throw CommandException.Usage($"only {draws.Available} classes are within the limits");
        }

        if (context.Get(_lines))
        {
            if (context.Json)
            {
                throw CommandException.Usage("only one of --json and --jsonl can be given");
            }

            WriteJsonLines(context, draws, count);
        }
        else if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => WriteAll(context, json, draws, count));
        }
        else
        {
            WriteLines(context, draws, count);
        }

        return ExitCode.Done;
    }

    private CellConstraints Constraints(CommandContext context) => new()
    {
        MinVertices = context.Get(_minVertices),
        MaxVertices = context.Get(_maxVertices),
        MinEdges = context.Get(_minEdges),
        MaxEdges = context.Get(_maxEdges),
        MinParameters = context.Get(_minParameters),
        MaxParameters = context.Has(_maxParameters) ? Math.Max(context.Get(_maxParameters), 1) : 0,
        ForbiddenOperations = OperationList.Read(context, _without),
        RequiredOperations = OperationList.Read(context, _with),
    };

    private static void WriteAll(CommandContext context, Utf8JsonWriter json, CellDraws draws, int count)
    {
        json.WriteStartArray("cells");
        for (int i = 0; i < count; i++)
        {
            Cell cell = draws.Next(out int index);
            json.WriteStartObject();
            CellJson.Write(json, cell, index);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteJsonLines(CommandContext context, CellDraws draws, int count)
    {
        using JsonLineWriter lines = new(context.Output);
        for (int i = 0; i < count; i++)
        {
            Cell cell = draws.Next(out int index);
            lines.Write(json => CellJson.Write(json, cell, index));
        }
    }

    private static void WriteLines(CommandContext context, CellDraws draws, int count)
    {
        for (int i = 0; i < count; i++)
        {
            Cell cell = draws.Next(out int index);
            (string matrix, string operations) = CellJson.Texts(cell);
            context.Output.Write($"{Nas101.HashAt(index)}\t{matrix}\t{operations}\n");
        }
    }
}
