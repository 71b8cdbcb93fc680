using NasBench.Data;

namespace NasBench.Cli.Verification;

/// <summary>What checking a file found.</summary>
/// <param name="Records">Records met, faulty ones included.</param>
/// <param name="FaultCount">All faults.</param>
/// <param name="Faults">The first faults, in file order.</param>
/// <param name="Notes">What is no fault but worth knowing.</param>
/// <param name="Cells">Cells that have a record without fault.</param>
/// <param name="AllSynthetic">Whether every value of every record is what the formula of made-up metrics gives.</param>
internal sealed record VerifyReport(long Records, long FaultCount, IReadOnlyList<Fault> Faults, IReadOnlyList<Note> Notes, int Cells, bool AllSynthetic)
{
    /// <summary>Where the values come from, where the file itself says so.</summary>
    public Provenance? Provenance { get; init; }

    /// <summary>Whether nothing is wrong.</summary>
    public bool Ok => FaultCount == 0;
}
