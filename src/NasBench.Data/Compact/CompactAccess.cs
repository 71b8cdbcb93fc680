namespace NasBench.Data;

/// <summary>Where the bytes of an open compact file are.</summary>
public enum CompactAccess
{
    /// <summary>
    /// In the file, mapped into memory. Opening takes no time; the file must not change while it is open, and one that is cut off meanwhile ends the process.
    /// </summary>
    Map,

    /// <summary>In a copy of the file: for files that may change under the reader.</summary>
    Copy,
}
