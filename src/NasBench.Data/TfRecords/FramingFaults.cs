using System.Globalization;

namespace NasBench.Data;

/// <summary>Faults of framing, in words.</summary>
internal static class FramingFaults
{
    /// <summary>One line: what was found and what was expected.</summary>
    /// <param name="kind">The fault.</param>
    /// <param name="remaining">Bytes of the file from the start of the record.</param>
    /// <param name="size">What the record takes, its frame included, as far as known.</param>
    public static string DescribeFraming(this FaultKind kind, long remaining = 0, long size = 0) => kind switch
    {
        FaultKind.TruncatedHeader => string.Create(CultureInfo.InvariantCulture,
            $"the file ends after {remaining} bytes of a header, expected {TfRecordFraming.HeaderSize}"),
        FaultKind.TruncatedData => string.Create(CultureInfo.InvariantCulture,
            $"the file ends {remaining} bytes after the start of a record, expected {size}"),
        FaultKind.BadLengthCrc => "the checksum of the record's length is wrong, so the place of the next record is unknown; expected a masked CRC-32C",
        FaultKind.LengthTooLarge => string.Create(CultureInfo.InvariantCulture,
            $"the record's length is too large, expected at most {TfRecordFraming.MaxDataLength} bytes"),
        FaultKind.BadDataCrc => "the checksum of the record's data is wrong, expected a masked CRC-32C",
        _ => kind.GetName(),
    };
}
