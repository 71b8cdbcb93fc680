using System.Globalization;
using System.Text.Json;

namespace NasBench.Cli;

/// <summary><c>inspect</c>: everything about a cell that needs no data set.</summary>
internal sealed class InspectCommand : NasBenchCommand
{
    private readonly CellOptions _cell;

    /// <summary>Declares the options.</summary>
    public InspectCommand()
        : base("inspect", CommandGroup.Cells, "Everything about a cell that needs no data set.") =>
        _cell = new CellOptions(this, CellOptions.LineFields);

    /// <inheritdoc/>
    public override string Details =>
        """
        Pruning, validity, module hash, index and costs. Answers for any matrix and any names. Exit code 1 if the cell is not valid; with --jsonl an invalid
        cell is an answer like any other.

        trainable_parameters and flops are those of the representative, the isomorphic cell that data sets store.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench inspect --matrix 0100 --ops input,output",
        "nasbench inspect 28cfc787 --json",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        if (_cell.BatchFile(context) is { } file)
        {
            return Batch.Run(context, file, AnswerLine);
        }

        if (CellResolver.TryGetGraph(_cell.Read(context), out GivenCell? graph) is { } none)
        {
            return Refusal.Tell(context, none);
        }

        CellReport report = CellReport.Of(graph!);
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => WriteFields(json, report));
        }
        else
        {
            TextTable.WriteProperties(context.Console, Describe(report));
        }

        return report.IsValid ? ExitCode.Done : ExitCode.No;
    }

    private static NoAnswer? AnswerLine(BatchLine line, Utf8JsonWriter json)
    {
        NoAnswer? none = CellResolver.TryGetGraph(line.Cell!, out GivenCell? graph);
        if (none is null)
        {
            WriteFields(json, CellReport.Of(graph!));
        }

        return none;
    }

    private static void WriteFields(Utf8JsonWriter json, CellReport report)
    {
        json.WriteBoolean("valid_spec", report.ValidSpec);
        json.WriteString("pruned_matrix", report.PrunedMatrix);
        WriteNames(json, report.PrunedOperations);
        json.WriteOptional("vertices", report.Vertices);
        json.WriteOptional("edges", report.Edges);
        json.WriteString("hash", report.Hash?.ToString());
        json.WriteBoolean("is_valid", report.IsValid);
        json.WriteString("error", report.Error);
        json.WriteBoolean("in_space", report.InSpace);
        json.WriteOptional("index", report.Index);
        json.WriteOptional("trainable_parameters", report.TrainableParameters);
        json.WriteOptional("flops", report.Flops);
    }

    private static void WriteNames(Utf8JsonWriter json, string[]? names)
    {
        if (names is null)
        {
            json.WriteNull("pruned_ops");
            return;
        }

        json.WriteStartArray("pruned_ops");
        foreach (string name in names)
        {
            json.WriteStringValue(name);
        }

        json.WriteEndArray();
    }

    private static IEnumerable<(string Name, string Value)> Describe(CellReport report)
    {
        yield return ("valid", report.IsValid ? "yes" : $"no: {report.Error}");
        yield return ("hash", report.Hash is { } hash ? $"{hash}{(report.InSpace ? "" : " (not of the space)")}" : "none");
        if (report.ValidSpec)
        {
            yield return ("pruned matrix", report.PrunedMatrix!);
            yield return ("pruned operations", string.Join(',', report.PrunedOperations!));
            yield return ("vertices, edges", $"{report.Vertices}, {report.Edges}");
        }

        if (report.Index is not null)
        {
            yield return ("index", Grouped(report.Index));
            yield return ("trainable parameters", Grouped(report.TrainableParameters));
            yield return ("multiply-adds", Grouped(report.Flops));
        }
    }

    private static string Grouped(long? number) => number!.Value.ToString("N0", CultureInfo.InvariantCulture);
}
