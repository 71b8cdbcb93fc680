using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NasBench;

/// <summary>
/// An edit distance of one pair: all assignments side by side, one byte for each.
/// One shuffle looks up an edge of the first cell among those of the second, for all assignments of a vector.
/// </summary>
internal static unsafe class LanePair<TLanes, TVector>
    where TLanes : struct, IByteLanes<TVector>
    where TVector : unmanaged
{
    public static int Distance(AlignedCell a, AlignedCell b, bool dummiesAreFree)
    {
        // The cell with fewer edges has fewer to look up.
        if (a.Edges > b.Edges)
        {
            (a, b) = (b, a);
        }

        byte* tables = AssignmentTables.Start;
        TVector low = TLanes.Repeat(Vector128.Create(Bytes(b.Mask), Bytes(b.Mask >> 8)).AsByte());
        TVector high = TLanes.Repeat(Vector128.Create(Bytes(b.Mask >> 16), 0UL).AsByte());
        ulong labels = LabelCosts.Spread(b.Labels);
        TVector all = TLanes.Create((byte)(a.Edges + b.Edges));
        TVector smallest = TLanes.Create(byte.MaxValue);
        for (int column = 0; column < AssignmentTables.RowSize; column += TLanes.Count)
        {
            byte* start = tables + column;
            TVector matched = TLanes.Create(0);
            for (uint rest = a.Mask; rest != 0; rest &= rest - 1)
            {
                int edge = BitOperations.TrailingZeroCount(rest);
                matched = TLanes.Add(matched, TLanes.LookUp(low, TLanes.Load(AssignmentTables.LowEdge(start, edge))));
                matched = TLanes.Add(matched, TLanes.LookUp(high, TLanes.Load(AssignmentTables.HighEdge(start, edge))));
            }

            TVector cost = TLanes.Subtract(all, TLanes.Add(matched, matched));
            for (int place = 0; place < Cell.MaxInteriorVertices; place++)
            {
                TVector costs = TLanes.Repeat(Vector128.Create(LabelCosts.Against(a.Label(place), labels, dummiesAreFree), 0UL).AsByte());
                cost = TLanes.Add(cost, TLanes.LookUp(costs, TLanes.Load(AssignmentTables.Place(start, place))));
            }

            smallest = TLanes.Min(smallest, cost);
        }

        return TLanes.MinAcross(smallest);
    }

    /// <summary>Spreads the low eight bits over eight bytes, each 0 or 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Bytes(uint bits)
    {
        ulong isolated = ((bits & 0xFF) * 0x0101010101010101UL) & 0x8040201008040201;
        return ((isolated + 0x7F7F7F7F7F7F7F7F) >> 7) & 0x0101010101010101;
    }
}
