using NasBench.Search;

namespace NasBench.Cli;

/// <summary>The formats in which a search writes its evaluations.</summary>
internal static class TraceFormats
{
    /// <summary>Their names; the first is the usual one.</summary>
    public static readonly string[] Names = ["parquet", "csv"];

    /// <summary>Writes curves.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="stream">Where to write.</param>
    /// <param name="summary">The summary whose curves are written.</param>
    public static void WriteCurves(string name, Stream stream, ExperimentSummary summary)
    {
        if (name == "csv")
        {
            CurveTables.WriteCsv(stream, summary);
        }
        else
        {
            CurveTables.WriteParquet(stream, summary);
        }
    }

    /// <summary>Begins a file.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="stream">Where to write.</param>
    /// <param name="provenance">Where the values come from.</param>
    public static ITraceWriter Create(string name, Stream stream, string provenance)
        => name == "csv" ? new CsvTraceWriter(stream, provenance) : new ParquetTraceWriter(stream, provenance);
}
