using System.Globalization;

namespace NasBench;

/// <summary>The texts of the errors: the original's own wherever it has one.</summary>
internal static class CellErrors
{
    /// <summary>How a name outside of the vocabulary is printed once it is no longer known.</summary>
    public const string UnknownName = "unknown";

    public const string InputName = "input";

    public const string OutputName = "output";

    public static string Format<TSpace>(CellStatus status, int vertices, int edges, string operation)
        where TSpace : ISearchSpace<TSpace>
    {
        return status switch
        {
            CellStatus.BadText => "matrix must be n*n digits or n rows in brackets",
            CellStatus.NotSquare => "matrix must be square",
            CellStatus.OperationCountMismatch => "length of ops must match matrix dimensions",
            CellStatus.NotUpperTriangular => "matrix must be upper triangular",
            CellStatus.EntryNotBinary => "matrix entries must be 0 or 1",
            CellStatus.Disconnected => "invalid spec, provided graph is disconnected.",
            CellStatus.TooManyVertices => string.Create(
                CultureInfo.InvariantCulture,
                $"too many vertices, got {vertices} (max vertices = {TSpace.MaxVertices})"),
            CellStatus.TooManyEdges => string.Create(CultureInfo.InvariantCulture, $"too many edges, got {edges} (max edges = {TSpace.MaxEdges})"),
            CellStatus.FirstNotInput => "first operation should be 'input'",
            CellStatus.LastNotOutput => "last operation should be 'output'",
            CellStatus.UnknownOperation => $"unsupported op {operation} (available ops = ['{string.Join("', '", TSpace.OperationNames!)}'])",
            _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no error has this status"),
        };
    }

    /// <summary>Two spaces that are not the same, named by their operations and limits.</summary>
    /// <param name="own">The names of the cell's own space; none where they are not known.</param>
    public static string FormatOtherSpace<TSpace>(ReadOnlySpan<string> own)
        where TSpace : ISearchSpace<TSpace>
    {
        string operations = own.IsEmpty ? "" : $" (with the operations {string.Join(", ", own!)})";
        string asked = "the operations " + string.Join(", ", TSpace.OperationNames!);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"the cell is of another search space{operations}, not of the one with {TSpace.MaxVertices} vertices, {TSpace.MaxEdges} edges and {asked}");
    }
}
