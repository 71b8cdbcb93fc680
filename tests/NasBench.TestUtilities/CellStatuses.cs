namespace NasBench.TestUtilities;

/// <summary>Which status goes with which message of the original.</summary>
public static class CellStatuses
{
    /// <summary>The status that the engine gives where the original says this; <see cref="CellStatus.Ok"/> for null.</summary>
    public static CellStatus OfMessage(string? error) => error switch
    {
        null => CellStatus.Ok,
        _ when error.Contains("must be square", StringComparison.Ordinal) => CellStatus.NotSquare,
        _ when error.Contains("length of ops", StringComparison.Ordinal) => CellStatus.OperationCountMismatch,
        _ when error.Contains("upper triangular", StringComparison.Ordinal) => CellStatus.NotUpperTriangular,
        _ when error.Contains("disconnected", StringComparison.Ordinal) => CellStatus.Disconnected,
        _ when error.StartsWith("too many vertices", StringComparison.Ordinal) => CellStatus.TooManyVertices,
        _ when error.StartsWith("too many edges", StringComparison.Ordinal) => CellStatus.TooManyEdges,
        _ when error.StartsWith("first operation", StringComparison.Ordinal) => CellStatus.FirstNotInput,
        _ when error.StartsWith("last operation", StringComparison.Ordinal) => CellStatus.LastNotOutput,
        _ when error.StartsWith("unsupported op", StringComparison.Ordinal) => CellStatus.UnknownOperation,
        _ => throw new ArgumentException($"no message of the original: {error}", nameof(error)),
    };
}
