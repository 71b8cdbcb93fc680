using NasBench.Data;

namespace NasBench.Cli;

/// <summary>What checking a file found.</summary>
/// <param name="Records">Records met, faulty ones included.</param>
/// <param name="FaultCount">All faults.</param>
/// <param name="Faults">The first faults, in file order.</param>
/// <param name="Notes">What is no fault but worth knowing.</param>
/// <param name="Cells">Cells that have a record without fault.</param>
/// <param name="Provenance">Where the values of a file without fault come from, as far as its content tells.</param>
internal sealed record VerifyReport(long Records, long FaultCount, IReadOnlyList<Fault> Faults, IReadOnlyList<Note> Notes, int Cells, Provenance Provenance)
{
    /// <summary>Whether nothing is wrong.</summary>
    public bool Ok => FaultCount == 0;
}
