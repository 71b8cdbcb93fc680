namespace NasBench.Analysis;

/// <summary>How many steps every class is away, breadth first.</summary>
internal static class StepDistances
{
    /// <summary>Stands for a class that no steps lead to.</summary>
    public const byte Unreached = byte.MaxValue;

    /// <summary>The fewest steps along the rows of a graph from any of some classes to each class.</summary>
    public static byte[] From(NeighborGraph graph, ReadOnlySpan<int> origins, CancellationToken cancellationToken = default)
    {
        byte[] distances = new byte[graph.Count];
        Array.Fill(distances, Unreached);
        int[] queue = new int[graph.Count];
        int end = 0;
        foreach (int origin in origins)
        {
            end = Reach(origin, 0, distances, queue, end);
        }

        for (int next = 0; next < end; next++)
        {
            if ((next & 0xFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            int distance = distances[queue[next]] + 1;
            foreach (int target in graph[queue[next]])
            {
                end = Reach(target, distance, distances, queue, end);
            }
        }

        return distances;
    }

    private static int Reach(int index, int distance, byte[] distances, int[] queue, int end)
    {
        if (distances[index] != Unreached)
        {
            return end;
        }

        distances[index] = checked((byte)Math.Min(distance, Unreached - 1));
        queue[end] = index;
        return end + 1;
    }
}
