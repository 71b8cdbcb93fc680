using NasBench.Data;

namespace NasBench.Export.Tests;

/// <summary>All exports.</summary>
internal static class Exporters
{
    /// <summary>Writes a data set.</summary>
    public delegate long Writer(Dataset data, string path, Provenance provenance, IProgress<double>? progress, CancellationToken cancellationToken);

    public static IReadOnlyList<Writer> All { get; } = [CsvExport.Write, JsonLinesExport.Write, ParquetExport.Write, ArrowExport.Write, Hdf5Export.Write, SyneTuneExport.Write];
}
