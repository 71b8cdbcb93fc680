namespace NasBench.Data;

/// <summary>Adjacency matrices as text that JSON reads as an array of rows, such as <c>[[0,1],[0,0]]</c>. Thread-safe; no allocation.</summary>
internal static class AdjacencyText
{
    /// <summary>The length of the longest text, that of seven vertices.</summary>
    public const int MaxLength = 2 + (Cell.MaxVertices * LongestRow) + (Cell.MaxVertices - 1);

    /// <summary>The numbers of seven vertices, the commas between them, and two brackets.</summary>
    private const int LongestRow = (2 * Cell.MaxVertices) + 1;

    private const int RowRoom = 16;

    /// <summary>
    /// The numbers of a row of seven vertices, by the bit set of the vertices that its edges lead to. A smaller cell takes the first of them.
    /// </summary>
    private static readonly byte[] s_rows = FormatRows();

    /// <summary>Writes the matrix of a cell.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="destination">At least <see cref="MaxLength"/> bytes.</param>
    /// <returns>The number of bytes written.</returns>
    public static int Write(Cell cell, Span<byte> destination)
    {
        int vertices = cell.Vertices;
        int numbers = (2 * vertices) - 1;
        destination[0] = (byte)'[';
        int used = 1;
        for (int vertex = 0; vertex < vertices; vertex++)
        {
            destination[used++] = (byte)'[';
            s_rows.AsSpan((int)cell.Successors(vertex) * RowRoom, numbers).CopyTo(destination[used..]);
            used += numbers;
            destination[used++] = (byte)']';
            destination[used++] = (byte)',';
        }

        destination[used - 1] = (byte)']';
        return used;
    }

    private static byte[] FormatRows()
    {
        byte[] rows = new byte[RowRoom << Cell.MaxVertices];
        for (int row = 0; row < 1 << Cell.MaxVertices; row++)
        {
            for (int to = 0; to < Cell.MaxVertices; to++)
            {
                rows[(row * RowRoom) + (2 * to)] = (byte)('0' + ((row >> to) & 1));
                rows[(row * RowRoom) + (2 * to) + 1] = (byte)',';
            }
        }

        return rows;
    }
}
