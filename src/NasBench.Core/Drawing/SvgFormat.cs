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

    private readonly DrawnGraph _graph;
    private readonly DrawingGeometry _geometry;
    private readonly StringBuilder _text = new();

    private SvgFormat(DrawnGraph graph, CancellationToken cancellation)
    {
        _graph = graph;
        _geometry = new DrawingGeometry(graph, cancellation);
    }

    /// <summary>The text of the picture.</summary>
    public static string Write(DrawnGraph graph, string title, CancellationToken cancellation) => new SvgFormat(graph, cancellation).Compose(title);

    private string Compose(string title)
    {
        (string width, string height) = (Number(_geometry.Width), Number(_geometry.Height));
        string size = $"width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"";
        _text.Append($"<svg xmlns=\"http://www.w3.org/2000/svg\" {size} role=\"img\" {Font}>\n");
        _text.Append($"  <title>{Escape(title)}</title>\n");
        _text.Append("  <defs>\n");
        string length = Number(DrawingGeometry.ArrowLength);
        string arrow = $"markerWidth=\"{length}\" markerHeight=\"{length}\" markerUnits=\"userSpaceOnUse\" orient=\"auto\"";
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
        const double BoxHeight = DrawingGeometry.BoxHeight;
        double width = _geometry.BoxWidth(vertex);
        double x = _geometry.CentreX(vertex);
        double y = _geometry.CentreY(vertex);
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
        StringBuilder curve = new();
        foreach (EdgeStep step in _geometry.StepsOf(edge))
        {
            if (curve.Length == 0)
            {
                curve.Append($"M{Number(step.FromX)} {Number(step.FromY)}");
            }

            double middle = (step.FromY + step.ToY) / 2;
            curve.Append(step.IsStraight ? " L" : $" C{Number(step.FromX)} {Number(middle)} {Number(step.ToX)} {Number(middle)} ");
            curve.Append($"{Number(step.ToX)} {Number(step.ToY)}");
        }

        (int from, int to) = _graph.Edges[edge];
        string dashes = _graph.IsKept[from] && _graph.IsKept[to] ? "" : " stroke-dasharray=\"5 4\"";
        _text.Append($"    <path d=\"{curve}\" marker-end=\"url(#arrow)\"{dashes}/>\n");
    }

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
