using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The distances between encodings to a class: what the edges of two placements cost is the same for all labellings and computed once;
/// then the cheapest pairs of placements are tried first, and no pair whose edges alone cost too much is tried at all.
/// </summary>
internal readonly ref struct EncodedClassDistances<TSpace>(ReadOnlySpan<Placement> source) : IClassDistances
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>The most pairs of placements.</summary>
    public const int MaxPairs = Placement.MaxCount * Placement.MaxCount;

    /// <summary>A pair as one number, the cost of its edges on top: cost, placement of the source, placement of the class, 8 bits each.</summary>
    private const int CostShift = 16;

    /// <summary>The slot numbers 0 to 4 as operation codes.</summary>
    private const uint SlotNumbers = 0 | (1 << 3) | (2 << 6) | (3 << 9) | (4 << 12);

    private readonly ReadOnlySpan<Placement> _source = source;

    /// <inheritdoc/>
    [SkipLocalsInit]
    public bool TryGet(int number, int bound, scoped Span<byte> distances)
    {
        var cells = new ClassCells<TSpace>(number);
        Span<Placement> placements = stackalloc Placement[Placement.MaxCount];
        Span<uint> pairs = stackalloc uint[MaxPairs];
        uint slots = SlotNumbers & ((1u << (Cell.OperationWidth * (cells.Vertices - 2))) - 1);
        placements = placements[..Placement.List(Cell.Pack<TSpace>(cells.Vertices, cells.AdjacencyBits, slots), TSpace.MaxVertices - 2, placements)];
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
        for (int own = 0; own < _source.Length; own++)
        {
            for (int other = 0; other < placements.Length; other++)
            {
                int cost = EncodedDistance.EdgeCost(_source[own], placements[other]);
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

            smallest = Math.Min(smallest, cost + EncodedDistance.OperationCost(_source[(int)(pair >> 8) & 0xFF], labelled[(int)pair & 0xFF]));
        }

        return smallest;
    }

    /// <summary>Puts operations where the placements have slot numbers.</summary>
    private static void Label(ReadOnlySpan<Placement> placements, uint operations, Span<Placement> labelled)
    {
        for (int i = 0; i < placements.Length; i++)
        {
            uint placed = 0;
            for (int shift = 0; shift < Cell.OperationWidth * Cell.MaxInteriorVertices; shift += Cell.OperationWidth)
            {
                int slot = (placements[i].Operations >> shift) & Cell.OperationMask;
                placed |= ((operations >> (Cell.OperationWidth * slot)) & Cell.OperationMask) << shift;
            }

            // Vertices that are not kept say slot 0 and get its operation, which nobody looks at.
            labelled[i] = placements[i] with { Operations = (ushort)placed };
        }
    }
}
