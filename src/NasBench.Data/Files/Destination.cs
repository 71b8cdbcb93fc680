namespace NasBench.Data;

/// <summary>Where a writer puts its bytes: a path, or a stream of the caller.</summary>
/// <param name="Path">The path; empty for a stream.</param>
/// <param name="Stream">The stream; null for a path.</param>
/// <param name="CanStream">Whether the format is written from front to back and never read meanwhile, as its row in the table of formats says.</param>
internal readonly record struct Destination(string Path, Stream? Stream, bool CanStream)
{
    /// <summary>Begins to write.</summary>
    /// <exception cref="NotSupportedException">The stream cannot seek, and the format needs one that can.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public AtomicFile Begin() => Stream is null ? new AtomicFile(Path, CanStream) : new AtomicFile(Stream, CanStream);
}
