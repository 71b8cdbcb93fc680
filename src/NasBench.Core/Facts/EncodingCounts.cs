namespace NasBench;

/// <summary>In how many ways vertices off every path can be wired, for each set of kept vertices of the largest graphs of the space.</summary>
/// <remarks>Counted at first use by trying all: 2.7 million graphs for seven vertices, some hundredths of a second.</remarks>
internal static class EncodingCounts<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private static readonly int[] s_wirings = Build();

    /// <summary>The number of ways to choose the edges that are not among kept vertices so that no more vertices come to lie on a path.</summary>
    /// <param name="kept">The kept vertices of a seven-vertex graph; those between the space's last interior vertex and vertex 6 do not exist.</param>
    public static int Wirings(uint kept) => s_wirings[(int)(kept >> 1) & 0x1F];

    private static int[] Build()
    {
        int interior = TSpace.MaxVertices - 2;
        uint existing = (1u << (interior + 1)) - 1 | (1u << (Cell.MaxVertices - 1));
        var wirings = new int[1 << Cell.MaxInteriorVertices];
        for (uint chosen = 0; chosen < 1u << interior; chosen++)
        {
            uint kept = 1 | (chosen << 1) | (1u << (Cell.MaxVertices - 1));
            wirings[chosen] = Count(kept, VertexSets.Among(existing) & ~VertexSets.Among(kept));
        }

        return wirings;
    }

    /// <summary>All edges among the kept vertices are assumed: the kept vertices lie on paths, whatever edges they have.</summary>
    private static int Count(uint kept, uint free)
    {
        uint own = VertexSets.Among(kept);
        int count = 0;
        uint wiring = 0;
        do
        {
            count += Adjacency.KeptVertices(own | wiring, Cell.MaxVertices - 1) == kept ? 1 : 0;
            wiring = (wiring - free) & free;
        }
        while (wiring != 0);

        return count;
    }
}
