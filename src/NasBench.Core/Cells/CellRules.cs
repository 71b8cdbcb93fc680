using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

/// <summary>The rules of a space for a matrix of any size with the names of its vertices, in the order in which the original checks them.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
internal static class CellRules<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>Finds the first rule that is broken.</summary>
    public static CellDefect FindDefect<TRows>(TRows rows, ReadOnlySpan<string> operations, EdgeRule rule)
        where TRows : IMatrixRows, allows ref struct
    {
        CellStatus shape = CellMatrix.Check(rows, operations.Length);
        if (shape != CellStatus.Ok)
        {
            return new CellDefect(shape);
        }

        if (rule == EdgeRule.BeforePruning && CellMatrix.CountEdges(rows) is int all && all > TSpace.MaxEdges)
        {
            return new CellDefect(CellStatus.TooManyEdges, Edges: all);
        }

        using SpanOwner<int> owner = SpanOwner<int>.Allocate(operations.Length);
        int vertices = CellMatrix.Prune(rows, owner.Span);
        ReadOnlySpan<int> kept = owner.Span[..vertices];
        int edges = CellMatrix.CountEdges(rows, kept);
        return vertices == 0 ? new CellDefect(CellStatus.Disconnected)
            : vertices > TSpace.MaxVertices ? new CellDefect(CellStatus.TooManyVertices, vertices, edges)
            : edges > TSpace.MaxEdges ? new CellDefect(CellStatus.TooManyEdges, vertices, edges)
            : CheckNames(kept, operations);
    }

    private static CellDefect CheckNames(ReadOnlySpan<int> kept, ReadOnlySpan<string> operations)
    {
        if (operations[0] is not CellErrors.InputName)
        {
            return new CellDefect(CellStatus.FirstNotInput);
        }

        if (operations[^1] is not CellErrors.OutputName)
        {
            return new CellDefect(CellStatus.LastNotOutput);
        }

        foreach (int vertex in kept[1..^1])
        {
            if (!TSpace.TryParseOperation(operations[vertex].AsSpan(), out _))
            {
                return new CellDefect(CellStatus.UnknownOperation, Culprit: vertex);
            }
        }

        return new CellDefect(CellStatus.Ok);
    }
}
