namespace NasBench;

/// <summary>Where the boxes and the lines of a drawn cell are, whoever draws them.</summary>
internal sealed class DrawingGeometry
{
    /// <summary>The height of the box of a vertex.</summary>
    public const double BoxHeight = 38;

    /// <summary>The length of an arrow's head, before which a line ends.</summary>
    public const double ArrowLength = 9;

    /// <summary>The size of the letters for which boxes are wide enough.</summary>
    public const double FontSize = 14;

    private const double LayerDistance = 92;
    private const double Gap = 30;
    private const double Margin = 14;
    private const double CharacterWidth = 7.6;
    private const double BoxPadding = 30;
    private const double MinimumBoxWidth = 84;
    private const double WayPointWidth = 8;
    private const double PortDistance = 18;

    private readonly DrawnGraph _graph;
    private readonly DrawingLayers _layers;
    private readonly double[] _centres;

    /// <summary>Places the vertices of a graph.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public DrawingGeometry(DrawnGraph graph, CancellationToken cancellation)
    {
        _graph = graph;
        _layers = new DrawingLayers(graph, cancellation);
        _centres = DrawingCoordinates.Place(_layers, BoxWidth, Gap, cancellation);
    }

    /// <summary>The width of the whole drawing.</summary>
    public double Width => Enumerable.Range(0, _layers.NodeCount).Select(node => _centres[node] + (BoxWidth(node) / 2)).DefaultIfEmpty(0).Max() + (2 * Margin);

    /// <summary>The height of the whole drawing.</summary>
    public double Height => (_layers.Nodes.Count == 0 ? 0 : ((_layers.Nodes.Count - 1) * LayerDistance) + BoxHeight) + (2 * Margin);

    /// <summary>The middle of a vertex.</summary>
    public double CentreX(int node) => _centres[node] + Margin;

    /// <summary>The middle of a vertex, downwards.</summary>
    public double CentreY(int node) => (_layers.LayerOf(node) * LayerDistance) + (BoxHeight / 2) + Margin;

    /// <summary>The width of the box of a vertex.</summary>
    public double BoxWidth(int node) =>
        _layers.IsWayPoint(node) ? WayPointWidth : Math.Max(MinimumBoxWidth, (_graph.Names[node].Length * CharacterWidth) + BoxPadding);

    /// <summary>The pieces of an edge, from the lower side of its first vertex to an arrow's length above its last.</summary>
    /// <param name="edge">The number of the edge.</param>
    public IEnumerable<EdgeStep> StepsOf(int edge)
    {
        int[] path = _layers.Paths[edge];
        double x = Port(path[0], path[1], _layers.Below(path[0]));
        double y = CentreY(path[0]) + (BoxHeight / 2);
        for (int i = 1; i < path.Length; i++)
        {
            bool isEnd = i == path.Length - 1;
            double nextX = isEnd ? Port(path[i], path[i - 1], _layers.Above(path[i])) : CentreX(path[i]);
            double nextY = CentreY(path[i]) - (BoxHeight / 2) - (isEnd ? ArrowLength : 0);
            yield return new EdgeStep(x, y, nextX, nextY, IsStraight: false);
            (x, y) = (nextX, nextY);
            if (!isEnd)
            {
                yield return new EdgeStep(x, y, x, y + BoxHeight, IsStraight: true);
                y += BoxHeight;
            }
        }
    }

    /// <summary>Where a line leaves or reaches a vertex: its lines lie side by side, ordered as the vertices they lead to.</summary>
    private double Port(int vertex, int neighbour, IReadOnlyList<int> neighbours)
    {
        int[] ordered = [.. neighbours.OrderBy(node => _centres[node])];
        double distance = Math.Min(PortDistance, (BoxWidth(vertex) - 24) / Math.Max(1, ordered.Length - 1));
        return CentreX(vertex) + ((Array.IndexOf(ordered, neighbour) - ((ordered.Length - 1) / 2.0)) * distance);
    }
}
