using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The graphs of the cells in the lanes. All have the same <see cref="DegreeOrder.Degrees"/>, and their vertices are numbered by place;
/// which vertices are neighbours may differ from lane to lane.
/// </summary>
/// <remarks>Neighbours are numbered: for each place first the predecessors, in order of their places, then the successors.</remarks>
internal readonly unsafe struct LaneGraphs<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>Every edge makes two neighbours.</summary>
    public const int MaxNeighbours = 2 * Cell.MaxEdges;

    /// <summary>The place of each neighbour in each lane. Written only where lanes differ.</summary>
    private readonly TVector* _places;

    /// <summary>The places that a neighbour has in any lane, as bit sets.</summary>
    private readonly byte* _candidates;

    private readonly ulong _degrees;

    /// <summary>Notes the graphs of some cells. Lanes without a cell repeat the last one.</summary>
    /// <param name="cells">Pruned cells, at most one per lane.</param>
    /// <param name="places">Room for <see cref="MaxNeighbours"/> vectors.</param>
    /// <param name="candidates">Room for <see cref="MaxNeighbours"/> bytes.</param>
    /// <param name="operations">Receives the operation codes of each lane in order of places.</param>
    public LaneGraphs(ReadOnlySpan<Cell> cells, TVector* places, byte* candidates, uint* operations)
    {
        _places = places;
        _candidates = candidates;
        new Span<byte>(candidates, MaxNeighbours).Clear();
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

    /// <summary>Whether each of some consecutive neighbours is the same in all lanes.</summary>
    public bool IsUniform(int neighbour, int count)
    {
        for (int end = neighbour + count; neighbour < end; neighbour++)
        {
            if (!BitOperations.IsPow2((uint)_candidates[neighbour]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The place of a neighbour: the lowest that it has in any lane.</summary>
    public int FirstPlace(int neighbour) => BitOperations.TrailingZeroCount((uint)_candidates[neighbour]);

    /// <summary>The other places that a neighbour has, as a bit set.</summary>
    public uint OtherPlaces(int neighbour) => _candidates[neighbour] & (_candidates[neighbour] - 1u);

    /// <summary>The lanes in which a neighbour has a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector IsAt(int neighbour, int place) => TLanes.Equal(_places[neighbour], TLanes.Create((uint)place));

    private void Write(DegreeOrder order, uint mask, int firstLane, int endLane)
    {
        int neighbour = 0;
        for (int place = 0; place < Vertices; place++)
        {
            int vertex = order.VertexAt(place);
            neighbour = Write(order.PlacesOf(Adjacency.Predecessors(mask, vertex)), neighbour, firstLane, endLane);
            neighbour = Write(order.PlacesOf(Adjacency.Successors(mask, vertex)), neighbour, firstLane, endLane);
        }
    }

    private int Write(uint neighbours, int neighbour, int firstLane, int endLane)
    {
        for (; neighbours != 0; neighbours &= neighbours - 1, neighbour++)
        {
            int place = BitOperations.TrailingZeroCount(neighbours);
            _candidates[neighbour] |= (byte)(1 << place);
            var places = (uint*)(_places + neighbour);
            for (int lane = firstLane; lane < endLane; lane++)
            {
                places[lane] = (uint)place;
            }
        }

        return neighbour;
    }
}
