namespace NasBench;

/// <summary>Isomorphism of pruned cells with any number of edges: one of the at most 120 relabellings turns one into the other, or none does.</summary>
internal static class Isomorphism
{
    public static bool AreIsomorphic(Cell a, Cell b)
    {
        if (a.Vertices != b.Vertices || a.EdgeCount != b.EdgeCount)
        {
            return false;
        }

        // The output moves to vertex 6, so that one table of relabellings serves all sizes; isolated vertices stay where they are.
        uint from = Adjacency.PadToSeven(a.AdjacencyBits, a.Vertices);
        uint to = Adjacency.PadToSeven(b.AdjacencyBits, b.Vertices);
        for (int relabelling = 0; relabelling < Relabelling.Count; relabelling++)
        {
            if (Relabelling.MapsInto(from, to, relabelling) && Relabelling.MapLabels(a.OperationBits, relabelling) == b.OperationBits)
            {
                return true;
            }
        }

        return false;
    }
}
