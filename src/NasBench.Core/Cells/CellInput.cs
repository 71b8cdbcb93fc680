using CommunityToolkit.HighPerformance;

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
    public CellStatus CheckShape() => CellMatrix.Check(new ByteRows(_matrix), _operations.Length);

    /// <summary>Lists the vertices that lie on a path from the first to the last one.</summary>
    /// <param name="keptVertices">Receives their numbers, ascending; at least one entry per vertex.</param>
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

        return CellMatrix.Prune(new ByteRows(_matrix), keptVertices);
    }

    /// <summary>Checks the input as the original does, in its order, or by the stricter rule on edges.</summary>
    /// <param name="rule">Whether edges count after pruning (the original) or before.</param>
    /// <returns><see cref="CellStatus.Ok"/> exactly where the input is a cell of the space by that rule; else the first rule that is broken.</returns>
    public CellStatus Check(EdgeRule rule = EdgeRule.AfterPruning) => FindDefect(rule).Status;

    /// <summary>Says in words what <see cref="Check(EdgeRule)"/> finds: the original's message wherever it has one.</summary>
    /// <param name="rule">Whether edges count after pruning (the original) or before.</param>
    /// <returns>The message, or <see langword="null"/> where nothing is wrong.</returns>
    public string? Describe(EdgeRule rule = EdgeRule.AfterPruning)
    {
        CellDefect defect = FindDefect(rule);
        return defect.Status == CellStatus.Ok ? null : defect.Describe<TSpace>(_operations);
    }

    /// <summary>
    /// Keeps the input as a cell, valid or not. See <see cref="Cell.CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.
    /// </summary>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or why there is none.</returns>
    public CellStatus CreateRaw(out Cell cell) => Cell.CreateRaw<TSpace>(_matrix, _operations, out cell);

    private CellDefect FindDefect(EdgeRule rule) => CellRules<TSpace>.FindDefect(new ByteRows(_matrix), _operations, rule);
}
