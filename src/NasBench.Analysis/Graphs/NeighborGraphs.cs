namespace NasBench.Analysis;

/// <summary>Graphs made of neighbour graphs: backwards, in both directions, and without some cells. Rows stay ascending.</summary>
internal static class NeighborGraphs
{
    /// <summary>All steps backwards: the row of a class holds those that have it as neighbour.</summary>
    public static NeighborGraph Reverse(NeighborGraph graph)
    {
        int[] starts = new int[graph.Count + 1];
        foreach (int target in graph.Targets)
        {
            starts[target + 1]++;
        }

        for (int index = 0; index < graph.Count; index++)
        {
            starts[index + 1] += starts[index];
        }

        int[] next = starts[..^1];
        int[] targets = new int[graph.Targets.Length];
        for (int index = 0; index < graph.Count; index++)
        {
            foreach (int target in graph[index])
            {
                targets[next[target]++] = index;
            }
        }

        return new NeighborGraph(starts, targets);
    }

    /// <summary>The steps in both directions: two classes are neighbours where either is a neighbour of the other.</summary>
    public static NeighborGraph Symmetrize(NeighborGraph graph)
    {
        NeighborGraph reverse = Reverse(graph);
        int[] starts = new int[graph.Count + 1];
        int[] targets = new int[2 * graph.Targets.Length];
        int used = 0;
        for (int index = 0; index < graph.Count; index++)
        {
            used += Merge(graph[index], reverse[index], targets.AsSpan(used));
            starts[index + 1] = used;
        }

        return new NeighborGraph(starts, targets[..used]);
    }

    /// <summary>Only steps from and to some of the classes; the others keep an empty row.</summary>
    public static NeighborGraph Restrict(NeighborGraph graph, ReadOnlySpan<double> values)
    {
        if (PresentValues.AreAll(values))
        {
            return graph;
        }

        int[] starts = new int[graph.Count + 1];
        List<int> targets = [];
        for (int index = 0; index < graph.Count; index++)
        {
            if (!double.IsNaN(values[index]))
            {
                foreach (int target in graph[index])
                {
                    if (!double.IsNaN(values[target]))
                    {
                        targets.Add(target);
                    }
                }
            }

            starts[index + 1] = targets.Count;
        }

        return new NeighborGraph(starts, [.. targets]);
    }

    private static int Merge(ReadOnlySpan<int> first, ReadOnlySpan<int> second, Span<int> merged)
    {
        int count = 0;
        while (!first.IsEmpty || !second.IsEmpty)
        {
            int next = Math.Min(first.IsEmpty ? int.MaxValue : first[0], second.IsEmpty ? int.MaxValue : second[0]);
            first = !first.IsEmpty && first[0] == next ? first[1..] : first;
            second = !second.IsEmpty && second[0] == next ? second[1..] : second;
            merged[count++] = next;
        }

        return count;
    }
}
