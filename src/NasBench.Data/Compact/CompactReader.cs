namespace NasBench.Data;

/// <summary>Opens compact files where they stand.</summary>
internal static class CompactReader
{
    /// <summary>Opens a file.</summary>
    public static OpenedData Open(string path, CompactAccess access, bool verifiesChecksums, CancellationToken cancellationToken) =>
        Open(FileBytes.Open(path, access), path, verifiesChecksums, cancellationToken);

    /// <summary>Opens a file from its bytes.</summary>
    public static OpenedData Open(FileBytes file, string? path, bool verifiesChecksums, CancellationToken cancellationToken)
    {
        var store = new CompactStore(file, path);
        if (verifiesChecksums)
        {
            CompactChecksums.Require(file, store.Header, path, cancellationToken);
            CompactValues.Require(store, path, cancellationToken);
        }

        return new OpenedData(
            store, store.Header.Provenance, OpenReport.None with { RecordsRead = store.RecordCount, Bytes = file.Length }, store.Header.Source);
    }
}
