using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>Pruning of seven-vertex graphs, one in each lane, without branches: the vector form of <see cref="Adjacency.KeptVertices"/>.</summary>
internal static class LanePruner<TLanes, TVector>
    where TLanes : struct, ILanes<TVector>
    where TVector : unmanaged
{
    /// <summary>The vertices on a path from vertex 0 to vertex 6, as bit sets; 0 where there is no such path.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector KeptVertices(TVector mask)
    {
        TVector column1 = Column(mask, 1), column2 = Column(mask, 2), column3 = Column(mask, 3);
        TVector column4 = Column(mask, 4), column5 = Column(mask, 5), column6 = Column(mask, 6);

        TVector reached = TLanes.Create(1);
        reached = Reach(reached, column1, 1);
        reached = Reach(reached, column2, 2);
        reached = Reach(reached, column3, 3);
        reached = Reach(reached, column4, 4);
        reached = Reach(reached, column5, 5);
        reached = Reach(reached, column6, 6);

        // The output itself; its predecessors follow without a test.
        TVector reaching = TLanes.Or(TLanes.Create(1 << 6), column6);
        reaching = ReachBack(reaching, column5, 5);
        reaching = ReachBack(reaching, column4, 4);
        reaching = ReachBack(reaching, column3, 3);
        reaching = ReachBack(reaching, column2, 2);
        reaching = ReachBack(reaching, column1, 1);

        return TLanes.And(TLanes.And(reached, reaching), IsSet(reaching, 0));
    }

    /// <summary>The edges whose two ends are in a set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector EdgesAmong(TVector vertices)
    {
        TVector edges = ColumnAmong(vertices, 1);
        edges = TLanes.Or(edges, ColumnAmong(vertices, 2));
        edges = TLanes.Or(edges, ColumnAmong(vertices, 3));
        edges = TLanes.Or(edges, ColumnAmong(vertices, 4));
        edges = TLanes.Or(edges, ColumnAmong(vertices, 5));
        return TLanes.Or(edges, ColumnAmong(vertices, 6));
    }

    /// <summary>The number of bits set, of at most 24.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector PopCount(TVector value)
    {
        TVector pairs = TLanes.Subtract(value, TLanes.And(TLanes.ShiftRight(value, 1), TLanes.Create(0x55555555)));
        TVector nibbles = TLanes.Add(TLanes.And(pairs, TLanes.Create(0x33333333)), TLanes.And(TLanes.ShiftRight(pairs, 2), TLanes.Create(0x33333333)));
        TVector bytes = TLanes.And(TLanes.Add(nibbles, TLanes.ShiftRight(nibbles, 4)), TLanes.Create(0x0F0F0F0F));
        TVector sum = TLanes.Add(TLanes.Add(bytes, TLanes.ShiftRight(bytes, 8)), TLanes.ShiftRight(bytes, 16));
        return TLanes.And(sum, TLanes.Create(0xFF));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Column(TVector mask, int vertex)
        => TLanes.And(TLanes.ShiftRight(mask, Adjacency.ColumnShift(vertex)), TLanes.Create((1u << vertex) - 1));

    /// <summary>Adds a vertex to the reached ones if one of its predecessors is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reach(TVector reached, TVector column, int vertex)
    {
        // Negated, a number that is not zero has its top bit set (numbers here are small).
        TVector sign = TLanes.ShiftRight(TLanes.Subtract(TLanes.Create(0), TLanes.And(column, reached)), 31);
        return TLanes.Or(reached, TLanes.ShiftLeft(sign, vertex));
    }

    /// <summary>Adds the predecessors of a vertex to the reaching ones if the vertex is one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ReachBack(TVector reaching, TVector column, int vertex) => TLanes.Or(reaching, TLanes.And(column, IsSet(reaching, vertex)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector ColumnAmong(TVector vertices, int vertex)
    {
        TVector column = TLanes.And(vertices, TLanes.Create((1u << vertex) - 1));
        return TLanes.ShiftLeft(TLanes.And(column, IsSet(vertices, vertex)), Adjacency.ColumnShift(vertex));
    }

    /// <summary>All ones where a bit is set.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector IsSet(TVector value, int bit)
        => TLanes.Subtract(TLanes.Create(0), TLanes.And(TLanes.ShiftRight(value, bit), TLanes.Create(1)));
}
