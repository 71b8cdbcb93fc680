namespace NasBench.TestUtilities;

/// <summary>Distances written down from their definitions, on matrices and names.</summary>
public static class ReferenceDistances
{
    private const string Dummy = "-";

    /// <summary>The smallest cost over all 120 assignments of the pruned cells with seven places, on matrices; null where a cell is disconnected.</summary>
    public static int? Edit(ReferenceCell a, ReferenceCell b, bool dummiesAreFree)
    {
        if (a.Prune() is not { } first || b.Prune() is not { } second)
        {
            return null;
        }

        ReferenceCell left = Align(first);
        ReferenceCell right = Align(second);
        return ReferenceIsomorphism.GetOrders(7).Min(order => Cost(left, right, order, dummiesAreFree));
    }

    /// <summary>Differing entries and names of the cells as they are, padded to seven vertices.</summary>
    public static int Hamming(ReferenceSpace space, ReferenceCell a, ReferenceCell b) =>
        Cost(ReferenceNeighbors.Pad(space, a, 7), ReferenceNeighbors.Pad(space, b, 7), [0, 1, 2, 3, 4, 5, 6], dummiesAreFree: false);

    /// <summary>
    /// The distance of one class to all by the paper's definition: every encoding with <paramref name="size"/> vertices is a point, one change is a step,
    /// and a breadth-first search that starts from all encodings of the class finds the nearest encodings of the others.
    /// </summary>
    /// <param name="space">Names and limits.</param>
    /// <param name="classOf">The class of each point, -1 for none.</param>
    /// <param name="source">The class to start from.</param>
    /// <param name="classes">The number of classes.</param>
    public static int[] Encoded(ReferenceSpace space, int[] classOf, int source, int classes)
    {
        int size = space.MaxVertices;
        int[] distances = [.. Enumerable.Repeat(-1, classes)];
        int[] steps = [.. classOf.Select(number => number == source ? 0 : -1)];
        var frontier = new Queue<int>(Enumerable.Range(0, classOf.Length).Where(point => steps[point] == 0));
        while (frontier.TryDequeue(out int point))
        {
            if (classOf[point] >= 0 && distances[classOf[point]] < 0)
            {
                distances[classOf[point]] = steps[point];
            }

            foreach (int next in Step(point, size, space.Operations.Length))
            {
                if (steps[next] < 0)
                {
                    steps[next] = steps[point] + 1;
                    frontier.Enqueue(next);
                }
            }
        }

        return distances;
    }

    /// <summary>The points one change away from a point: mask in the low bits, then the labels as a number.</summary>
    private static IEnumerable<int> Step(int point, int size, int operations)
    {
        int edges = size * (size - 1) / 2;
        for (int edge = 0; edge < edges; edge++)
        {
            yield return point ^ (1 << edge);
        }

        int labels = point >> edges;
        int power = 1;
        for (int vertex = 1; vertex < size - 1; vertex++, power *= operations)
        {
            int label = labels / power % operations;
            for (int other = 0; other < operations; other++)
            {
                if (other != label)
                {
                    yield return point + (((other - label) * power) << edges);
                }
            }
        }
    }

    private static ReferenceCell Align(ReferenceCell pruned) => ReferenceNeighbors.Pad(new ReferenceSpace(7, 21, Dummy), pruned, 7);

    private static int Cost(ReferenceCell a, ReferenceCell b, int[] images, bool dummiesAreFree)
    {
        int cost = 0;
        for (int x = 0; x < 7; x++)
        {
            for (int y = 0; y < 7; y++)
            {
                cost += a.Matrix[x, y] != b.Matrix[images[x], images[y]] ? 1 : 0;
            }

            string own = a.Operations[x];
            string other = b.Operations[images[x]];
            bool isFree = dummiesAreFree && (own == Dummy || other == Dummy);
            cost += own != other && !isFree ? 1 : 0;
        }

        return cost;
    }
}
