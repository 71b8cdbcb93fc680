namespace NasBench;

/// <summary>Reads the entries of a generated topology table: adjacency bits below, the vertex count from bit 24 on.</summary>
internal static class Topology
{
    public const int VertexShift = 24;

    public static int Vertices(uint entry) => (int)(entry >> VertexShift);

    public static uint AdjacencyBits(uint entry) => entry & Cell.AdjacencyMask;
}
