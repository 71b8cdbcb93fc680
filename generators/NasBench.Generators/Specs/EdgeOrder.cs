namespace NasBench.Generators;

/// <summary>The order of the edges: edge x -> y, x &lt; y, is bit x + y(y-1)/2, whatever the size of the cell.</summary>
internal static class EdgeOrder
{
    public static int EdgeBits(int vertices) => vertices * (vertices - 1) / 2;

    /// <summary>The first of the bits of the edges into a vertex.</summary>
    public static int FirstBitInto(int vertex) => vertex * (vertex - 1) / 2;

    public static int Bit(int tail, int head) => tail + FirstBitInto(head);

    public static byte[] Tails(int vertices) => Table(vertices, (tail, _) => tail);

    public static byte[] Heads(int vertices) => Table(vertices, (_, head) => head);

    private static byte[] Table(int vertices, Func<int, int, int> entry)
    {
        byte[] table = new byte[EdgeBits(vertices)];
        for (int head = 1; head < vertices; head++)
        {
            for (int tail = 0; tail < head; tail++)
            {
                table[Bit(tail, head)] = (byte)entry(tail, head);
            }
        }

        return table;
    }
}
