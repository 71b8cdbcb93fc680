using System.Numerics;

namespace NasBench;

/// <summary>
/// The paths from input to output of a seven-vertex graph: a path is a set of interior vertices, so 32 are possible,
/// and each is there exactly if its edges are.
/// </summary>
internal static class CellPaths
{
    /// <summary>The number of sets of interior vertices.</summary>
    public const int Count = 1 << Cell.MaxInteriorVertices;

    // The edges of the path through each set of interior vertices (bit i for vertex i + 1).
    private static readonly uint[] s_edges = Build();

    /// <summary>The paths of a graph, bit i for the path through set i.</summary>
    public static uint Find(uint mask)
    {
        uint paths = 0;
        for (int interior = 0; interior < Count; interior++)
        {
            uint edges = s_edges[interior];
            paths |= ((mask & edges) == edges ? 1u : 0u) << interior;
        }

        return paths;
    }

    private static uint[] Build()
    {
        var table = new uint[Count];
        for (int interior = 0; interior < Count; interior++)
        {
            int from = 0;
            for (uint rest = (uint)interior << 1; rest != 0; rest &= rest - 1)
            {
                int to = BitOperations.TrailingZeroCount(rest);
                table[interior] |= 1u << Adjacency.Edge(from, to);
                from = to;
            }

            table[interior] |= 1u << Adjacency.Edge(from, Cell.MaxVertices - 1);
        }

        return table;
    }
}
