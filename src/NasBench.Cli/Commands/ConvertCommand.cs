using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>convert</c>: a data set in another format.</summary>
internal sealed class ConvertCommand : NasBenchCommand
{
    private readonly Argument<string> _input = new("IN") { Description = "The data set: any file that is read, or 'builtin'.", HelpName = "IN" };
    private readonly Argument<string> _output = new("OUT") { Description = "The file to write.", HelpName = "OUT" };
    private readonly Option<string> _format = ValueParsers.Word(
        "--format", $"The format of OUT, if its ending does not tell: {string.Join(", ", OutputFormats.All.Select(format => format.Name))}.", null,
        [.. OutputFormats.All.Select(format => format.Name)]);
    private readonly Option<bool> _sha256 = new("--sha256") { Description = "Compute the SHA-256 of IN, for a compact file to name its source by." };
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();

    /// <summary>Declares the options.</summary>
    public ConvertCommand()
        : base("convert", CommandGroup.Files, "Write a data set in another format.")
    {
        Arguments.Add(_input);
        Arguments.Add(_output);
        Options.Add(_format);
        Options.Add(_sha256);
        Options.Add(_noVerify);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        IN is recognised by its content; the ending of OUT decides what is written. Records are ordered by hash, epochs and repeat, and OUT appears whole or
        not at all. A compact file (.nasb) keeps every value to the bit, which is checked before it takes its name. Files of nasbench-rs (.bin) have no
        checksum: damage shows only where it makes a value or a graph impossible.

        TFRecord, .bin, CSV and JSON lines can be written to a pipe, a device or /dev/stdout (with --format); standard output holds nothing else then.

        Where the values come from (provenance) is decided here and kept by the formats that can say it: measured if the SHA-256 of a TFRecord file is that of
        one of the two official files, synthetic if every value is what the formula of made-up metrics gives, else unknown.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench convert nasbench_full.tfrecord nasbench_full.nasb",
        "nasbench convert builtin published.parquet",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        string path = context.Get(_output)!;
        GivenName.Require("IN", context.Get(_input));
        GivenName.Require("OUT", path);
        DataFormat format = OutputFormats.Find(context.Get(_format), path);
        Stopwatch watch = Stopwatch.StartNew();
        DataFile file = new(context.Get(_input)!);
        WriteTarget target = FindTarget(file, path, format);
        using Dataset data = DatasetOpener.Open(context, file, verifies: !context.Get(_noVerify));
        FileProvenance provenance = FileProvenance.Find(context, file, data, context.Get(_sha256));
        WriteOptions options = new() { Provenance = provenance.Provenance, Source = format.NamesSource ? FindSource(context, file, provenance) : null };
        WriteReport written = Guard(
            path, () => context.WithProgress("Writing", progress => data.Write(target.Path, format, options, progress, context.Cancellation)));
        if (!target.IsStandardOutput)
        {
            Tell(context, path, data, provenance.Provenance, file.IsBuiltin ? null : data.Report.Bytes, written.Bytes, watch.Elapsed.TotalSeconds);
        }

        return ExitCode.Done;
    }

    /// <summary>A compact file hands on its own source, so that what is converted twice still tells where it comes from.</summary>
    private static CompactSource? FindSource(CommandContext context, DataFile file, FileProvenance provenance) =>
        file.IsBuiltin ? null
        : DatasetOpener.Guard(file, () => DataFormats.Recognise(file.Path) == DataFormats.Compact
            ? CompactFile.ReadInfo(file.Path).Source
            : CompactFile.DescribeSource(file.Path, provenance.Sha256, context.Cancellation));

    /// <summary>Where to write. Not onto what is read: its order, and what a format has no place for, would be lost.</summary>
    private static WriteTarget FindTarget(DataFile file, string path, DataFormat format) => Guard(path, () =>
        !file.IsBuiltin && OutputFile.AreSame(file.Name, path)
            ? throw CommandException.Usage($"{path}: IN and OUT are the same file; expected another name for OUT")
            : OutputFile.ResolveTarget(path, format.CanStream));

    private static T Guard<T>(string path, Func<T> write)
    {
        try
        {
            return write();
        }
        catch (Exception failure) when (OutputFile.IsFileFailure(failure) || failure is InvalidDataException)
        {
            throw OutputFile.Explain(path, failure);
        }
    }

    private static void Tell(CommandContext context, string path, Dataset data, Provenance provenance, long? bytesIn, long bytesOut, double seconds)
    {
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json =>
            {
                json.WriteString("path", path);
                json.WriteNumber("records", data.RecordCount);
                json.WriteNumber("cells", data.CellCount);
                json.WriteOptional("bytes_in", bytesIn);
                json.WriteNumber("bytes_out", bytesOut);
                json.WriteNumber("seconds", Math.Round(seconds, 3));
                json.WriteString("provenance", provenance.GetName());
            });
            return;
        }

        List<(string Name, string Value)> properties =
        [
            ("path", path),
            ("records", data.RecordCount.ToString("N0", CultureInfo.InvariantCulture)),
            ("cells", data.CellCount.ToString("N0", CultureInfo.InvariantCulture)),
            ("bytes out", bytesOut.ToString("N0", CultureInfo.InvariantCulture)),
            ("seconds", seconds.ToString("0.00", CultureInfo.InvariantCulture)),
            ("provenance", provenance.GetName()),
        ];
        if (bytesIn is { } length)
        {
            properties.Insert(3, ("bytes in", length.ToString("N0", CultureInfo.InvariantCulture)));
        }

        TextTable.WriteProperties(context.Console, properties);
    }
}
