using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>verify</c>: checks all of a file.</summary>
internal sealed class VerifyCommand : NasBenchCommand
{
    private const int MostShown = 20;

    private readonly Argument<string> _file = DataFileArgument.Create();

    /// <summary>Declares the options.</summary>
    public VerifyCommand()
        : base("verify", CommandGroup.Files, "Check all of a data file.") => Arguments.Add(_file);

    /// <inheritdoc/>
    public override string Details =>
        """
        Framing, checksums, hash against graph, parameter count against graph, values against what can be measured, representative; of a compact file (.nasb)
        also every entry of its sections. Exit code 1 if anything is wrong; 3 if the file is missing, cannot be read, or is empty. After a bad data checksum
        checking goes on; after a bad length it stops, since the beginning of the next record is unknown.

        A file of nasbench-rs (.bin) has no checksum: damage shows only where it makes a value or a graph impossible, and only the first fault is reported.

        Cells with fewer repeats or epochs than others are listed in notes; that is not a fault. Provenance is shown for a file without faults.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench verify nasbench_only108.tfrecord",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        DataFile file = DataFile.Find(context, context.Get(_file));
        if (file.IsBuiltin)
        {
            throw CommandException.Usage("verify checks a file; the built-in data set has no file");
        }

        file.Settle(context);
        VerifyReport report = DatasetOpener.Guard(
            file, () => context.WithProgress("Checking", progress => FileVerifier.Verify(file.Path, progress, context.Cancellation)));
        Provenance provenance = FindProvenance(context, file, report);
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => Write(json, report, provenance));
        }
        else
        {
            Write(context.Console, file, report, provenance);
        }

        if (report.Ok)
        {
            return ExitCode.Done;
        }

        Fault first = report.Faults[0];
        string more = report.FaultCount == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (the first of {report.FaultCount} faults)");
        context.Console.WriteErrorLine(new DataFormatException(file.Name, first.Record, first.Offset, first.Kind, first.Message).Message + more);
        return ExitCode.No;
    }

    private static Provenance FindProvenance(CommandContext context, DataFile file, VerifyReport report) =>
        !report.Ok || report.Records == 0 ? Provenance.Unknown
        : report.Provenance == Provenance.Unknown && FileProvenance.MayBeOfficial(file)
            ? OfficialFiles.GetProvenance(FileProvenance.ComputeSha256(context, file))
        : report.Provenance;

    private static void Write(Utf8JsonWriter json, VerifyReport report, Provenance provenance)
    {
        json.WriteBoolean("ok", report.Ok);
        json.WriteNumber("records", report.Records);
        json.WriteStartArray("faults");
        foreach (Fault fault in report.Faults)
        {
            json.WriteStartObject();
            json.WriteNumber("record", fault.Record);
            json.WriteNumber("offset", fault.Offset);
            json.WriteString("kind", fault.Kind.GetName());
            json.WriteString("message", fault.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("fault_count", report.FaultCount);
        json.WriteStartArray("notes");
        foreach (Note note in report.Notes)
        {
            json.WriteStartObject();
            json.WriteString("hash", note.Hash?.ToString());
            json.WriteOptional("epochs", note.Epochs);
            json.WriteOptional("repeats", note.Repeats);
            json.WriteString("message", note.Message);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("cells", report.Cells);
        json.WriteString("provenance", provenance.GetName());
    }

    private static string Describe(Fault fault)
    {
        string record = fault.Record < 0 ? "" : $"record {fault.Record} ";
        return string.Create(CultureInfo.InvariantCulture, $"{record}at byte {fault.Offset}: {fault.Message} [{fault.Kind.GetName()}]");
    }

    private static void Write(CommandConsole console, DataFile file, VerifyReport report, Provenance provenance)
    {
        List<(string Name, string Value)> properties =
        [
            ("file", file.Name),
            ("verdict", report.Ok ? "no fault found" : Count(report.FaultCount, "fault")),
            ("records", report.Records.ToString("N0", CultureInfo.InvariantCulture)),
            ("cells", report.Cells.ToString("N0", CultureInfo.InvariantCulture)),
        ];
        if (report.Ok)
        {
            properties.Add(("provenance", provenance.GetName()));
        }

        properties.AddRange(report.Faults.Take(MostShown).Select(fault => ("fault", Describe(fault))));
        AddRest(properties, "fault", report.FaultCount - MostShown);
        properties.AddRange(report.Notes.Take(MostShown).Select(note => ("note", note.Message)));
        AddRest(properties, "note", report.Notes.Count - MostShown);
        TextTable.WriteProperties(console, properties);
    }

    private static void AddRest(List<(string Name, string Value)> properties, string name, long rest)
    {
        if (rest > 0)
        {
            properties.Add((name, $"{rest.ToString("N0", CultureInfo.InvariantCulture)} more; --json lists them"));
        }
    }

    private static string Count(long count, string noun) => $"{count.ToString("N0", CultureInfo.InvariantCulture)} {noun}{(count == 1 ? "" : "s")}";
}
