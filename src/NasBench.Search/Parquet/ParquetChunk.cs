namespace NasBench.Search;

/// <summary>Where the values of a column in a row group are.</summary>
/// <param name="Column">The column.</param>
/// <param name="Count">The number of values, absent ones included.</param>
/// <param name="Size">The bytes of all pages.</param>
/// <param name="DictionaryOffset">Where the dictionary page is; -1 where there is none.</param>
/// <param name="DataOffset">Where the data page is.</param>
/// <param name="Encoding">How the values of the data page are written.</param>
internal sealed record ParquetChunk(ParquetColumn Column, long Count, long Size, long DictionaryOffset, long DataOffset, int Encoding);
