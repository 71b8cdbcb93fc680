using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The edit distances of one cell to many: the rows of each target are added up, all assignments side by side.</summary>
internal unsafe ref struct LaneSource<TLanes, TVector>
    where TLanes : struct, IByteLanes<TVector>
    where TVector : unmanaged
{
    private readonly byte* _rows;
    private readonly byte _edges;

    /// <summary>Prepares a source: some tenths of a microsecond.</summary>
    /// <param name="costs">Room for the rows, which must stay where it is.</param>
    /// <param name="source">The source.</param>
    /// <param name="dummiesAreFree">Whether a vertex that is not there costs nothing.</param>
    public LaneSource(AssignmentCosts* costs, AlignedCell source, bool dummiesAreFree)
    {
        _rows = costs->Rows;
        _edges = (byte)source.Edges;
        for (int column = 0; column < AssignmentTables.RowSize; column += TLanes.Count)
        {
            FillEdges(_rows + column, AssignmentTables.Start + column, source.Mask);
            FillLabels(_rows + column, AssignmentTables.Start + column, source, dummiesAreFree);
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

            for (int slot = 0; slot < Cell.MaxInteriorVertices; slot++)
            {
                cost = TLanes.Add(cost, TLanes.Load(AssignmentCosts.Label(rows, target.Labels, slot)));
            }

            smallest = TLanes.Min(smallest, cost);
        }

        return TLanes.MinAcross(smallest);
    }

    /// <summary>The distances to labellings of one graph.</summary>
    /// <param name="mask">The graph's edges on seven places.</param>
    /// <param name="dummies">Dummy labels of the places without a vertex.</param>
    /// <param name="labellings">Labels of the others; best sorted so that the first three places change rarely.</param>
    /// <param name="bound">Only distances up to this matter: where none can be, nothing is computed.</param>
    /// <param name="distances">Receives a distance for each labelling.</param>
    /// <returns>Whether any distance can be within the bound; else nothing was written.</returns>
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
            for (int slot = 0; slot < 3; slot++)
            {
                cost = TLanes.Add(cost, TLanes.Load(AssignmentCosts.Label(_rows + column, labels, slot)));
            }

            TLanes.Store(heads + column, cost);
        }
    }

    private static void FillEdges(byte* rows, byte* tables, uint source)
    {
        for (int edge = 0; edge < AssignmentCosts.EdgeRows; edge++)
        {
            TVector position = TLanes.Create((byte)(edge & 15));
            TVector cost = TLanes.Create(1);
            for (uint rest = source; rest != 0; rest &= rest - 1)
            {
                int other = BitOperations.TrailingZeroCount(rest);
                byte* images = edge < 16 ? AssignmentTables.LowEdge(tables, other) : AssignmentTables.HighEdge(tables, other);
                TVector hit = TLanes.Equal(TLanes.Load(images), position);

                // All ones is -1: a hit makes -1 of 1.
                cost = TLanes.Add(cost, TLanes.Add(hit, hit));
            }

            TLanes.Store(AssignmentCosts.Edge(rows, edge), cost);
        }
    }

    private static void FillLabels(byte* rows, byte* tables, AlignedCell source, bool dummiesAreFree)
    {
        for (int slot = 0; slot < Cell.MaxInteriorVertices; slot++)
        {
            for (int label = 0; label <= Cell.OperationMask; label++)
            {
                TVector cost = TLanes.Create(0);
                for (int other = 0; other < Cell.MaxInteriorVertices; other++)
                {
                    TVector meets = TLanes.Equal(TLanes.Load(AssignmentTables.Slot(tables, other)), TLanes.Create((byte)slot));
                    TVector price = TLanes.Create((byte)LabelCosts.Of(source.Label(other), label, dummiesAreFree));
                    cost = TLanes.Add(cost, TLanes.And(meets, price));
                }

                TLanes.Store(AssignmentCosts.Label(rows, (uint)label << (Cell.OperationWidth * slot), slot), cost);
            }
        }
    }
}
