using CommunityToolkit.HighPerformance;
using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

/// <summary>
/// A matrix of any size with the names of its vertices, as given: what can be said of it before, or without, making a <see cref="Cell"/>.
/// </summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// Here live the questions that need the original input: which vertices pruning keeps of a graph of any size, the original's check with the offending name
/// in its message, and the stricter rule that counts edges before pruning. A view over the caller's memory; members allocate nothing but messages.
/// </remarks>
public readonly ref struct CellInput<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private readonly ReadOnlySpan2D<byte> _matrix;
    private readonly ReadOnlySpan<string> _operations;

    /// <summary>Views a matrix and its names.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">A name for each vertex.</param>
    public CellInput(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations)
    {
        _matrix = matrix;
        _operations = operations;
    }

    /// <summary>Whether matrix and names fit together at all.</summary>
    /// <returns>
    /// <see cref="CellStatus.Ok"/>, <see cref="CellStatus.NotSquare"/>, <see cref="CellStatus.OperationCountMismatch"/>,
    /// <see cref="CellStatus.NotUpperTriangular"/> or <see cref="CellStatus.EntryNotBinary"/>.
    /// </returns>
    public CellStatus CheckShape() => CellMatrix.Check(_matrix, _operations.Length);

    /// <summary>Lists the vertices that lie on a path from the first to the last one.</summary>
    /// <param name="keptVertices">Receives their numbers, ascending; at least one entry a vertex.</param>
    /// <returns>How many are kept; 0 where the output is not reachable from the input, or the shape is wrong.</returns>
    /// <exception cref="ArgumentException">The span is too short.</exception>
    public int Prune(Span<int> keptVertices)
    {
        if (CheckShape() != CellStatus.Ok)
        {
            return 0;
        }

        if (keptVertices.Length < _operations.Length)
        {
            throw new ArgumentException($"needs {_operations.Length} entries, has {keptVertices.Length}", nameof(keptVertices));
        }

        return CellMatrix.Prune(_matrix, keptVertices);
    }

    /// <summary>Checks the input as the original does, in its order, or by the stricter rule on edges.</summary>
    /// <param name="rule">Whether edges count after pruning (the original) or before.</param>
    /// <returns><see cref="CellStatus.Ok"/> exactly where the input is a cell of the space by that rule; else the first rule that is broken.</returns>
    public CellStatus Check(EdgeRule rule = EdgeRule.AfterPruning) => Check(rule, out _, out _, out _);

    /// <summary>The message that goes with <see cref="Check(EdgeRule)"/>: the original's own wherever it has one.</summary>
    /// <param name="rule">Whether edges count after pruning (the original) or before.</param>
    /// <returns>The message, or <see langword="null"/> where nothing is wrong.</returns>
    public string? GetError(EdgeRule rule = EdgeRule.AfterPruning)
    {
        CellStatus status = Check(rule, out int vertices, out int edges, out int culprit);
        return status == CellStatus.Ok ? null : CellErrors.Format<TSpace>(status, vertices, edges, culprit < 0 ? CellErrors.UnknownName : _operations[culprit]);
    }

    /// <summary>Makes a cell of the input. See <see cref="Cell.TryCreate{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</summary>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or why there is none.</returns>
    public CellStatus TryGetCell(out Cell cell) => Cell.TryCreate<TSpace>(_matrix, _operations, out cell);

    private CellStatus Check(EdgeRule rule, out int vertices, out int edges, out int culprit)
    {
        vertices = 0;
        edges = 0;
        culprit = -1;
        CellStatus shape = CheckShape();
        if (shape != CellStatus.Ok)
        {
            return shape;
        }

        if (rule == EdgeRule.BeforePruning)
        {
            edges = CellMatrix.CountEdges(_matrix);
            if (edges > TSpace.MaxEdges)
            {
                return CellStatus.TooManyEdges;
            }
        }

        using SpanOwner<int> owner = SpanOwner<int>.Allocate(_operations.Length);
        vertices = CellMatrix.Prune(_matrix, owner.Span);
        ReadOnlySpan<int> kept = owner.Span[..vertices];
        edges = CellMatrix.CountEdges(_matrix, kept);
        return vertices == 0 ? CellStatus.Disconnected
            : vertices > TSpace.MaxVertices ? CellStatus.TooManyVertices
            : edges > TSpace.MaxEdges ? CellStatus.TooManyEdges
            : CheckNames(kept, out culprit);
    }

    private CellStatus CheckNames(ReadOnlySpan<int> kept, out int culprit)
    {
        culprit = -1;
        if (_operations[0] is not CellErrors.InputName)
        {
            return CellStatus.FirstNotInput;
        }

        if (_operations[^1] is not CellErrors.OutputName)
        {
            return CellStatus.LastNotOutput;
        }

        foreach (int vertex in kept[1..^1])
        {
            if (!TSpace.TryParseOperation(_operations[vertex].AsSpan(), out _))
            {
                culprit = vertex;
                return CellStatus.UnknownOperation;
            }
        }

        return CellStatus.Ok;
    }
}
