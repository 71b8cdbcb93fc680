namespace NasBench;

/// <summary>
/// The edges of a graph in reading order of its matrix: (0,1), (0,2), …, (1,2), …; the order in which neighbours and most encodings list them.
/// </summary>
internal static class RowMajorEdges
{
    /// <summary>The bit of each edge, for graphs of two vertices, three, and so on to seven.</summary>
    private static ReadOnlySpan<byte> Bits =>
    [
        0,
        0, 1, 2,
        0, 1, 3, 2, 4, 5,
        0, 1, 3, 6, 2, 4, 7, 5, 8, 9,
        0, 1, 3, 6, 10, 2, 4, 7, 11, 5, 8, 12, 9, 13, 14,
        0, 1, 3, 6, 10, 15, 2, 4, 7, 11, 16, 5, 8, 12, 17, 9, 13, 18, 14, 19, 20,
    ];

    /// <summary>The number of edges that a graph can have.</summary>
    public static int Count(int vertices) => vertices * (vertices - 1) / 2;

    /// <summary>The adjacency bits of all edges of a graph of this many vertices, in reading order.</summary>
    public static ReadOnlySpan<byte> Of(int vertices) => Bits.Slice(vertices * (vertices - 1) * (vertices - 2) / 6, Count(vertices));
}
