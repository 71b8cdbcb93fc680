using System.Globalization;

namespace NasBench.Data;

/// <summary>What is wrong with the data of one record.</summary>
/// <param name="Kind">The kind of fault.</param>
/// <param name="Position">Offset in the record's data of the value that is wrong.</param>
/// <param name="Expectation">What was found and what was expected.</param>
public readonly record struct RecordFault(FaultKind Kind, int Position, string Expectation)
{
    /// <summary>One line: what was found, what was expected and where in the data.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture, $"{Expectation}, at byte {Position} of the data");
}
