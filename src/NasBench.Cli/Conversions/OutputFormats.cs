using NasBench.Data;

namespace NasBench.Cli.Conversions;

/// <summary>All formats that <c>convert</c> writes.</summary>
internal static class OutputFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<OutputFormat> All { get; } =
    [
        new("tfrecord", ".tfrecord", (input, path, progress, cancellation) => TfRecordFile.Write(input.Data, path, progress, cancellation)),
        new("nasb", ".nasb", (input, path, progress, cancellation) => CompactFile.Write(input.Data, path, input.Provenance, input.FindSource(), progress, cancellation)),
        new("bin", ".bin", (input, path, progress, cancellation) => NasBenchRsFile.Write(input.Data, path, progress, cancellation)),
        .. ExportFormats.All,
    ];

    /// <summary>The format of a name, or else of the ending of a file.</summary>
    /// <exception cref="CommandException">There is none: exit code 2.</exception>
    public static OutputFormat Find(string? name, string path)
    {
        OutputFormat? format = name is null
            ? All.FirstOrDefault(format => format.Ending.Length > 0 && path.EndsWith(format.Ending, StringComparison.OrdinalIgnoreCase))
            : All.First(format => format.Name == name);
        return format ?? throw CommandException.Usage(
            $"{path}: no format ends so; expected a name that ends in {string.Join(", ", All.Where(format => format.Ending.Length > 0).Select(format => format.Ending))}, or --format");
    }
}
