using NasBench.Data;

namespace NasBench.Cli;

/// <summary>Something wrong in a data file.</summary>
/// <param name="Record">Number of the record, from 0 (of a compact file: of the cell); -1 where it is none.</param>
/// <param name="Offset">Offset in the file of the record's first byte.</param>
/// <param name="Kind">What kind of fault.</param>
/// <param name="Message">What was found and what was expected.</param>
internal sealed record Fault(long Record, long Offset, FaultKind Kind, string Message);
