namespace NasBench;

/// <summary>What a <see cref="CellStatus"/> means, in words.</summary>
public static class CellStatusExtensions
{
    /// <summary>Says what a status means. <see cref="Cell.Describe()"/> says more about one cell: the operation, the count, the limit.</summary>
    /// <param name="status">The status.</param>
    /// <returns>A sentence without a full stop.</returns>
    public static string Describe(this CellStatus status) => status switch
    {
        CellStatus.Ok => "nothing is wrong",
        CellStatus.BadText => "the matrix must be n*n digits or n rows in brackets, then a blank and the names",
        CellStatus.NotSquare => "the matrix must have at least one row, and as many columns as rows",
        CellStatus.OperationCountMismatch => "there must be one operation name for each vertex",
        CellStatus.NotUpperTriangular => "the matrix must be upper triangular: every edge leads to a later vertex",
        CellStatus.EntryNotBinary => "every entry of the matrix must be 0 or 1",
        CellStatus.Disconnected => "the output cannot be reached from the input",
        CellStatus.TooManyVertices => "more vertices remain after pruning than the search space allows",
        CellStatus.TooManyEdges => "more edges remain after pruning than the search space allows",
        CellStatus.FirstNotInput => "the first operation must be 'input'",
        CellStatus.LastNotOutput => "the last operation must be 'output'",
        CellStatus.UnknownOperation => "a vertex on a path from input to output has an operation that the search space does not know",
        CellStatus.OtherSpace => "the cell is of another search space",
        CellStatus.TooFewChannels => "a vertex of the network would get no channel, or fewer than one that it feeds",
        _ => $"no status has the number {(byte)status}",
    };
}
