using NasBench.Data;

namespace NasBench.Export.Tests;

/// <summary>All exports.</summary>
internal static class Exporters
{
    public static IReadOnlyList<DataFormat> All { get; } = [DataFormats.Csv, DataFormats.JsonLines, .. ExportFormats.Own];
}
