using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>neighbors</c>: cells one change away.</summary>
internal sealed class NeighborsCommand : NasBenchCommand
{
    private static readonly Dictionary<string, NeighborKind> s_kinds = new()
    {
        ["class"] = NeighborKind.Class,
        ["raw"] = NeighborKind.Raw,
        ["naszilla"] = NeighborKind.Naszilla,
        ["extended"] = NeighborKind.Extended,
    };

    private readonly CellOptions _cell;
    private readonly Option<string> _kind = ValueParsers.Word("--kind", "What counts as a neighbour.", "class", [.. s_kinds.Keys]);

    private readonly Option<bool> _each = EachOption.Create("neighbours");

    /// <summary>Declares the options.</summary>
    public NeighborsCommand()
        : base("neighbors", CommandGroup.Cells, "Cells one change away.")
    {
        _cell = new CellOptions(this, CellOptions.LineFields);
        Options.Add(_kind);
        Options.Add(_each);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        One change flips an edge or puts another operation on a vertex. --kind says what is changed and what counts:
          class     the pruned cell
          raw       the cell as given, padded to seven vertices with isolated conv3x3-bn-relu vertices before the output
          naszilla  as raw, but only what lies on a path from input to output, as naszilla's 'adj' neighbourhood
          extended  as class, and a new vertex with one edge in and one edge out

        neighbors: the distinct hashes, sorted. with_multiplicity: the changes that give a valid cell of another class. An invalid cell has no answer: exit
        code 1.

        --each prints the neighbours instead, one JSON object on each line, as the commands with --jsonl read them: "hash", "index", "matrix" and "ops" of the
        representative; with --jsonl also "id" of the line and "parent", the hash of its cell.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench neighbors 28cfc787 --kind raw",
        "nasbench neighbors 28cfc787 --each | nasbench query builtin --jsonl -",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        NeighborKind kind = s_kinds[context.Get(_kind)!];
        bool each = EachOption.Read(context, _each);
        if (_cell.BatchFile(context) is { } file)
        {
            return each ? Batch.RunEach(context, file, (line, write) => AnswerEach(line, kind, write))
                : Batch.Run(context, file, (line, json) => AnswerLine(line, kind, json));
        }

        if (CellResolver.TryGetCell(_cell.Read(context), out Cell cell, out int index) is { } none)
        {
            return Refusal.Tell(context, none);
        }

        NeighborReport report = NeighborReport.Of(cell, index, kind);
        if (each)
        {
            using JsonLineWriter lines = new(context.Output);
            WriteEach(report, lines.Write, _ => { });
        }
        else if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => WriteFields(json, report));
        }
        else
        {
            TextTable.WriteProperties(context.Console, Describe(report));
        }

        return ExitCode.Done;
    }

    private static NoAnswer? AnswerLine(BatchLine line, NeighborKind kind, Utf8JsonWriter json)
    {
        NoAnswer? none = CellResolver.TryGetCell(line.Cell!, out Cell cell, out int index);
        if (none is null)
        {
            WriteFields(json, NeighborReport.Of(cell, index, kind));
        }

        return none;
    }

    private static NoAnswer? AnswerEach(BatchLine line, NeighborKind kind, Action<Action<Utf8JsonWriter>> write)
    {
        NoAnswer? none = CellResolver.TryGetCell(line.Cell!, out Cell cell, out int index);
        if (none is null)
        {
            NeighborReport report = NeighborReport.Of(cell, index, kind);
            WriteEach(report, write, json => json.WriteString("parent", report.Hash.ToString()));
        }

        return none;
    }

    private static void WriteEach(NeighborReport report, Action<Action<Utf8JsonWriter>> write, Action<Utf8JsonWriter> writeFirst)
    {
        foreach (ModuleHash neighbor in report.Neighbors)
        {
            Space<Nas101>.TryFind(neighbor, out int index);
            write(json =>
            {
                writeFirst(json);
                CellJson.Write(json, Nas101.CellAt(index), index);
            });
        }
    }

    private static void WriteFields(Utf8JsonWriter json, NeighborReport report)
    {
        json.WriteString("hash", report.Hash.ToString());
        json.WriteStartArray("neighbors");
        foreach (ModuleHash neighbor in report.Neighbors)
        {
            json.WriteStringValue(neighbor.ToString());
        }

        json.WriteEndArray();
        json.WriteNumber("with_multiplicity", report.WithMultiplicity);
    }

    private static IEnumerable<(string Name, string Value)> Describe(NeighborReport report)
    {
        yield return ("hash", report.Hash.ToString());
        yield return ("neighbors", report.Neighbors.Length.ToString(CultureInfo.InvariantCulture));
        yield return ("with multiplicity", report.WithMultiplicity.ToString(CultureInfo.InvariantCulture));
        foreach (ModuleHash neighbor in report.Neighbors)
        {
            yield return ("", neighbor.ToString());
        }
    }
}
