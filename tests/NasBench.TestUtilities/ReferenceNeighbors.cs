namespace NasBench.TestUtilities;

/// <summary>Neighbourhoods written down from their definitions, on matrices and names.</summary>
public static class ReferenceNeighbors
{
    /// <summary>The cell with isolated vertices of the first operation before the output, so that it has at least <paramref name="size"/> vertices.</summary>
    public static ReferenceCell Pad(ReferenceSpace space, ReferenceCell cell, int size)
    {
        if (cell.Size >= size)
        {
            return cell;
        }

        int Old(int vertex) => vertex == size - 1 ? cell.Size - 1 : vertex < cell.Size - 1 ? vertex : -1;
        var matrix = new int[size, size];
        for (int x = 0; x < size; x++)
        {
            for (int y = 0; y < size; y++)
            {
                matrix[x, y] = Old(x) >= 0 && Old(y) >= 0 ? cell.Matrix[Old(x), Old(y)] : 0;
            }
        }

        return new ReferenceCell(matrix, [.. cell.Operations[..^1], .. Enumerable.Repeat(space.Operations[0], size - cell.Size), cell.Operations[^1]]);
    }

    /// <summary>The flips of all edges in reading order, then the other operations of each interior vertex.</summary>
    public static IEnumerable<ReferenceCell> GetEdits(ReferenceSpace space, ReferenceCell cell)
    {
        for (int x = 0; x < cell.Size; x++)
        {
            for (int y = x + 1; y < cell.Size; y++)
            {
                yield return Flip(cell, x, y);
            }
        }

        for (int vertex = 1; vertex < cell.Size - 1; vertex++)
        {
            foreach (string other in space.Operations.Where(other => other != cell.Operations[vertex]))
            {
                yield return Rename(cell, vertex, other);
            }
        }
    }

    /// <summary>A new vertex between any two, with any operation.</summary>
    public static IEnumerable<ReferenceCell> GetInsertions(ReferenceSpace space, ReferenceCell cell)
    {
        for (int x = 0; x < cell.Size && cell.Size < space.MaxVertices; x++)
        {
            for (int y = x + 1; y < cell.Size; y++)
            {
                foreach (string operation in space.Operations)
                {
                    yield return Insert(cell, x, y, operation);
                }
            }
        }
    }

    /// <summary>naszilla's <c>adj_neighborhood</c>, sentence by sentence, for a seven-vertex cell.</summary>
    public static IEnumerable<ReferenceCell> GetNaszilla(ReferenceSpace space, ReferenceCell cell)
    {
        HashSet<(int, int)> utilized = GetUtilizedEdges(cell);
        for (int x = 0; x < cell.Size; x++)
        {
            for (int y = x + 1; y < cell.Size; y++)
            {
                ReferenceCell flipped = Flip(cell, x, y);
                bool counts = cell.Matrix[x, y] != 0 ? utilized.Contains((x, y)) : GetUtilizedEdges(flipped).Contains((x, y));
                if (counts && space.IsValid(flipped))
                {
                    yield return flipped;
                }
            }
        }

        for (int vertex = 1; vertex < cell.Size - 1; vertex++)
        {
            if (utilized.Any(edge => edge.Item1 == vertex || edge.Item2 == vertex))
            {
                foreach (string other in space.Operations.Where(other => other != cell.Operations[vertex]))
                {
                    yield return Rename(cell, vertex, other);
                }
            }
        }
    }

    /// <summary>All paths from input to output, as vertices.</summary>
    public static IEnumerable<int[]> GetPaths(ReferenceCell cell) => Extend(cell, [0]);

    private static IEnumerable<int[]> Extend(ReferenceCell cell, int[] path)
    {
        if (path[^1] == cell.Size - 1)
        {
            return [path];
        }

        return Enumerable.Range(path[^1] + 1, cell.Size - path[^1] - 1)
            .Where(next => cell.Matrix[path[^1], next] != 0)
            .SelectMany(next => Extend(cell, [.. path, next]));
    }

    private static HashSet<(int From, int To)> GetUtilizedEdges(ReferenceCell cell) =>
        [.. GetPaths(cell).SelectMany(path => path.Zip(path.Skip(1)))];

    private static ReferenceCell Flip(ReferenceCell cell, int x, int y)
    {
        int[,] matrix = (int[,])cell.Matrix.Clone();
        matrix[x, y] = 1 - matrix[x, y];
        return new ReferenceCell(matrix, cell.Operations);
    }

    private static ReferenceCell Rename(ReferenceCell cell, int vertex, string name)
    {
        string[] names = [.. cell.Operations];
        names[vertex] = name;
        return new ReferenceCell(cell.Matrix, names);
    }

    /// <summary>The new vertex comes last among the interior ones and is then moved to where its edges run forwards.</summary>
    private static ReferenceCell Insert(ReferenceCell cell, int from, int to, string operation)
    {
        int added = cell.Size;
        var matrix = new int[added + 1, added + 1];
        for (int x = 0; x < added; x++)
        {
            for (int y = 0; y < added; y++)
            {
                matrix[x, y] = cell.Matrix[x, y];
            }
        }

        matrix[from, added] = 1;
        matrix[added, to] = 1;
        return new ReferenceCell(matrix, [.. cell.Operations, operation]).Select([.. Enumerable.Range(0, to), added, .. Enumerable.Range(to, added - to)]);
    }
}
