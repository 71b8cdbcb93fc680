using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The smallest Hamming distance between any two encodings of two classes.</summary>
/// <remarks>
/// <para>
/// Take a placement of each class. Where both keep the two ends of an edge, the edge is fixed on both sides and costs one if only one side has it; so does
/// a differing operation on a vertex that both keep. An edge that neither side fixes is left out on both, and an operation that one side does not fix is
/// copied from the other.
/// </para>
/// <para>
/// What remains are edges that one side has and the other is free to have, at vertices that the other does not keep. The other side copies as many of them as
/// it can without putting one of those vertices on a path. Each such vertex may be reached from the input or may reach the output, but not both; the edges to
/// leave out are the smallest cut between these two groups. There are at most five such vertices, so all 2^5 ways are tried. More edges never help.
/// </para>
/// </remarks>
internal static class EncodedDistance
{
    /// <summary>The distance of two pruned cells, for encodings with this many interior places.</summary>
    [SkipLocalsInit]
    public static int OfPair(Cell a, Cell b, int places, int bound)
    {
        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        return ToCell(placements[..Placement.List(a, places, placements)], b, places, bound);
    }

    /// <summary>
    /// The distances of a cell, given by its placements, to many; <see cref="Distances.None"/> to those that are disconnected or keep too many vertices.
    /// </summary>
    public static void ToMany(ReadOnlySpan<Placement> origin, ReadOnlySpan<Cell> targets, Span<byte> distances, int places)
    {
        for (int i = 0; i < targets.Length; i++)
        {
            distances[i] = targets[i].TryPrune(out Cell target) && target.Vertices - 2 <= places
                ? (byte)ToCell(origin, target, places, byte.MaxValue)
                : Distances.None;
        }
    }

    /// <summary>The distance to a pruned cell; where it is above the bound, any number above that.</summary>
    [SkipLocalsInit]
    private static int ToCell(ReadOnlySpan<Placement> origin, Cell pruned, int places, int bound)
    {
        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        placements = placements[..Placement.List(pruned, places, placements)];
        int smallest = bound + 1;
        foreach (Placement x in origin)
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

        // Bit i goes to bit 3i: of five shifted copies each gives one bit.
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

        // Every subset of the other vertices may be the reached ones, which must not reach the output; the rest may reach it and must not be reached.
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
