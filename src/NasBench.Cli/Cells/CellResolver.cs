namespace NasBench.Cli;

/// <summary>Finds what a <see cref="CellReference"/> names.</summary>
internal static class CellResolver
{
    /// <summary>The graph that is named: as given, or the space's representative of the hash.</summary>
    public static NoAnswer? TryGetGraph(CellReference reference, out GivenCell? graph)
    {
        graph = reference.Graph;
        if (reference.Missing is not null)
        {
            return reference.Missing;
        }

        if (graph is not null)
        {
            return CheckAgreement(reference, graph);
        }

        if (!Space<Nas101>.TryFind(reference.Hash!.Value, out int index))
        {
            return NotInSpace(reference.Hash.Value);
        }

        graph = GivenCell.Of(Space<Nas101>.CellAt(index));
        return null;
    }

    /// <summary>The index in the space of the cell that is named.</summary>
    public static NoAnswer? TryGetIndex(CellReference reference, out int index) => TryGetCell(reference, out _, out index);

    /// <summary>
    /// The valid cell that is named, as given (pruned where it has more than seven vertices) or the representative of the hash, and its index.
    /// </summary>
    public static NoAnswer? TryGetCell(CellReference reference, out Cell cell, out int index)
    {
        cell = default;
        index = -1;
        if (reference.Missing is not null)
        {
            return reference.Missing;
        }

        if (reference.Graph is null)
        {
            if (!Space<Nas101>.TryFind(reference.Hash!.Value, out index))
            {
                return NotInSpace(reference.Hash.Value);
            }

            cell = Space<Nas101>.CellAt(index);
            return null;
        }

        string? error = reference.Graph.View.Describe();
        if (error is not null || reference.Graph.View.CreateRaw(out cell) != CellStatus.Ok)
        {
            return new NoAnswer(ErrorKind.InvalidCell, $"invalid cell: {error}");
        }

        index = Space<Nas101>.Locate(cell);
        return reference.Hash is { } hash && hash != Space<Nas101>.HashAt(index) ? Disagreement(hash) : null;
    }

    private static NoAnswer? CheckAgreement(CellReference reference, GivenCell graph) =>
        reference.Hash is { } hash && graph.GetHash(out _) != hash ? Disagreement(hash) : null;

    private static NoAnswer Disagreement(ModuleHash hash) => new(ErrorKind.BadLine, $"'hash' {hash} is not the hash of 'matrix' and 'ops'");

    private static NoAnswer NotInSpace(ModuleHash hash) => new(ErrorKind.NotInData, $"{hash} is not the hash of a cell of the space");
}
