namespace NasBench.Data;

/// <summary>How to open a data file. An option that a file's format has no use for changes nothing.</summary>
public sealed record OpenOptions
{
    /// <summary>Where the bytes of a compact file are. Files of other formats are always read into memory.</summary>
    public CompactAccess Access { get; init; }

    /// <summary>
    /// Whether the checksums of a compact file are compared, which reads all of it, and a file is refused that holds values which no repeat can have measured,
    /// such as an infinite time. Otherwise only its header is checked when it is opened, and later what a query meets, where it could lead the query astray.
    /// Files of other formats are always checked whole.
    /// </summary>
    public bool VerifiesChecksums { get; init; }

    /// <summary>
    /// Whether the faulty records of a TFRecord file are skipped and counted; <see cref="Dataset.Report"/> tells how many and why. By default the first one
    /// throws. A file that is cut off, or whose next record cannot be found, ends there; what came before is kept. Compact files and those of nasbench-rs are
    /// not made of records that can be left out: a damaged one is refused as always.
    /// </summary>
    public bool IsLenient { get; init; }

    /// <summary>Where the bytes of a TFRecord file come from.</summary>
    public TfRecordSource Source { get; init; }

    /// <summary>
    /// The most threads that load a TFRecord file, the caller's included; a small file takes fewer. The data set and the faults that are reported do not depend
    /// on it. Progress is reported from the caller's thread.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is below 1.</exception>
    public int MaxThreads
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            field = value;
        }
    }
    = 1;
}
