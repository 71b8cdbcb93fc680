namespace NasBench.Data;

/// <summary>The formats of data files that <see cref="DataFiles"/> tells apart.</summary>
public enum DataFileFormat
{
    /// <summary>The original's TFRecord; also what is none of the others, which reading it will show.</summary>
    TfRecord,

    /// <summary>The compact file of this library, <c>.nasb</c>.</summary>
    Compact,

    /// <summary>The binary file of nasbench-rs, <c>.bin</c>.</summary>
    NasBenchRs,

    /// <summary>Apache Parquet, which is written but not read.</summary>
    Parquet,

    /// <summary>An Apache Arrow IPC file, which is written but not read.</summary>
    Arrow,

    /// <summary>HDF5, which is written but not read.</summary>
    Hdf5,
}
