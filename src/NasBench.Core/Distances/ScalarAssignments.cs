using System.Numerics;

namespace NasBench;

/// <summary>
/// A cell under each of the 120 assignments of its slots, one after the other: the edit distances without vectors, and the twin that the vector forms are held against.
/// </summary>
internal unsafe struct ScalarAssignments
{
    private const byte Reversed = 0x80;

    private readonly bool _dummiesAreFree;
    private readonly int _edges;
    private fixed uint _masks[AssignmentTables.Count];
    private fixed ushort _labels[AssignmentTables.Count];

    public ScalarAssignments(AlignedCell cell, bool dummiesAreFree)
    {
        _dummiesAreFree = dummiesAreFree;
        _edges = cell.Edges;
        for (int assignment = 0; assignment < AssignmentTables.Count; assignment++)
        {
            _masks[assignment] = MapEdges(cell.Mask, assignment);
            _labels[assignment] = MapLabels(cell.Labels, assignment);
        }
    }

    /// <summary>The smallest cost over all assignments.</summary>
    public readonly int DistanceTo(AlignedCell other)
    {
        int all = _edges + other.Edges;
        int smallest = int.MaxValue;
        for (int assignment = 0; assignment < AssignmentTables.Count; assignment++)
        {
            int matched = BitOperations.PopCount(_masks[assignment] & other.Mask);
            int cost = all - (2 * matched) + LabelCosts.Sum(_labels[assignment], other.Labels, _dummiesAreFree);
            smallest = Math.Min(smallest, cost);
        }

        return smallest;
    }

    /// <summary>The edges that come out forwards; the others can match none.</summary>
    private static uint MapEdges(uint mask, int assignment)
    {
        ReadOnlySpan<byte> images = Nas101.EdgeRelabellings.Slice(assignment * Cell.MaxEdges, Cell.MaxEdges);
        uint mapped = 0;
        for (uint rest = mask; rest != 0; rest &= rest - 1)
        {
            byte image = images[BitOperations.TrailingZeroCount(rest)];
            mapped |= image < Reversed ? 1u << image : 0;
        }

        return mapped;
    }

    private static ushort MapLabels(uint labels, int assignment)
    {
        ReadOnlySpan<byte> images = Nas101.Relabellings.Slice(assignment * Cell.MaxInteriorVertices, Cell.MaxInteriorVertices);
        uint mapped = 0;
        for (int slot = 0; slot < images.Length; slot++)
        {
            mapped |= ((labels >> (Cell.OperationWidth * slot)) & Cell.OperationMask) << (Cell.OperationWidth * images[slot]);
        }

        return (ushort)mapped;
    }
}
