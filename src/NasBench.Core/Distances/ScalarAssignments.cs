using System.Numerics;

namespace NasBench;

/// <summary>
/// A cell under each of the 120 assignments of its interior places, one after the other: the edit distances without vectors.
/// Tests compare the vector forms with it.
/// </summary>
internal unsafe struct ScalarAssignments
{
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
            // Edges that come out backwards match no edge.
            _masks[assignment] = Relabelling.MapEdges(cell.Mask, assignment);
            _labels[assignment] = (ushort)Relabelling.MapLabels(cell.Labels, assignment);
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
}
