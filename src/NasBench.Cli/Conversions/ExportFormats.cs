using NasBench.Data;
using NasBench.Export;

namespace NasBench.Cli.Conversions;

/// <summary>The formats of NasBench.Export.</summary>
internal static class ExportFormats
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<OutputFormat> All { get; } =
    [
        new("parquet", ".parquet", Adapt(ParquetExport.Write)),
        new("arrow", ".arrow", Adapt(ArrowExport.Write)),
        new("csv", ".csv", Adapt(CsvExport.Write)),
        new("jsonl", ".jsonl", Adapt(JsonLinesExport.Write)),
        new("h5", ".h5", Adapt(Hdf5Export.Write)),
        new("syne-tune", "", Adapt(SyneTuneExport.Write)),
    ];

    private static OutputFormat.Writer Adapt(Func<Dataset, string, Provenance, IProgress<double>?, CancellationToken, long> write) =>
        (input, path, progress, cancellation) => write(input.Data, path, input.Provenance, progress, cancellation);
}
