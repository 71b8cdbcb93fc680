namespace NasBench.Data;

/// <summary>How to open a data file.</summary>
public sealed record OpenOptions
{
    /// <summary>Where the bytes of a compact file are. Files of other formats are always read into memory.</summary>
    public CompactAccess Access { get; init; }

    /// <summary>
    /// Whether the checksums of a compact file are compared, which reads all of it. Without that only its header is checked when it is opened, and what a query
    /// meets, where it could lead astray. Files of other formats are always checked whole.
    /// </summary>
    public bool VerifiesChecksums { get; init; }

    /// <summary>The most threads that load a file which is read into memory, the caller's included: <see cref="LoadOptions.MaxThreads"/>.</summary>
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
