using CommunityToolkit.HighPerformance;

namespace NasBench;

/// <summary>What can be said of an adjacency matrix of any size: whether it is well formed, which vertices pruning keeps, how many edges there are.</summary>
internal static class CellMatrix
{
    /// <summary>Checks shape and entries as the original's constructor does, and then that entries are binary.</summary>
    public static CellStatus Check(ReadOnlySpan2D<byte> matrix, int operationCount)
    {
        int vertices = matrix.Height;
        if (vertices == 0 || matrix.Width != vertices)
        {
            return CellStatus.NotSquare;
        }

        if (operationCount != vertices)
        {
            return CellStatus.OperationCountMismatch;
        }

        bool binary = true;
        for (int row = 0; row < vertices; row++)
        {
            ReadOnlySpan<byte> entries = matrix.GetRowSpan(row);
            if (entries[..(row + 1)].ContainsAnyExcept((byte)0))
            {
                return CellStatus.NotUpperTriangular;
            }

            binary &= !entries[(row + 1)..].ContainsAnyExceptInRange((byte)0, (byte)1);
        }

        return binary ? CellStatus.Ok : CellStatus.EntryNotBinary;
    }

    /// <summary>Lists the vertices that lie on a path from the first to the last vertex, ascending.</summary>
    /// <param name="matrix">A well-formed matrix.</param>
    /// <param name="kept">At least as many entries as there are vertices.</param>
    /// <returns>The number of kept vertices; 0 where the output is not reachable.</returns>
    public static int Prune(ReadOnlySpan2D<byte> matrix, Span<int> kept)
    {
        const int Reached = 1;
        const int Reaching = 2;
        const int OnPath = Reached | Reaching;

        int vertices = matrix.Height;
        Span<int> marks = kept[..vertices];
        marks.Clear();
        marks[0] = Reached;
        for (int from = 0; from < vertices; from++)
        {
            if ((marks[from] & Reached) != 0)
            {
                MarkSuccessors(matrix.GetRowSpan(from), from, marks, Reached);
            }
        }

        marks[^1] |= Reaching;
        for (int from = vertices - 2; from >= 0; from--)
        {
            if (HasMarkedSuccessor(matrix.GetRowSpan(from), from, marks, Reaching))
            {
                marks[from] |= Reaching;
            }
        }

        if (vertices < 2 || marks[0] != OnPath || marks[^1] != OnPath)
        {
            return 0;
        }

        int count = 0;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            if (marks[vertex] == OnPath)
            {
                kept[count++] = vertex;
            }
        }

        return count;
    }

    /// <summary>The edges among some vertices.</summary>
    public static int CountEdges(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<int> kept)
    {
        int edges = 0;
        foreach (int from in kept)
        {
            ReadOnlySpan<byte> entries = matrix.GetRowSpan(from);
            foreach (int to in kept)
            {
                edges += entries[to];
            }
        }

        return edges;
    }

    /// <summary>All edges of the matrix as given.</summary>
    public static int CountEdges(ReadOnlySpan2D<byte> matrix)
    {
        int edges = 0;
        for (int row = 0; row < matrix.Height; row++)
        {
            edges += System.MemoryExtensions.Count(matrix.GetRowSpan(row), (byte)1);
        }

        return edges;
    }

    private static void MarkSuccessors(ReadOnlySpan<byte> entries, int from, Span<int> marks, int mark)
    {
        for (int to = from + 1; to < entries.Length; to++)
        {
            if (entries[to] != 0)
            {
                marks[to] |= mark;
            }
        }
    }

    private static bool HasMarkedSuccessor(ReadOnlySpan<byte> entries, int from, ReadOnlySpan<int> marks, int mark)
    {
        for (int to = from + 1; to < entries.Length; to++)
        {
            if (entries[to] != 0 && (marks[to] & mark) != 0)
            {
                return true;
            }
        }

        return false;
    }
}
