namespace NasBench.Data;

/// <summary>Where a writer puts its bytes: a path, or a stream of the caller.</summary>
/// <param name="Path">The path; empty for a stream.</param>
/// <param name="Stream">The stream; null for a path.</param>
internal readonly record struct Destination(string Path, Stream? Stream = null)
{
    /// <summary>Begins to write.</summary>
    /// <param name="canStream">Whether what is written comes in its order, byte after byte, and is never read.</param>
    /// <exception cref="NotSupportedException">The stream cannot seek, and that will not do.</exception>
    /// <exception cref="IOException">The file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written to.</exception>
    public AtomicFile Begin(bool canStream = false) => Stream is null ? new AtomicFile(Path, canStream) : new AtomicFile(Stream, canStream);
}
