namespace NasBench.Search;

/// <summary>The physical types of Parquet that are written here, with the format's numbers.</summary>
internal enum ParquetType
{
    Boolean = 0,
    Int32 = 1,
    Int64 = 2,
    Double = 5,
    ByteArray = 6,
}
