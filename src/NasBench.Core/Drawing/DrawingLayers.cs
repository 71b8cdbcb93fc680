namespace NasBench;

/// <summary>
/// First half of a layered drawing: vertices in layers (input first, output last), edges cut into steps of one layer by way points, and the order within
/// each layer that has few crossings. Sugiyama's method; a cell is small, so each step is the plain one.
/// </summary>
internal sealed class DrawingLayers
{
    private const int Sweeps = 24;

    private readonly List<List<int>> _layers = [];
    private readonly List<int> _layerOf = [];
    private readonly List<List<int>> _above = [];
    private readonly List<List<int>> _below = [];

    /// <summary>Lays out a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="cancellation">Stops the work.</param>
    public DrawingLayers(DrawnGraph graph, CancellationToken cancellation)
    {
        VertexCount = graph.Names.Count;
        _layerOf.AddRange(AssignLayers(graph));
        for (int layer = 0; layer <= _layerOf.DefaultIfEmpty(-1).Max(); layer++)
        {
            _layers.Add([]);
        }

        for (int node = 0; node < VertexCount; node++)
        {
            _layers[_layerOf[node]].Add(node);
            _above.Add([]);
            _below.Add([]);
        }

        Paths = [.. graph.Edges.Select(CutIntoSteps)];
        ReduceCrossings(cancellation);
    }

    /// <summary>Number of vertices; nodes from there on are way points.</summary>
    public int VertexCount { get; }

    /// <summary>Nodes by layer, left to right.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Nodes => _layers;

    /// <summary>All nodes: vertices and way points.</summary>
    public int NodeCount => _layerOf.Count;

    /// <summary>For each edge of the graph the nodes that it passes, ends included.</summary>
    public IReadOnlyList<int[]> Paths { get; }

    /// <summary>The layer of a node.</summary>
    public int LayerOf(int node) => _layerOf[node];

    /// <summary>The nodes of the layer above that are joined to a node.</summary>
    public IReadOnlyList<int> Above(int node) => _above[node];

    /// <summary>The nodes of the layer below that are joined to a node.</summary>
    public IReadOnlyList<int> Below(int node) => _below[node];

    /// <summary>Whether a node is a way point of an edge.</summary>
    public bool IsWayPoint(int node) => node >= VertexCount;

    /// <summary>Longest path from the input; the output alone at the end; others as far down as shortens their edges.</summary>
    private static int[] AssignLayers(DrawnGraph graph)
    {
        int count = graph.Names.Count;
        int[] layers = new int[count];
        for (int vertex = 1; vertex < count; vertex++)
        {
            layers[vertex] = 1 + graph.Edges.Where(edge => edge.To == vertex).Select(edge => layers[edge.From]).DefaultIfEmpty(0).Max();
        }

        if (count > 1)
        {
            layers[^1] = Math.Max(layers[^1], 1 + layers.Take(count - 1).Max());
        }

        for (int vertex = count - 2; vertex > 0; vertex--)
        {
            int incoming = graph.Edges.Count(edge => edge.To == vertex);
            int[] targets = [.. graph.Edges.Where(edge => edge.From == vertex).Select(edge => layers[edge.To])];
            if (targets.Length > incoming)
            {
                layers[vertex] = targets.Min() - 1;
            }
        }

        return layers;
    }

    private int[] CutIntoSteps((int From, int To) edge)
    {
        List<int> path = [edge.From];
        for (int layer = _layerOf[edge.From] + 1; layer <= _layerOf[edge.To]; layer++)
        {
            int next = edge.To;
            if (layer < _layerOf[edge.To])
            {
                next = _layerOf.Count;
                _layerOf.Add(layer);
                _layers[layer].Add(next);
                _above.Add([]);
                _below.Add([]);
            }

            _below[path[^1]].Add(next);
            _above[next].Add(path[^1]);
            path.Add(next);
        }

        return [.. path];
    }

    private void ReduceCrossings(CancellationToken cancellation)
    {
        List<int>[] best = Copy();
        int fewest = CountCrossings();
        for (int sweep = 0; sweep < Sweeps && fewest > 0; sweep++)
        {
            bool downwards = sweep % 2 == 0;
            for (int i = 1; i < _layers.Count; i++)
            {
                SortByNeighbours(downwards ? i : _layers.Count - 1 - i, downwards);
            }

            SwapWhereItHelps(cancellation);
            int crossings = CountCrossings();
            if (crossings < fewest)
            {
                (fewest, best) = (crossings, Copy());
            }
        }

        for (int layer = 0; layer < best.Length; layer++)
        {
            _layers[layer] = best[layer];
        }
    }

    private List<int>[] Copy() => [.. _layers.Select(layer => new List<int>(layer))];

    private void SortByNeighbours(int layer, bool downwards)
    {
        int[] positions = Positions();
        List<int> nodes = _layers[layer];
        Dictionary<int, double> centres = nodes.ToDictionary(node => node, node =>
        {
            List<int> neighbours = downwards ? _above[node] : _below[node];
            return neighbours.Count == 0 ? positions[node] : neighbours.Average(neighbour => positions[neighbour]);
        });
        _layers[layer] = [.. nodes.OrderBy(node => centres[node])];
    }

    /// <summary>Exchanges neighbours in a layer as long as that removes crossings.</summary>
    private void SwapWhereItHelps(CancellationToken cancellation)
    {
        bool improved = true;
        while (improved)
        {
            improved = false;
            int[] positions = Positions();
            foreach (List<int> layer in _layers)
            {
                cancellation.ThrowIfCancellationRequested();
                for (int i = 0; i + 1 < layer.Count; i++)
                {
                    (int left, int right) = (layer[i], layer[i + 1]);
                    int more = AddedBySwap(_above[left], _above[right], positions) + AddedBySwap(_below[left], _below[right], positions);
                    if (more < 0)
                    {
                        (layer[i], layer[i + 1]) = (right, left);
                        (positions[left], positions[right]) = (positions[right], positions[left]);
                        improved = true;
                    }
                }
            }
        }
    }

    /// <summary>How many crossings more two nodes side by side have, towards one side, once they change places: only their own steps count.</summary>
    private static int AddedBySwap(List<int> leftNeighbours, List<int> rightNeighbours, int[] positions)
    {
        int added = 0;
        foreach (int left in leftNeighbours)
        {
            foreach (int right in rightNeighbours)
            {
                added += Math.Sign(positions[right] - positions[left]);
            }
        }

        return added;
    }

    private int CountCrossings()
    {
        int[] positions = Positions();
        int crossings = 0;
        foreach (List<int> layer in _layers)
        {
            (int From, int To)[] steps = [.. layer.SelectMany(node => _below[node].Select(below => (positions[node], positions[below])))];
            for (int i = 0; i < steps.Length; i++)
            {
                for (int j = i + 1; j < steps.Length; j++)
                {
                    crossings += (steps[i].From - steps[j].From) * (steps[i].To - steps[j].To) < 0 ? 1 : 0;
                }
            }
        }

        return crossings;
    }

    private int[] Positions()
    {
        int[] positions = new int[NodeCount];
        foreach (List<int> layer in _layers)
        {
            for (int i = 0; i < layer.Count; i++)
            {
                positions[layer[i]] = i;
            }
        }

        return positions;
    }
}
