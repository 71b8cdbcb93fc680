using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The smallest Hamming distance between any two encodings of two classes.</summary>
/// <remarks>
/// <para>
/// Take a placement of each class. Where both keep the two ends of an edge, the edge is fixed on both sides and costs if they differ; so does an operation on
/// a vertex that both keep. An edge that neither fixes is left out on both sides, and an operation that one does not fix follows the other.
/// </para>
/// <para>
/// What remains are edges that one side has and the other is free to have, at vertices that the other does not keep.
/// The other copies as many of them as it can without putting one of those vertices on a path. Each such vertex may be reachable, or may reach, but not both;
/// the edges to leave out are the smallest cut between, and with five vertices at most all 2^5 ways are tried. More edges than these never help.
/// </para>
/// </remarks>
internal static class EncodedDistance
{
    /// <summary>The distance of two pruned cells, for encodings with this many interior vertices.</summary>
    [SkipLocalsInit]
    public static int OfPair(Cell a, Cell b, int slots, int bound)
    {
        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        return ToCell(placements[..Placement.List(a, slots, placements)], b, slots, bound);
    }

    /// <summary>The distances of a cell, given by its placements, to many; <see cref="Distances.None"/> to those that are disconnected.</summary>
    public static void ToMany(ReadOnlySpan<Placement> source, ReadOnlySpan<Cell> targets, Span<byte> distances, int slots)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            distances[i] = targets[i].TryPrune(out Cell target) ? (byte)ToCell(source, target, slots, byte.MaxValue) : Distances.None;
        }
    }

    /// <summary>The distance to a pruned cell; where it is above the bound, any number above that.</summary>
    [SkipLocalsInit]
    private static int ToCell(ReadOnlySpan<Placement> source, Cell pruned, int slots, int bound)
    {
        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        placements = placements[..Placement.List(pruned, slots, placements)];
        int smallest = bound + 1;
        foreach (Placement x in source)
        {
            foreach (Placement y in placements)
            {
                int cost = OperationCost(x, y) + FixedEdgeCost(x, y);
                if (cost < smallest)
                {
                    smallest = Math.Min(smallest, cost + FreeEdgeCost(x, y));
                }
            }
        }

        return smallest;
    }

    /// <summary>The cost of the edges of two placements: fixed and free.</summary>
    public static int EdgeCost(Placement x, Placement y) => FixedEdgeCost(x, y) + FreeEdgeCost(x, y);

    /// <summary>Differing operations of vertices that both keep.</summary>
    public static int OperationCost(Placement x, Placement y)
    {
        int differing = x.Operations ^ y.Operations;
        uint any = (uint)(differing | (differing >> 1) | (differing >> 2));
        return BitOperations.PopCount(any & InteriorBits((uint)(x.Kept & y.Kept)));
    }

    /// <summary>The lowest operation bit of each interior vertex of a set.</summary>
    public static uint InteriorBits(uint vertices)
    {
        uint interior = (vertices >> 1) & 0x1F;

        // Bit i goes to bit 3i: five copies, of which each gives one bit.
        return (interior & 1) | ((interior & 2) << 2) | ((interior & 4) << 4) | ((interior & 8) << 6) | ((interior & 16) << 8);
    }

    private static int FixedEdgeCost(Placement x, Placement y)
        => BitOperations.PopCount((x.Mask ^ y.Mask) & VertexSets.Among((uint)(x.Kept & y.Kept)));

    private static int FreeEdgeCost(Placement x, Placement y)
    {
        uint common = (uint)(x.Kept & y.Kept);
        return Cut(x, common) + Cut(y, common);
    }

    /// <summary>The edges that the other side cannot copy.</summary>
    private static int Cut(Placement own, uint common)
    {
        uint others = own.Kept & ~common;
        uint edges = own.Mask & ~VertexSets.Among(common);
        int smallest = others == 0 ? 0 : int.MaxValue;

        // Every subset of the other vertices: those that may be reached and must not reach; the rest must not be reached.
        for (uint reached = others; others != 0; reached = (reached - 1) & others)
        {
            uint reaching = others & ~reached;
            smallest = Math.Min(smallest, BitOperations.PopCount(edges & VertexSets.Leaving(common | reached) & VertexSets.Entering(common | reaching)));
            if (reached == 0)
            {
                break;
            }
        }

        return smallest;
    }
}
