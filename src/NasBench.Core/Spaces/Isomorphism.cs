using System.Numerics;

namespace NasBench;

/// <summary>Isomorphism of pruned cells of any number of edges: some of the at most 120 relabellings turns one into the other, or none does.</summary>
internal static class Isomorphism
{
    /// <summary>A relabelled edge that would point backwards.</summary>
    private const byte Reversed = 0x80;

    public static bool AreIsomorphic(Cell a, Cell b)
    {
        if (a.Vertices != b.Vertices || a.EdgeCount != b.EdgeCount)
        {
            return false;
        }

        // The output moves to vertex 6, so that one table of relabellings serves all sizes; isolated vertices stay where they are.
        uint from = Adjacency.PadToSeven(a.AdjacencyBits, a.Vertices);
        uint to = Adjacency.PadToSeven(b.AdjacencyBits, b.Vertices);
        int count = Nas101.Relabellings.Length / Cell.MaxInteriorVertices;
        for (int relabelling = 0; relabelling < count; relabelling++)
        {
            if (RelabelsEdges(from, to, relabelling) && RelabelsOperations(a.OperationBits, b.OperationBits, relabelling))
            {
                return true;
            }
        }

        return false;
    }

    private static bool RelabelsEdges(uint from, uint to, int relabelling)
    {
        ReadOnlySpan<byte> edges = Nas101.EdgeRelabellings.Slice(relabelling * Cell.MaxEdges, Cell.MaxEdges);
        for (uint rest = from; rest != 0; rest &= rest - 1)
        {
            byte edge = edges[BitOperations.TrailingZeroCount(rest)];
            if ((edge & Reversed) != 0 || ((to >> edge) & 1) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static bool RelabelsOperations(uint from, uint to, int relabelling)
    {
        ReadOnlySpan<byte> slots = Nas101.Relabellings.Slice(relabelling * Cell.MaxInteriorVertices, Cell.MaxInteriorVertices);
        uint image = 0;
        for (int slot = 0; slot < slots.Length; slot++)
        {
            image |= ((from >> (Cell.OperationWidth * slot)) & Cell.OperationMask) << (Cell.OperationWidth * slots[slot]);
        }

        return image == to;
    }
}
