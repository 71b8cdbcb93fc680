namespace NasBench.Data;

/// <summary>Where a <see cref="TfRecordReader"/> takes a file's bytes from.</summary>
public enum TfRecordSource
{
    /// <summary>
    /// One reused buffer that is filled by reads at explicit offsets. The default: fastest for one pass, and safe when the file shrinks meanwhile.
    /// </summary>
    Buffered,

    /// <summary>A mapping of the whole file. A mapped file that another program shortens ends this process; use it for files that nobody writes.</summary>
    Mapped,
}
