using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>distance</c>: distances of pairs of cells.</summary>
internal sealed class DistanceCommand : NasBenchCommand
{
    private readonly Argument<string> _first = new("A")
    {
        Arity = ArgumentArity.ZeroOrOne,
        Description = $"The module hash of a cell, or its first digits ({HashPrefix.MinimumDigits} or more) if no other cell has them.",
    };

    private readonly Argument<string> _second = new("B") { Arity = ArgumentArity.ZeroOrOne, Description = "The hash of another cell." };
    private readonly Option<string> _lines = new("--jsonl")
    {
        HelpName = "FILE",
        Description = "Many pairs: a file (- is standard input) of JSON objects, one on each line, with \"id\", and "
            + "\"a_matrix\" with \"a_ops\", or \"a_hash\", and the same with \"b_\"; one comes out for each, in the same order.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Every distance there is." };

    /// <summary>Declares the options.</summary>
    public DistanceCommand()
        : base("distance", CommandGroup.Cells, "Distances of pairs of cells.")
    {
        Arguments.Add(_first);
        Arguments.Add(_second);
        Options.Add(_lines);
        Options.Add(_all);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        The distances:
          edit_distance        the fewest flips of edges and changes of operations between the pruned cells, where a vertex that is not there may carry any
            operation
          graph_edit_distance  the same, and a vertex more or less costs one
          hamming              differing entries and operations of the cells as given, padded to seven vertices with isolated conv3x3-bn-relu vertices before
            the output

        --all adds encoded_distance (the smallest Hamming distance between any two seven-vertex encodings of the two classes) and naszilla's distances: adj,
        cont_adj, path, cont_path, nasbot. A pair with an invalid cell has no answer: exit code 1.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench distance 28cfc787 00005c14 --all",
        "nasbench distance --jsonl pairs.jsonl",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        bool all = context.Get(_all);
        string? first = context.Get(_first);
        string? second = context.Get(_second);
        if (context.Has(_lines) == first is not null)
        {
            throw CommandException.Usage(first is null ? "two cells are needed: their hashes, or --jsonl" : "only one of two hashes and --jsonl can be given");
        }

        return first is null ? Batch.Run(context, context.Get(_lines)!, (line, json) => AnswerLine(line, all, json), parse: BatchLineParser.ParsePair)
            : second is null ? throw CommandException.Usage("a second cell is needed: its hash")
            : AnswerOne(context, first, second, all);
    }

    private ExitCode AnswerOne(CommandContext context, string first, string second, bool all)
    {
        NoAnswer? none = CellResolver.TryGetCell(HashPrefix.Read(context, _first.Name, first), out Cell a, out _);
        Cell b = default;
        none ??= CellResolver.TryGetCell(HashPrefix.Read(context, _second.Name, second), out b, out _);
        if (none is not null)
        {
            return Refusal.Tell(context, none);
        }

        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => WriteFields(json, a, b, all));
        }
        else
        {
            TextTable.WriteProperties(context.Console, Describe(a, b, all));
        }

        return ExitCode.Done;
    }

    private static NoAnswer? AnswerLine(BatchLine line, bool all, Utf8JsonWriter json)
    {
        NoAnswer? none = CellResolver.TryGetCell(line.Cell!, out Cell a, out _);
        Cell b = default;
        none ??= CellResolver.TryGetCell(line.Other!, out b, out _);
        if (none is null)
        {
            WriteFields(json, a, b, all);
        }

        return none;
    }

    private static void WriteFields(Utf8JsonWriter json, Cell a, Cell b, bool all)
    {
        json.WriteNumber("edit_distance", Distances.Edit(a, b));
        json.WriteNumber("graph_edit_distance", Distances.GraphEdit(a, b));
        json.WriteNumber("hamming", Distances.Hamming(a, b));
        if (all)
        {
            json.WriteNumber("encoded_distance", Distances.Encoded(a, b));
            WriteNaszilla(json, a, b);
        }
    }

    private static IEnumerable<(string Name, string Value)> Describe(Cell a, Cell b, bool all)
    {
        yield return ("edit distance", Text(Distances.Edit(a, b)));
        yield return ("graph edit distance", Text(Distances.GraphEdit(a, b)));
        yield return ("hamming", Text(Distances.Hamming(a, b)));
        if (all)
        {
            yield return ("encoded distance", Text(Distances.Encoded(a, b)));
            yield return ("naszilla adj", Text(NaszillaDistances.Adjacency(a, b)));
            yield return ("naszilla cont_adj", Text(NaszillaDistances.ContinuousAdjacency(a, b)));
            yield return ("naszilla path", Text(NaszillaDistances.Path(a, b)));
            yield return ("naszilla cont_path", Text(NaszillaDistances.ContinuousPath(a, b)));
            yield return ("naszilla nasbot", Text(NaszillaDistances.Nasbot(a, b)));
        }
    }

    private static string Text(double distance) => distance.ToString(CultureInfo.InvariantCulture);

    private static void WriteNaszilla(Utf8JsonWriter json, Cell a, Cell b)
    {
        json.WriteStartObject("naszilla");
        json.WriteNumber("adj", NaszillaDistances.Adjacency(a, b));
        json.WriteNumber("cont_adj", NaszillaDistances.ContinuousAdjacency(a, b));
        json.WriteNumber("path", NaszillaDistances.Path(a, b));
        json.WriteNumber("cont_path", NaszillaDistances.ContinuousPath(a, b));
        json.WriteNumber("nasbot", NaszillaDistances.Nasbot(a, b));
        json.WriteEndObject();
    }
}
