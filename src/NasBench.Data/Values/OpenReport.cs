namespace NasBench.Data;

/// <summary>How opening a data set went. Immutable.</summary>
/// <param name="RecordsRead">The records met in the file, the skipped ones included.</param>
/// <param name="Bytes">The length of the file.</param>
/// <param name="Skipped">By kind of fault, the number of records skipped. Empty unless loading was lenient.</param>
/// <param name="FirstFault">What the first skipped record was skipped for; null if none was.</param>
public sealed record OpenReport(long RecordsRead, long Bytes, IReadOnlyDictionary<FaultKind, long> Skipped, DataFormatException? FirstFault)
{
    /// <summary>The report of a data set that no file was read for.</summary>
    public static OpenReport None { get; } = new(0, 0, new Dictionary<FaultKind, long>(), null);

    /// <summary>The number of records skipped for any fault.</summary>
    public long SkippedCount => Skipped.Values.Sum();
}
