using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The graphs of the cells in the lanes. All have the same <see cref="DegreeOrder.Degrees"/>, and their vertices are numbered by place;
/// which vertices are neighbours may differ from lane to lane.
/// </summary>
/// <remarks>A slot is a neighbour of a vertex: for each place the predecessors, in order of their places, then the successors.</remarks>
internal readonly unsafe struct LaneGraphs<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Every edge is two slots.</summary>
    public const int MaxSlots = 2 * Cell.MaxEdges;

    /// <summary>The place of each slot's neighbour in each lane. Written only where lanes differ.</summary>
    private readonly TVector* _places;

    /// <summary>The places that the slot's neighbour has in any lane, as bit sets.</summary>
    private readonly byte* _candidates;

    private readonly ulong _degrees;

    /// <summary>Notes the graphs of some cells. Lanes without a cell repeat the last one.</summary>
    /// <param name="cells">Pruned cells, at most one a lane.</param>
    /// <param name="places">Room for <see cref="MaxSlots"/> vectors.</param>
    /// <param name="candidates">Room for <see cref="MaxSlots"/> bytes.</param>
    /// <param name="operations">Receives the operation codes of each lane in order of places.</param>
    public LaneGraphs(ReadOnlySpan<Cell> cells, TVector* places, byte* candidates, uint* operations)
    {
        _places = places;
        _candidates = candidates;
        new Span<byte>(candidates, MaxSlots).Clear();
        Vertices = cells[0].Vertices;
        for (int lane = 0; lane < TLanes.Count;)
        {
            Cell first = cells[lane];
            var order = new DegreeOrder(first);
            _degrees = order.Degrees;
            int start = lane;
            for (; lane < cells.Length && cells[lane].AdjacencyBits == first.AdjacencyBits; lane++)
            {
                operations[lane] = order.Operations(cells[lane]);
            }

            for (; lane >= cells.Length && lane < TLanes.Count; lane++)
            {
                operations[lane] = operations[lane - 1];
            }

            bool isOnlyOne = start == 0 && lane == TLanes.Count;
            Write(order, first.AdjacencyBits, start, isOnlyOne ? start : lane);
        }
    }

    public int Vertices { get; }

    public int InDegree(int place) => DegreeOrder.InDegree(_degrees, place);

    public int OutDegree(int place) => DegreeOrder.OutDegree(_degrees, place);

    /// <summary>Whether some slots have the same neighbours in all lanes.</summary>
    public bool IsUniform(int slot, int count)
    {
        for (int end = slot + count; slot < end; slot++)
        {
            if (!BitOperations.IsPow2((uint)_candidates[slot]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The place of a neighbour: the lowest that it has in any lane.</summary>
    public int FirstPlace(int slot) => BitOperations.TrailingZeroCount((uint)_candidates[slot]);

    /// <summary>The other places that a neighbour has, as a bit set.</summary>
    public uint OtherPlaces(int slot) => _candidates[slot] & (_candidates[slot] - 1u);

    /// <summary>The lanes in which a neighbour has a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector IsAt(int slot, int place) => TLanes.Equal(_places[slot], TLanes.Create((uint)place));

    private void Write(DegreeOrder order, uint mask, int firstLane, int endLane)
    {
        int slot = 0;
        for (int place = 0; place < Vertices; place++)
        {
            int vertex = order.VertexAt(place);
            slot = Write(order.PlacesOf(Adjacency.Predecessors(mask, vertex)), slot, firstLane, endLane);
            slot = Write(order.PlacesOf(Adjacency.Successors(mask, vertex)), slot, firstLane, endLane);
        }
    }

    private int Write(uint neighbours, int slot, int firstLane, int endLane)
    {
        for (; neighbours != 0; neighbours &= neighbours - 1, slot++)
        {
            int place = BitOperations.TrailingZeroCount(neighbours);
            _candidates[slot] |= (byte)(1 << place);
            var places = (uint*)(_places + slot);
            for (int lane = firstLane; lane < endLane; lane++)
            {
                places[lane] = (uint)place;
            }
        }

        return slot;
    }
}
