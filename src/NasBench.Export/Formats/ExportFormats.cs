using NasBench.Data;

namespace NasBench.Export;

/// <summary>The formats that this project writes: rows of <see cref="DataFormats"/> with their writers, for
/// <see cref="Dataset.Write(string, DataFormat?, WriteOptions?, IProgress{double}?, CancellationToken)"/>. Thread-safe.</summary>
public static class ExportFormats
{
    /// <summary>Apache Parquet: a table with a row for each record, compressed with Snappy. Values are doubles, null where absent.</summary>
    public static DataFormat Parquet { get; } = DataFormats.Parquet.With(ParquetExport.Write);

    /// <summary>An Apache Arrow IPC file (Feather version 2) without compression: the same table.</summary>
    public static DataFormat Arrow { get; } = DataFormats.Arrow.With(ArrowExport.Write);

    /// <summary>HDF5 in the layout that ultmaster/neuralpredictor gave to NAS-Bench-101, with arrays over all cells.</summary>
    public static DataFormat Hdf5 { get; } = DataFormats.Hdf5.With(Hdf5Export.Write);

    /// <summary>A new folder in the layout of Syne Tune's blackbox repository.</summary>
    public static DataFormat SyneTune { get; } = DataFormats.SyneTune.With(SyneTuneExport.Write);

    /// <summary>The rows of this project.</summary>
    public static IReadOnlyList<DataFormat> Own { get; } = [Parquet, Arrow, Hdf5, SyneTune];

    /// <summary>All rows of <see cref="DataFormats.All"/>, in their order, those of this project with their writers.</summary>
    public static IReadOnlyList<DataFormat> All { get; } = [.. DataFormats.All.Select(row => Own.FirstOrDefault(own => own == row, row))];
}
