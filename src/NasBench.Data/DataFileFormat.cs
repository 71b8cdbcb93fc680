namespace NasBench.Data;

/// <summary>The formats of data files that <see cref="DataFiles"/> tells apart, whether <see cref="Dataset.Open"/> reads them or not.</summary>
public enum DataFileFormat
{
    /// <summary>The original's TFRecord, which is read; also what is none of the others, which reading it will show.</summary>
    TfRecord,

    /// <summary>The compact file of this library, <c>.nasb</c>, which is read.</summary>
    Compact,

    /// <summary>The binary file of nasbench-rs, <c>.bin</c>, which is read.</summary>
    NasBenchRs,

    /// <summary>Apache Parquet, <c>.parquet</c>: recognised but not read; NasBench.Export writes it.</summary>
    Parquet,

    /// <summary>An Apache Arrow IPC file, <c>.arrow</c>: recognised but not read; NasBench.Export writes it.</summary>
    Arrow,

    /// <summary>HDF5, <c>.h5</c>: recognised but not read; NasBench.Export writes it.</summary>
    Hdf5,
}
