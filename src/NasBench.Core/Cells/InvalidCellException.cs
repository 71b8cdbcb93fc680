namespace NasBench;

/// <summary>A matrix and its names are not a cell of the search space.</summary>
/// <param name="status">Which rule is broken.</param>
/// <param name="message">What is wrong, with the operation, the count or the limit.</param>
public sealed class InvalidCellException(CellStatus status, string message) : ArgumentException(message)
{
    /// <summary>Which rule is broken: the first one, in the order in which the original checks them.</summary>
    public CellStatus Status { get; } = status;
}
