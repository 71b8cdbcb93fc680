using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>neighbors</c>: cells one change away.</summary>
internal sealed class NeighborsCommand : NasBenchCommand
{
    private const string Details =
        """
        One change flips an edge or puts another operation on a vertex. --kind says of what and what counts:
        class: the pruned cell; raw: the cell as given, padded to seven vertices with isolated conv3x3-bn-relu vertices before the output;
        naszilla: as raw, but only what lies on a path from input to output, as naszilla's 'adj' neighbourhood;
        extended: as class, and a new vertex with one edge in and one edge out.
        neighbors: the distinct hashes, sorted. with_multiplicity: the changes that give a valid cell of another class. An invalid cell has no answer:
        exit code 1.
        """;

    private static readonly Dictionary<string, NeighborKind> s_kinds = new()
    {
        ["class"] = NeighborKind.Class,
        ["raw"] = NeighborKind.Raw,
        ["naszilla"] = NeighborKind.Naszilla,
        ["extended"] = NeighborKind.Extended,
    };

    private readonly CellOptions _cell;
    private readonly Option<string> _kind = ValueParsers.Word("--kind", "What counts as a neighbour.", "class", [.. s_kinds.Keys]);

    /// <summary>Declares the options.</summary>
    public NeighborsCommand()
        : base("neighbors", "Cells one change away.", Details)
    {
        _cell = new CellOptions(this, CellOptions.LineFields);
        Options.Add(_kind);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        NeighborKind kind = s_kinds[context.Get(_kind)!];
        if (_cell.BatchFile(context) is { } file)
        {
            return Batch.Run(context, file, (line, json) => AnswerLine(line, kind, json));
        }

        if (CellResolver.TryGetCell(_cell.Read(context), out Cell cell, out int index) is { } none)
        {
            return Refusal.Tell(context, none);
        }

        NeighborReport report = NeighborReport.Of(cell, index, kind);
        if (context.Json)
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
