using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Bit arithmetic on adjacency masks of up to seven vertices in the column-major edge order: edge x -> y is bit x + y(y-1)/2.</summary>
internal static class Adjacency
{
    private static ReadOnlySpan<uint> RowMasks => [0x00844B, 0x010894, 0x021120, 0x042200, 0x084000, 0x100000, 0];

    /// <summary>Bit of the first edge into a vertex.</summary>
    public static int ColumnShift(int vertex) => vertex * (vertex - 1) / 2;

    public static int Edge(int from, int to) => from + ColumnShift(to);

    /// <summary>The vertex that an edge bit leaves.</summary>
    public static int Tail(int edge) => Nas101.EdgeTails[edge];

    /// <summary>The vertex that an edge bit enters.</summary>
    public static int Head(int edge) => Nas101.EdgeHeads[edge];

    public static uint Predecessors(uint mask, int vertex) => (mask >> ColumnShift(vertex)) & ((1u << vertex) - 1);

    public static uint Successors(uint mask, int vertex)
    {
        uint successors = 0;
        for (int to = vertex + 1; to < Cell.MaxVertices; to++)
        {
            successors |= ((mask >> Edge(vertex, to)) & 1) << to;
        }

        return successors;
    }

    /// <summary>The bits of all edges that can leave a vertex.</summary>
    public static uint EdgesFrom(int vertex) => RowMasks[vertex];

    /// <summary>
    /// The vertices that lie on a path from vertex 0 to <paramref name="output"/>, as a bit set; 0 where there is no such path. Branch-free: two sweeps
    /// over the six columns, forward for what the input reaches, backward for what reaches the output.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint KeptVertices(uint mask, int output)
    {
        uint column1 = mask & 0x1, column2 = (mask >> 1) & 0x3, column3 = (mask >> 3) & 0x7;
        uint column4 = (mask >> 6) & 0xF, column5 = (mask >> 10) & 0x1F, column6 = (mask >> 15) & 0x3F;

        uint reached = 1;
        reached |= NonZero(column1 & reached) << 1;
        reached |= NonZero(column2 & reached) << 2;
        reached |= NonZero(column3 & reached) << 3;
        reached |= NonZero(column4 & reached) << 4;
        reached |= NonZero(column5 & reached) << 5;
        reached |= NonZero(column6 & reached) << 6;

        uint reaching = 1u << output;
        reaching |= column6 & Spread(reaching, 6);
        reaching |= column5 & Spread(reaching, 5);
        reaching |= column4 & Spread(reaching, 4);
        reaching |= column3 & Spread(reaching, 3);
        reaching |= column2 & Spread(reaching, 2);
        reaching |= column1 & Spread(reaching, 1);

        // The output is among the reached vertices exactly if the input is among the reaching ones.
        return reached & reaching & Spread(reaching, 0);
    }

    /// <summary>Moves the output of a graph of <paramref name="vertices"/> vertices to vertex 6, leaving isolated vertices before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint PadToSeven(uint mask, int vertices) => Pad(mask, vertices, Cell.MaxVertices);

    /// <summary>Moves the output of a graph to the last of more vertices, leaving isolated vertices before it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint Pad(uint mask, int vertices, int padded)
    {
        int shift = ColumnShift(vertices - 1);
        return (mask & ((1u << shift) - 1)) | ((mask >> shift) << ColumnShift(padded - 1));
    }

    /// <summary>1 where the value is not zero, for values below 2^31.</summary>
    private static uint NonZero(uint value) => (uint)(-(int)value) >> 31;

    /// <summary>All ones where bit <paramref name="bit"/> is set, else zero.</summary>
    private static uint Spread(uint value, int bit) => (uint)-(int)((value >> bit) & 1);
}
