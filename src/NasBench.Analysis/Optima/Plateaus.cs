namespace NasBench.Analysis;

/// <summary>The plateaus of a landscape: sets of at least two cells of equal value that hang together, in whichever direction their steps go.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Cells">The cells that lie on one.</param>
/// <param name="Largest">The cells of the largest.</param>
/// <param name="Optimal">How many have no better neighbour anywhere: a walk that goes sidewards too ends on them.</param>
public sealed record Plateaus(int Count, int Cells, int Largest, int Optimal)
{
    internal static Plateaus Find(NeighborGraph graph, ReadOnlySpan<double> values)
    {
        var sets = new DisjointSets(graph.Count);
        bool[] isLeft = new bool[graph.Count];
        for (int index = 0; index < graph.Count; index++)
        {
            foreach (int neighbor in graph[index])
            {
                isLeft[index] |= values[neighbor] > values[index];
                if (values[neighbor] == values[index])
                {
                    sets.Join(index, neighbor);
                }
            }
        }

        return Measure(sets, isLeft);
    }

    private static Plateaus Measure(DisjointSets sets, bool[] isLeft)
    {
        int[] sizes = new int[isLeft.Length];
        for (int index = 0; index < isLeft.Length; index++)
        {
            int set = sets.Find(index);
            sizes[set]++;
            isLeft[set] |= isLeft[index];
        }

        int[] plateaus = [.. Enumerable.Range(0, sizes.Length).Where(set => sizes[set] > 1)];
        return new Plateaus(
            plateaus.Length,
            plateaus.Sum(set => sizes[set]),
            plateaus.Select(set => sizes[set]).DefaultIfEmpty(0).Max(),
            plateaus.Count(set => !isLeft[set]));
    }
}
