namespace NasBench;

/// <summary>What is wrong with a matrix and its names: the first rule that is broken, and what its message tells.</summary>
/// <param name="Status">The rule; <see cref="CellStatus.Ok"/> where nothing is wrong.</param>
/// <param name="Vertices">The number of vertices that the limit applies to.</param>
/// <param name="Edges">The number of edges that the limit applies to.</param>
/// <param name="Culprit">The vertex with the unknown operation; -1 where there is none.</param>
internal readonly record struct CellDefect(CellStatus Status, int Vertices = 0, int Edges = 0, int Culprit = -1)
{
    /// <summary>The message: the original's own wherever it has one.</summary>
    public string Describe<TSpace>(ReadOnlySpan<string> operations)
        where TSpace : ISearchSpace<TSpace>
        => CellErrors.Format<TSpace>(Status, Vertices, Edges, Culprit < 0 ? CellErrors.UnknownName : operations[Culprit]);
}
