using System.CommandLine;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>distance</c>: distances of pairs of cells.</summary>
internal sealed class DistanceCommand : NasBenchCommand
{
    private const string Details =
        """
        edit_distance: the fewest flips of edges and changes of operations between the pruned cells, where a vertex that is not there may carry any operation.
        graph_edit_distance: the same, and a vertex more or less costs one. hamming: differing entries and operations of the cells as given, padded to
        seven vertices with isolated conv3x3-bn-relu vertices before the output.
        --all adds encoded_distance (the smallest Hamming distance between any two seven-vertex encodings of the two classes) and naszilla's
        distances: adj, cont_adj, path, cont_path, nasbot. A line with an invalid cell has no answer: exit code 1.
        """;

    private readonly Option<string> _lines = new("--jsonl")
    {
        HelpName = "FILE",
        Required = true,
        Description = "Pairs of cells: a file (- is standard input) with one JSON object a line, \"id\", and \"a_matrix\" with \"a_ops\", or \"a_hash\", "
            + "and the same with \"b_\"; one JSON object a line comes out, in the same order.",
    };

    private readonly Option<bool> _all = new("--all") { Description = "Every distance there is." };

    /// <summary>Declares the options.</summary>
    public DistanceCommand()
        : base("distance", "Distances of pairs of cells.", Details)
    {
        Options.Add(_lines);
        Options.Add(_all);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        bool all = context.Get(_all);
        return Batch.Run(context, context.Get(_lines)!, (line, json) => AnswerLine(line, all, json), parse: BatchLineParser.ParsePair);
    }

    private static NoAnswer? AnswerLine(BatchLine line, bool all, Utf8JsonWriter json)
    {
        NoAnswer? none = CellResolver.TryGetCell(line.Cell!, out Cell a, out _);
        Cell b = default;
        none ??= CellResolver.TryGetCell(line.Other!, out b, out _);
        if (none is null)
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

        return none;
    }

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
