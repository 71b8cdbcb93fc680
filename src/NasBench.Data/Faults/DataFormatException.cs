using System.Globalization;

namespace NasBench.Data;

/// <summary>
/// A data file cannot be read: it is damaged, cut off or not of the format. Its message is one line that says what, where and what was expected.
/// </summary>
public sealed class DataFormatException : IOException
{
    /// <summary>Describes a fault of one record, or of a place that belongs to none.</summary>
    /// <param name="path">The file, or null where the data did not come from one.</param>
    /// <param name="record">Number of the record, from 0; -1 for a place that belongs to no record.</param>
    /// <param name="offset">Offset in the file of the first byte of the record's header, or of the place.</param>
    /// <param name="kind">What is wrong.</param>
    /// <param name="detail">What was found and what was expected, without a full stop.</param>
    public DataFormatException(string? path, long record, long offset, FaultKind kind, string detail)
        : base(string.Create(CultureInfo.InvariantCulture, $"{path ?? "data"}: {Place(record)}at byte {offset}: {detail} [{kind.GetName()}]"))
    {
        Path = path;
        Record = record;
        Offset = offset;
        Kind = kind;
        Detail = detail;
    }

    /// <summary>The file, or null where the data did not come from one.</summary>
    public string? Path { get; }

    /// <summary>Number of the faulty record, from 0; -1 where the fault is of no record, as in the header of a compact file.</summary>
    public long Record { get; }

    /// <summary>Offset in the file of the first byte of the faulty record's header.</summary>
    public long Offset { get; }

    /// <summary>What is wrong.</summary>
    public FaultKind Kind { get; }

    /// <summary>What was found and what was expected: the message without the place.</summary>
    public string Detail { get; }

    private static string Place(long record) => record < 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"record {record} ");
}
