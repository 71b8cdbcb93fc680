namespace NasBench;

/// <summary>For each set of vertices of a seven-vertex graph, bit v for vertex v: the edges that leave it, enter it, or lie within.</summary>
internal static class VertexSets
{
    private const int Count = 1 << Cell.MaxVertices;

    private static readonly uint[] s_leaving = Build(Nas101.EdgeTails);

    private static readonly uint[] s_entering = Build(Nas101.EdgeHeads);

    /// <summary>The edges whose tail is in a set.</summary>
    public static uint Leaving(uint vertices) => s_leaving[(int)vertices];

    /// <summary>The edges whose head is in a set.</summary>
    public static uint Entering(uint vertices) => s_entering[(int)vertices];

    /// <summary>The edges of which both ends are in a set.</summary>
    public static uint Among(uint vertices) => s_leaving[(int)vertices] & s_entering[(int)vertices];

    private static uint[] Build(ReadOnlySpan<byte> ends)
    {
        var table = new uint[Count];
        for (int vertices = 0; vertices < Count; vertices++)
        {
            for (int edge = 0; edge < ends.Length; edge++)
            {
                table[vertices] |= (uint)((vertices >> ends[edge]) & 1) << edge;
            }
        }

        return table;
    }
}
