namespace NasBench.Data;

/// <summary>Tells data files by their content.</summary>
public static class DataFiles
{
    /// <summary>Bytes that are read: no opening below is longer.</summary>
    internal const int OpeningSize = 16;

    /// <summary>Recognises a file by its first bytes.</summary>
    /// <param name="path">The file.</param>
    /// <returns>Its format; a file without a known opening, an empty one too, is taken for a TFRecord, which has none.</returns>
    /// <exception cref="IOException">The file cannot be opened or read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read, or is a folder.</exception>
    public static DataFileFormat Recognise(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        Span<byte> opening = stackalloc byte[OpeningSize];
        return Recognise(opening[..file.ReadAtLeast(opening, OpeningSize, throwOnEndOfStream: false)]);
    }

    internal static DataFileFormat Recognise(ReadOnlySpan<byte> opening) =>
        opening.StartsWith(CompactFormat.Magic) ? DataFileFormat.Compact
        : opening.StartsWith("nasbench-rs"u8) ? DataFileFormat.NasBenchRs
        : opening.StartsWith("PAR1"u8) ? DataFileFormat.Parquet
        : opening.StartsWith("ARROW1"u8) ? DataFileFormat.Arrow
        : opening.StartsWith((ReadOnlySpan<byte>)[0x89, (byte)'H', (byte)'D', (byte)'F']) ? DataFileFormat.Hdf5
        : DataFileFormat.TfRecord;
}
