using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The distances between encodings to the cells of a class. What the edges of two placements cost is the same for all labellings, so it is computed once;
/// then the pairs of placements with the cheapest edges are tried first, and no pair whose edges alone cost too much is tried at all.
/// </summary>
internal readonly ref struct EncodedClassDistances<TSpace>(ReadOnlySpan<Placement> origin) : IClassDistances
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>The most pairs of placements.</summary>
    public const int MaxPairs = Placement.MaxCount * Placement.MaxCount;

    /// <summary>
    /// A pair is one number, 8 bits for each part, from the highest: the cost of its edges, the placement of the origin, the placement of the class.
    /// </summary>
    private const int CostShift = 16;

    /// <summary>The numbers 0 to 4 of the interior vertices, in place of operation codes.</summary>
    private const uint VertexNumbers = 0 | (1 << 3) | (2 << 6) | (3 << 9) | (4 << 12);

    private readonly ReadOnlySpan<Placement> _origin = origin;

    /// <inheritdoc/>
    [SkipLocalsInit]
    public bool TryGet(int number, int bound, scoped Span<byte> distances)
    {
        var cells = new ClassCells<TSpace>(number);
        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        Span<uint> pairs = stackalloc uint[MaxPairs];
        uint numbers = VertexNumbers & ((1u << (Cell.OperationWidth * (cells.Vertices - 2))) - 1);
        placements = placements[..Placement.List(Cell.Pack<TSpace>(cells.Vertices, cells.AdjacencyBits, numbers), TSpace.MaxVertices - 2, placements)];
        pairs = pairs[..ListPairs(placements, pairs)];
        if (pairs[0] >> CostShift > bound)
        {
            return false;
        }

        Span<Placement> labelled = stackalloc Placement[Placement.MaxCount];
        labelled = labelled[..placements.Length];
        for (int i = 0; i < cells.Labellings.Length; i++)
        {
            Label(placements, cells.Labellings[i], labelled);
            distances[i] = (byte)Smallest(pairs, labelled);
        }

        return true;
    }

    /// <summary>All pairs of placements, those with the cheapest edges first.</summary>
    private int ListPairs(ReadOnlySpan<Placement> placements, Span<uint> pairs)
    {
        int count = 0;
        for (int own = 0; own < _origin.Length; own++)
        {
            for (int other = 0; other < placements.Length; other++)
            {
                int cost = EncodedDistance.EdgeCost(_origin[own], placements[other]);
                pairs[count++] = ((uint)cost << CostShift) | ((uint)own << 8) | (uint)other;
            }
        }

        HeapSort.Sort(pairs[..count]);
        return count;
    }

    private int Smallest(ReadOnlySpan<uint> pairs, ReadOnlySpan<Placement> labelled)
    {
        int smallest = int.MaxValue;
        foreach (uint pair in pairs)
        {
            int cost = (int)(pair >> CostShift);
            if (cost >= smallest)
            {
                break;
            }

            smallest = Math.Min(smallest, cost + EncodedDistance.OperationCost(_origin[(int)(pair >> 8) & 0xFF], labelled[(int)pair & 0xFF]));
        }

        return smallest;
    }

    /// <summary>Puts operations where the placements have the numbers of vertices.</summary>
    private static void Label(ReadOnlySpan<Placement> placements, uint operations, Span<Placement> labelled)
    {
        for (int i = 0; i < placements.Length; i++)
        {
            uint placed = 0;
            for (int shift = 0; shift < Cell.OperationWidth * Cell.MaxInteriorVertices; shift += Cell.OperationWidth)
            {
                int interior = (placements[i].Operations >> shift) & Cell.OperationMask;
                placed |= ((operations >> (Cell.OperationWidth * interior)) & Cell.OperationMask) << shift;
            }

            // A vertex that is not kept has number 0 and gets an operation that nobody looks at.
            labelled[i] = placements[i] with { Operations = (ushort)placed };
        }
    }
}
