using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The edit distances of one cell, the origin, to many targets: the cost rows of each target are added up, all assignments side by side in vectors.
/// </summary>
internal unsafe ref struct LaneAssignments<TLanes, TVector>
    where TLanes : struct, IByteLanes<TVector>
    where TVector : unmanaged
{
    private readonly byte* _rows;
    private readonly byte _edges;

    /// <summary>Prepares the rows: some tenths of a microsecond.</summary>
    /// <param name="costs">Room for the rows, which must stay where it is.</param>
    /// <param name="origin">The cell from which distances are measured.</param>
    /// <param name="dummiesAreFree">Whether a missing vertex costs nothing.</param>
    public LaneAssignments(AssignmentCosts* costs, AlignedCell origin, bool dummiesAreFree)
    {
        _rows = costs->Rows;
        _edges = (byte)origin.Edges;
        for (int column = 0; column < AssignmentTables.RowSize; column += TLanes.Count)
        {
            FillEdges(_rows + column, AssignmentTables.Start + column, origin.Mask);
            FillLabels(_rows + column, AssignmentTables.Start + column, origin, dummiesAreFree);
        }
    }

    /// <summary>The distance to one target.</summary>
    public readonly byte DistanceTo(AlignedCell target)
    {
        TVector smallest = TLanes.Create(byte.MaxValue);
        for (int column = 0; column < AssignmentTables.RowSize; column += TLanes.Count)
        {
            byte* rows = _rows + column;
            TVector cost = TLanes.Create(_edges);
            for (uint rest = target.Mask; rest != 0; rest &= rest - 1)
            {
                cost = TLanes.Add(cost, TLanes.Load(AssignmentCosts.Edge(rows, BitOperations.TrailingZeroCount(rest))));
            }

            for (int place = 0; place < Cell.MaxInteriorVertices; place++)
            {
                cost = TLanes.Add(cost, TLanes.Load(AssignmentCosts.Label(rows, target.Labels, place)));
            }

            smallest = TLanes.Min(smallest, cost);
        }

        return TLanes.MinAcross(smallest);
    }

    /// <summary>The distances to labellings of one graph.</summary>
    /// <param name="mask">The graph's edges on seven places.</param>
    /// <param name="dummies">The dummy labels of the places without a vertex.</param>
    /// <param name="labellings">The labels of the others. The work is least where the labels of the first three interior places change rarely.</param>
    /// <param name="bound">Only distances up to this matter: a graph that has none of them is not computed.</param>
    /// <param name="distances">Receives a distance for each labelling.</param>
    /// <returns>Whether any distance can be within the bound; if not, nothing was written.</returns>
    public readonly bool TryGetDistances(uint mask, uint dummies, ReadOnlySpan<ushort> labellings, int bound, Span<byte> distances)
    {
        const uint HeadMask = (1u << (3 * Cell.OperationWidth)) - 1;
        byte* memory = stackalloc byte[(2 * AssignmentTables.RowSize) + CacheLine.Size];
        byte* edges = CacheLine.Align(memory);
        byte* heads = edges + AssignmentTables.RowSize;
        if (AddEdges(mask, edges) > bound)
        {
            return false;
        }

        uint head = uint.MaxValue;
        for (int i = 0; i < labellings.Length; i++)
        {
            uint labels = labellings[i] | dummies;
            if ((labels & HeadMask) != head)
            {
                head = labels & HeadMask;
                AddHead(edges, labels, heads);
            }

            TVector smallest = TLanes.Create(byte.MaxValue);
            byte* fourth = AssignmentCosts.Label(_rows, labels, 3);
            byte* fifth = AssignmentCosts.Label(_rows, labels, 4);
            for (int column = 0; column < AssignmentTables.RowSize; column += TLanes.Count)
            {
                TVector cost = TLanes.Add(TLanes.Add(TLanes.Load(heads + column), TLanes.Load(fourth + column)), TLanes.Load(fifth + column));
                smallest = TLanes.Min(smallest, cost);
            }

            distances[i] = TLanes.MinAcross(smallest);
        }

        return true;
    }

    /// <summary>The cost of the edges under every assignment.</summary>
    /// <returns>The smallest.</returns>
    private readonly byte AddEdges(uint mask, byte* edges)
    {
        TVector smallest = TLanes.Create(byte.MaxValue);
        for (int column = 0; column < AssignmentTables.RowSize; column += TLanes.Count)
        {
            TVector cost = TLanes.Create(_edges);
            for (uint rest = mask; rest != 0; rest &= rest - 1)
            {
                cost = TLanes.Add(cost, TLanes.Load(AssignmentCosts.Edge(_rows + column, BitOperations.TrailingZeroCount(rest))));
            }

            smallest = TLanes.Min(smallest, cost);
            TLanes.Store(edges + column, cost);
        }

        return TLanes.MinAcross(smallest);
    }

    private readonly void AddHead(byte* edges, uint labels, byte* heads)
    {
        for (int column = 0; column < AssignmentTables.RowSize; column += TLanes.Count)
        {
            TVector cost = TLanes.Load(edges + column);
            for (int place = 0; place < 3; place++)
            {
                cost = TLanes.Add(cost, TLanes.Load(AssignmentCosts.Label(_rows + column, labels, place)));
            }

            TLanes.Store(heads + column, cost);
        }
    }

    private static void FillEdges(byte* rows, byte* tables, uint origin)
    {
        for (int edge = 0; edge < AssignmentCosts.EdgeRows; edge++)
        {
            TVector position = TLanes.Create((byte)(edge & 15));
            TVector cost = TLanes.Create(1);
            for (uint rest = origin; rest != 0; rest &= rest - 1)
            {
                int other = BitOperations.TrailingZeroCount(rest);
                byte* images = edge < 16 ? AssignmentTables.LowEdge(tables, other) : AssignmentTables.HighEdge(tables, other);
                TVector hit = TLanes.Equal(TLanes.Load(images), position);

                // All ones is -1: a hit turns 1 into -1.
                cost = TLanes.Add(cost, TLanes.Add(hit, hit));
            }

            TLanes.Store(AssignmentCosts.Edge(rows, edge), cost);
        }
    }

    private static void FillLabels(byte* rows, byte* tables, AlignedCell origin, bool dummiesAreFree)
    {
        for (int place = 0; place < Cell.MaxInteriorVertices; place++)
        {
            for (int label = 0; label <= Cell.OperationMask; label++)
            {
                TVector cost = TLanes.Create(0);
                for (int other = 0; other < Cell.MaxInteriorVertices; other++)
                {
                    TVector meets = TLanes.Equal(TLanes.Load(AssignmentTables.Place(tables, other)), TLanes.Create((byte)place));
                    TVector price = TLanes.Create((byte)LabelCosts.Of(origin.Label(other), label, dummiesAreFree));
                    cost = TLanes.Add(cost, TLanes.And(meets, price));
                }

                TLanes.Store(AssignmentCosts.Label(rows, (uint)label << (Cell.OperationWidth * place), place), cost);
            }
        }
    }
}
