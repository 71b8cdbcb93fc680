namespace NasBench.Search;

/// <summary>The cells that the original's notebook draws: <c>random_spec</c>.</summary>
internal static class NotebookCells
{
    /// <summary>
    /// Draws a valid raw cell of seven vertices. All 49 entries of the matrix and all 7 operations are drawn, though half of them are thrown away:
    /// what comes next depends on it.
    /// </summary>
    /// <param name="random">Makes the draws.</param>
    /// <param name="index">The index of the cell's class.</param>
    public static Cell Draw(NumpyRandom random, out int index)
    {
        while (true)
        {
            Cell cell = Cell.Pack<Nas101>(Cell.MaxVertices, DrawEdges(random), DrawOperations(random));
            index = Space<Nas101>.Locate(cell);
            if (index >= 0)
            {
                return cell;
            }
        }
    }

    private static uint DrawEdges(NumpyRandom random)
    {
        uint edges = 0;
        for (int from = 0; from < Cell.MaxVertices; from++)
        {
            for (int to = 0; to < Cell.MaxVertices; to++)
            {
                uint entry = (uint)random.NextBelow(2);
                edges |= from < to ? entry << Adjacency.Edge(from, to) : 0;
            }
        }

        return edges;
    }

    private static uint DrawOperations(NumpyRandom random)
    {
        uint operations = 0;
        for (int vertex = 0; vertex < Cell.MaxVertices; vertex++)
        {
            uint operation = (uint)random.NextBelow(Nas101.OperationCount);
            bool isInterior = vertex is > 0 and < Cell.MaxVertices - 1;
            operations |= isInterior ? operation << (Cell.OperationWidth * (vertex - 1)) : 0;
        }

        return operations;
    }
}
