namespace NasBench.Data;

/// <summary>How to load a data set.</summary>
public sealed record LoadOptions
{
    /// <summary>
    /// Whether faulty records are skipped and counted. By default the first one throws. Even so a file that is cut off, or whose next
    /// record cannot be found, ends there; what came before is kept.
    /// </summary>
    public bool IsLenient { get; init; }

    /// <summary>Where the file's bytes come from.</summary>
    public TfRecordSource Source { get; init; }

    /// <summary>
    /// The most threads that load, the caller's included; a small file takes fewer. The data set and the faults that are reported do not depend on it. Progress
    /// is reported from the caller's thread.
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
