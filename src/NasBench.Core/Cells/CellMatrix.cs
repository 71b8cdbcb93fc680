using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

/// <summary>What can be said of an adjacency matrix of any size: whether it is well formed, which vertices pruning keeps, how many edges there are.</summary>
internal static class CellMatrix
{
    /// <summary>Checks shape and entries as the original's constructor does, and then that entries are binary.</summary>
    public static CellStatus Check<TRows>(TRows rows, int operationCount)
        where TRows : IMatrixRows, allows ref struct
    {
        int vertices = rows.Height;
        if (vertices == 0 || !IsSquare(rows))
        {
            return CellStatus.NotSquare;
        }

        if (operationCount != vertices)
        {
            return CellStatus.OperationCountMismatch;
        }

        bool binary = true;
        using SpanOwner<byte> buffer = RentRow<TRows>(vertices);
        for (int row = 0; row < vertices; row++)
        {
            ReadOnlySpan<byte> entries = rows.Read(row, buffer.Span);
            if (entries[..(row + 1)].ContainsAnyExcept((byte)0))
            {
                return CellStatus.NotUpperTriangular;
            }

            binary &= !entries[(row + 1)..].ContainsAnyExceptInRange((byte)0, (byte)1);
        }

        return binary ? CellStatus.Ok : CellStatus.EntryNotBinary;
    }

    /// <summary>Lists the vertices that lie on a path from the first to the last vertex, ascending.</summary>
    /// <param name="rows">A well-formed matrix.</param>
    /// <param name="kept">At least as many entries as there are vertices.</param>
    /// <returns>The number of kept vertices; 0 where the output is not reachable.</returns>
    public static int Prune<TRows>(TRows rows, Span<int> kept)
        where TRows : IMatrixRows, allows ref struct
    {
        const int Reached = 1;
        const int Reaching = 2;
        const int OnPath = Reached | Reaching;

        int vertices = rows.Height;
        using SpanOwner<byte> buffer = RentRow<TRows>(vertices);
        Span<int> marks = kept[..vertices];
        marks.Clear();
        marks[0] = Reached;
        for (int from = 0; from < vertices; from++)
        {
            if ((marks[from] & Reached) != 0)
            {
                MarkSuccessors(rows.Read(from, buffer.Span), from, marks, Reached);
            }
        }

        marks[^1] |= Reaching;
        for (int from = vertices - 2; from >= 0; from--)
        {
            if (HasMarkedSuccessor(rows.Read(from, buffer.Span), from, marks, Reaching))
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

    /// <summary>The edges among some vertices; <see cref="int.MaxValue"/> where there are more.</summary>
    public static int CountEdges<TRows>(TRows rows, ReadOnlySpan<int> kept)
        where TRows : IMatrixRows, allows ref struct
    {
        long edges = 0;
        using SpanOwner<byte> buffer = RentRow<TRows>(rows.Height);
        foreach (int from in kept)
        {
            ReadOnlySpan<byte> entries = rows.Read(from, buffer.Span);
            foreach (int to in kept)
            {
                edges += entries[to];
            }
        }

        return (int)Math.Min(edges, int.MaxValue);
    }

    /// <summary>All edges of the matrix as given; <see cref="int.MaxValue"/> where there are more.</summary>
    public static int CountEdges<TRows>(TRows rows)
        where TRows : IMatrixRows, allows ref struct
    {
        long edges = 0;
        using SpanOwner<byte> buffer = RentRow<TRows>(rows.Height);
        for (int row = 0; row < rows.Height; row++)
        {
            edges += rows.Read(row, buffer.Span).Count((byte)1);
        }

        return (int)Math.Min(edges, int.MaxValue);
    }

    /// <summary>Room for a row, where one is needed.</summary>
    public static SpanOwner<byte> RentRow<TRows>(int vertices)
        where TRows : IMatrixRows, allows ref struct
        => SpanOwner<byte>.Allocate(TRows.NeedsBuffer ? vertices : 0);

    private static bool IsSquare<TRows>(TRows rows)
        where TRows : IMatrixRows, allows ref struct
    {
        for (int row = 0; row < rows.Height; row++)
        {
            if (rows.WidthOf(row) != rows.Height)
            {
                return false;
            }
        }

        return true;
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
