using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NasBench.Cli.DataSets;
using NasBench.Cli.Output;
using NasBench.Data;

namespace NasBench.Cli.Commands;

/// <summary><c>info</c>: what a file is.</summary>
internal sealed class InfoCommand : NasBenchCommand
{
    private const string Details =
        """
        A TFRecord file is read and checked whole; damage gives exit code 3. Provenance: measured if the SHA-256 is that of one of the two official files,
        synthetic if every value is what the formula of made-up metrics gives, else unknown. The SHA-256 is computed where --sha256 asks for it, and where the file
        has as many records as an official one and is not synthetic.
        """;

    private readonly Argument<string> _file = DataFileArgument.Create();
    private readonly Option<bool> _sha256 = new("--sha256") { Description = "Compute and print the SHA-256 of the file." };

    /// <summary>Declares the options.</summary>
    public InfoCommand()
        : base("info", "What a data file is.", Details)
    {
        Arguments.Add(_file);
        Options.Add(_sha256);
    }

    /// <inheritdoc/>
    public override ExitCode Run(CommandContext context)
    {
        DataFile file = DataFile.Find(context, context.Get(_file));
        using Dataset data = DatasetOpener.Open(context, file);
        FileProvenance provenance = FileProvenance.Find(context, file, data, context.Get(_sha256));
        if (context.Json)
        {
            JsonText.WriteDocument(context.Output, json => Write(json, file, data, provenance, context.Get(_sha256)));
        }
        else
        {
            TextTable.WriteProperties(context.Console, Describe(file, data, provenance, context.Get(_sha256)));
        }

        return ExitCode.Done;
    }

    private static void Write(Utf8JsonWriter json, DataFile file, Dataset data, FileProvenance provenance, bool withSha256)
    {
        json.WriteString("format", Format(file));
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
    }

    private static IEnumerable<(string Name, string Value)> Describe(DataFile file, Dataset data, FileProvenance provenance, bool withSha256)
    {
        yield return ("format", Format(file));
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
    }

    private static string Format(DataFile file) => file.IsBuiltin ? DataFile.BuiltinName : "tfrecord";
}
