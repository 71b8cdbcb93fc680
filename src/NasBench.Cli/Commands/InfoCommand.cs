using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NasBench.Data;

namespace NasBench.Cli;

/// <summary><c>info</c>: what a file is.</summary>
internal sealed class InfoCommand : NasBenchCommand
{
    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _noVerify = DataFileArgument.CreateNoVerify();
    private readonly Option<bool> _sha256 = new("--sha256") { Description = "Compute and print the SHA-256 of the file." };

    /// <summary>Declares the options.</summary>
    public InfoCommand()
        : base("info", CommandGroup.Files, "What a data file is.")
    {
        Arguments.Add(_file);
        Options.Add(_noVerify);
        Options.Add(_sha256);
    }

    /// <inheritdoc/>
    public override string Details =>
        """
        A TFRecord file is read and checked whole; damage gives exit code 3. Provenance: measured if the SHA-256 is that of one of the two official files,
        synthetic if every value is what the formula of made-up metrics gives, else unknown. The SHA-256 is computed where --sha256 asks for it, and where the
        file has as many records as an official one and is not synthetic.
        """;

    /// <inheritdoc/>
    public override IReadOnlyList<string> Examples =>
    [
        "nasbench info nasbench_only108.tfrecord --sha256",
    ];

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        DataFile file = DataFile.Find(context, context.Get(_file));
        using Dataset data = DatasetOpener.Open(context, file, verifies: !context.Get(_noVerify));
        FileProvenance provenance = FileProvenance.Find(context, file, data, context.Get(_sha256));
        string format = file.FindFormatName();
        CompactFileInfo? compact = format == DataFile.CompactFormatName ? CompactFile.ReadInfo(file.Path) : null;
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => Write(json, format, file, data, compact, provenance, context.Get(_sha256)));
        }
        else
        {
            TextTable.WriteProperties(context.Console, Describe(format, file, data, compact, provenance, context.Get(_sha256)));
        }

        return ExitCode.Done;
    }

    private static void Write(
        Utf8JsonWriter json, string format, DataFile file, Dataset data, CompactFileInfo? compact, FileProvenance provenance, bool withSha256)
    {
        json.WriteString("format", format);
        json.WriteString("provenance", provenance.Provenance.GetName());
        json.WriteNumber("cells", data.CellCount);
        json.WriteNumber("records", data.RecordCount);
        json.WriteStartArray("epochs");
        foreach (int epochs in data.Epochs)
        {
            json.WriteNumberValue(epochs);
        }

        json.WriteEndArray();
        json.WriteNumber("repeats", data.MaxRepeats);
        json.WriteOptional("bytes", file.IsBuiltin ? null : data.Report.Bytes);
        if (withSha256)
        {
            json.WriteString("sha256", provenance.Sha256);
        }

        if (compact is not null)
        {
            Write(json, compact);
        }
    }

    private static void Write(Utf8JsonWriter json, CompactFileInfo compact)
    {
        json.WriteNumber("version", compact.Version);
        json.WriteStartArray("sections");
        foreach (CompactSection section in compact.Sections)
        {
            json.WriteStartObject();
            json.WriteString("name", section.Name);
            json.WriteNumber("bytes", section.Bytes);
            json.WriteBoolean("hot", section.IsHot);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (compact.Source is { } source)
        {
            json.WriteStartObject("source");
            json.WriteNumber("bytes", source.Length);
            json.WriteString("xxhash128", source.XxHash128.ToString("x32", CultureInfo.InvariantCulture));
            json.WriteString("sha256", source.Sha256);
            json.WriteEndObject();
        }
    }

    private static IEnumerable<(string Name, string Value)> Describe(
        string format, DataFile file, Dataset data, CompactFileInfo? compact, FileProvenance provenance, bool withSha256)
    {
        yield return ("format", format);
        yield return ("provenance", provenance.Provenance.GetName());
        yield return ("cells", data.CellCount.ToString("N0", CultureInfo.InvariantCulture));
        yield return ("records", data.RecordCount.ToString("N0", CultureInfo.InvariantCulture));
        yield return ("epochs", string.Join(", ", data.Epochs.ToArray()));
        yield return ("repeats", data.MaxRepeats.ToString(CultureInfo.InvariantCulture));
        if (!file.IsBuiltin)
        {
            yield return ("bytes", data.Report.Bytes.ToString("N0", CultureInfo.InvariantCulture));
        }

        if (withSha256 && provenance.Sha256 is not null)
        {
            yield return ("SHA-256", provenance.Sha256);
        }

        if (compact?.Source is { } source)
        {
            yield return ("made from", string.Create(CultureInfo.InvariantCulture, $"{source.Length:N0} bytes, XxHash128 {source.XxHash128:x32}"));
        }

        foreach (CompactSection section in compact?.Sections ?? [])
        {
            yield return (
                section.Name, string.Create(CultureInfo.InvariantCulture, $"{section.Bytes:N0} bytes{(section.IsHot ? ", touched by queries" : "")}"));
        }
    }
}
