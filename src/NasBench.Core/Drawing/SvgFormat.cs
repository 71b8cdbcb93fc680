using System.Globalization;
using System.Security;
using System.Text;

namespace NasBench;

/// <summary>
/// A cell as a picture: layers from the input at the top to the output at the bottom, arrows as smooth curves, no background,
/// and colours that can be read on a light and on a dark page. Vertices that pruning removes are outlined with dashes.
/// </summary>
internal sealed class SvgFormat
{
    private const string Font = "font-family=\"Helvetica, Arial, 'Liberation Sans', sans-serif\" font-size=\"14\"";
    private const double BoxHeight = 38;
    private const double LayerDistance = 92;
    private const double Gap = 30;
    private const double Margin = 14;
    private const double CharacterWidth = 7.6;
    private const double BoxPadding = 30;
    private const double MinimumBoxWidth = 84;
    private const double WayPointWidth = 8;
    private const double ArrowLength = 9;
    private const double PortDistance = 18;

    private readonly DrawnGraph _graph;
    private readonly DrawingLayers _layers;
    private readonly double[] _centres;
    private readonly StringBuilder _text = new();

    private SvgFormat(DrawnGraph graph, CancellationToken cancellation)
    {
        _graph = graph;
        _layers = new DrawingLayers(graph, cancellation);
        _centres = DrawingCoordinates.Place(_layers, Width, Gap, cancellation);
    }

    /// <summary>The text of the picture.</summary>
    public static string Write(DrawnGraph graph, string title, CancellationToken cancellation) => new SvgFormat(graph, cancellation).Compose(title);

    private string Compose(string title)
    {
        double width = Enumerable.Range(0, _layers.NodeCount).Select(node => _centres[node] + (Width(node) / 2)).DefaultIfEmpty(0).Max() + (2 * Margin);
        double boxes = _layers.Nodes.Count == 0 ? 0 : ((_layers.Nodes.Count - 1) * LayerDistance) + BoxHeight;
        double height = boxes + (2 * Margin);
        string size = $"width=\"{Number(width)}\" height=\"{Number(height)}\" viewBox=\"0 0 {Number(width)} {Number(height)}\"";
        _text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\" {Font}>\n");
        _text.Append($"  <title>{Escape(title)}</title>\n");
        _text.Append("  <defs>\n");
        string arrow = $"markerWidth=\"{Number(ArrowLength)}\" markerHeight=\"{Number(ArrowLength)}\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"";
        _text.Append($"    <marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"0\" refY=\"5\" {arrow}>");
        _text.Append($"<path d=\"M0 0.6 L10 5 L0 9.4 z\" fill=\"{VertexStyle.Line}\"/></marker>\n");
        _text.Append("  </defs>\n");
        _text.Append($"  <g fill=\"none\" stroke=\"{VertexStyle.Line}\" stroke-width=\"1.8\">\n");
        for (int edge = 0; edge < _graph.Edges.Count; edge++)
        {
            ComposeEdge(edge);
        }

        _text.Append("  </g>\n  <g text-anchor=\"middle\">\n");
        for (int vertex = 0; vertex < _graph.Names.Count; vertex++)
        {
            ComposeVertex(vertex);
        }

        return _text.Append("  </g>\n</svg>\n").ToString();
    }

    private void ComposeVertex(int vertex)
    {
        VertexStyle style = _graph.Styles[vertex];
        double width = Width(vertex);
        double x = CentreX(vertex);
        double y = CentreY(vertex);
        string box = $"x=\"{Number(x - (width / 2))}\" y=\"{Number(y - (BoxHeight / 2))}\" width=\"{Number(width)}\" height=\"{Number(BoxHeight)}\" rx=\"9\"";
        string look = _graph.IsKept[vertex]
            ? $"fill=\"{style.Fill}\""
            : $"fill=\"none\" stroke=\"{VertexStyle.Line}\" stroke-width=\"1.5\" stroke-dasharray=\"5 4\"";
        string colour = _graph.IsKept[vertex] ? style.Text : VertexStyle.Line;
        _text.Append($"    <rect {box} {look}/><text x=\"{Number(x)}\" y=\"{Number(y + 5)}\" fill=\"{colour}\">{Escape(_graph.Names[vertex])}</text>\n");
    }

    /// <summary>A curve that leaves and enters boxes vertically and runs straight past the boxes of the layers in between.</summary>
    private void ComposeEdge(int edge)
    {
        int[] path = _layers.Paths[edge];
        double x = Port(path[0], path[1], _layers.Below(path[0]));
        double y = CentreY(path[0]) + (BoxHeight / 2);
        StringBuilder curve = new($"M{Number(x)} {Number(y)}");
        for (int i = 1; i < path.Length; i++)
        {
            bool isEnd = i == path.Length - 1;
            double nextX = isEnd ? Port(path[i], path[i - 1], _layers.Above(path[i])) : CentreX(path[i]);
            double nextY = CentreY(path[i]) - (BoxHeight / 2) - (isEnd ? ArrowLength : 0);
            double middle = (y + nextY) / 2;
            curve.Append($" C{Number(x)} {Number(middle)} {Number(nextX)} {Number(middle)} {Number(nextX)} {Number(nextY)}");
            (x, y) = (nextX, nextY);
            if (!isEnd)
            {
                y += BoxHeight;
                curve.Append($" L{Number(x)} {Number(y)}");
            }
        }

        (int from, int to) = _graph.Edges[edge];
        string dashes = _graph.IsKept[from] && _graph.IsKept[to] ? "" : " stroke-dasharray=\"5 4\"";
        _text.Append($"    <path d=\"{curve}\" marker-end=\"url(#arrow)\"{dashes}/>\n");
    }

    /// <summary>Where an edge meets a box: the edges of one side stand next to each other in the order of their other ends.</summary>
    private double Port(int vertex, int neighbour, IReadOnlyList<int> neighbours)
    {
        int[] ordered = [.. neighbours.OrderBy(node => _centres[node])];
        double distance = Math.Min(PortDistance, (Width(vertex) - 24) / Math.Max(1, ordered.Length - 1));
        return CentreX(vertex) + ((Array.IndexOf(ordered, neighbour) - ((ordered.Length - 1) / 2.0)) * distance);
    }

    private double CentreX(int node) => _centres[node] + Margin;

    private double CentreY(int node) => (_layers.LayerOf(node) * LayerDistance) + (BoxHeight / 2) + Margin;

    private double Width(int node) =>
        _layers.IsWayPoint(node) ? WayPointWidth : Math.Max(MinimumBoxWidth, (_graph.Names[node].Length * CharacterWidth) + BoxPadding);

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);

    /// <summary>Text as XML allows it: markup escaped, characters that no XML may hold replaced.</summary>
    private static string Escape(string text)
    {
        string clean = string.Create(text.Length, text, static (span, source) =>
        {
            for (int i = 0; i < span.Length; i++)
            {
                span[i] = char.IsControl(source[i]) || source[i] >= '\uFFFE' ? '\uFFFD' : source[i];
            }
        });
        return SecurityElement.Escape(clean);
    }
}
