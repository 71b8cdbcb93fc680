namespace NasBench;

/// <summary>
/// Second half of a layered drawing: horizontal positions. Each node is pulled to the mean of its neighbours, way points more strongly, so that long edges
/// run straight. The order of a layer and the room between its nodes are kept by merging nodes that would come too close into blocks that share one place
/// (least squares under order: pool adjacent violators).
/// </summary>
internal static class DrawingCoordinates
{
    private const int Rounds = 60;
    private const double WayPointPull = 4;

    /// <summary>The centre of each node.</summary>
    /// <param name="layers">The layered graph.</param>
    /// <param name="width">The width of a node.</param>
    /// <param name="gap">The room between two nodes.</param>
    /// <param name="cancellation">Stops the work.</param>
    public static double[] Place(DrawingLayers layers, Func<int, double> width, double gap, CancellationToken cancellation)
    {
        double[] centres = new double[layers.NodeCount];
        foreach (IReadOnlyList<int> layer in layers.Nodes)
        {
            PlaceLayer(layer, centres, width, gap, _ => 0, _ => 1);
        }

        for (int round = 0; round < Rounds; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            for (int i = 0; i < layers.Nodes.Count; i++)
            {
                IReadOnlyList<int> layer = layers.Nodes[round % 2 == 0 ? i : layers.Nodes.Count - 1 - i];
                PlaceLayer(layer, centres, width, gap, node => Pull(layers, node, centres), node => layers.IsWayPoint(node) ? WayPointPull : 1);
            }
        }

        double left = Enumerable.Range(0, centres.Length).Select(node => centres[node] - (width(node) / 2)).DefaultIfEmpty(0).Min();
        return [.. centres.Select(centre => centre - left)];
    }

    private static double Pull(DrawingLayers layers, int node, double[] centres)
    {
        double sum = 0;
        double weight = 0;
        foreach (int neighbour in layers.Above(node).Concat(layers.Below(node)))
        {
            double pull = layers.IsWayPoint(neighbour) && layers.IsWayPoint(node) ? WayPointPull : 1;
            sum += pull * centres[neighbour];
            weight += pull;
        }

        return weight == 0 ? centres[node] : sum / weight;
    }

    private static void PlaceLayer(
        IReadOnlyList<int> layer, double[] centres, Func<int, double> width, double gap, Func<int, double> desired, Func<int, double> weight)
    {
        // Offsets make every node wish for the place of the first; blocks of equal place then keep the order.
        double[] offsets = new double[layer.Count];
        for (int i = 1; i < layer.Count; i++)
        {
            offsets[i] = offsets[i - 1] + ((width(layer[i - 1]) + width(layer[i])) / 2) + gap;
        }

        Stack<(double Sum, double Weight, int Count)> blocks = new();
        for (int i = 0; i < layer.Count; i++)
        {
            (double sum, double total, int count) = (weight(layer[i]) * (desired(layer[i]) - offsets[i]), weight(layer[i]), 1);
            while (blocks.TryPeek(out (double Sum, double Weight, int Count) before) && before.Sum / before.Weight >= sum / total)
            {
                blocks.Pop();
                (sum, total, count) = (sum + before.Sum, total + before.Weight, count + before.Count);
            }

            blocks.Push((sum, total, count));
        }

        int end = layer.Count;
        foreach ((double sum, double total, int count) in blocks)
        {
            for (int i = end - count; i < end; i++)
            {
                centres[layer[i]] = (sum / total) + offsets[i];
            }

            end -= count;
        }
    }
}
