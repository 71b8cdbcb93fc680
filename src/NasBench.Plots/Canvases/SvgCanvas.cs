using System.Globalization;
using System.Security;
using System.Text;
using OxyPlot;

namespace NasBench.Plots;

/// <summary>Draws SVG. Text is drawn as outlines, each glyph defined once, and can be read by screen readers; no font is asked for.</summary>
internal sealed class SvgCanvas : PictureCanvas
{
    private const double PointsPerInch = 72;

    private readonly StringBuilder _body = new();
    private readonly StringBuilder _clips = new();
    private readonly SortedDictionary<string, string> _glyphs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _clipNames = new(StringComparer.Ordinal);
    private readonly PictureFacts _facts;

    /// <summary>Begins a picture.</summary>
    /// <param name="size">Width and height in points.</param>
    /// <param name="facts">What it says of itself.</param>
    public SvgCanvas(OxySize size, PictureFacts facts)
        : base(size) => _facts = facts;

    /// <inheritdoc/>
    public override void Fill(IEnumerable<IList<ScreenPoint>> polygons, OxyColor color)
        => _body.Append("<path d=\"").Append(Path(polygons, isClosed: true)).Append('"').Append(Paint("fill", color)).Append("/>\n");

    /// <inheritdoc/>
    public override void Stroke(IEnumerable<IList<ScreenPoint>> lines, OxyColor color, double width, double[]? dashes = null, bool isClosed = false)
    {
        _body.Append("<path d=\"").Append(Path(lines, isClosed)).Append("\" fill=\"none\"").Append(Paint("stroke", color));
        _body.Append($" stroke-width=\"{Number(width)}\" stroke-linejoin=\"round\"");
        if (dashes is { Length: > 0 })
        {
            _body.Append($" stroke-dasharray=\"{string.Join(' ', dashes.Select(Number))}\"");
        }

        _body.Append("/>\n");
    }

    /// <inheritdoc/>
    public override void FillEllipses(IEnumerable<OxyRect> boxes, OxyColor color)
    {
        _body.Append("<g").Append(Paint("fill", color)).Append('>');
        foreach (OxyRect box in boxes)
        {
            _body.Append($"<ellipse cx=\"{Number(box.Center.X)}\" cy=\"{Number(box.Center.Y)}\"");
            _body.Append($" rx=\"{Number(box.Width / 2)}\" ry=\"{Number(box.Height / 2)}\"/>");
        }

        _body.Append("</g>\n");
    }

    /// <inheritdoc/>
    public override void Write(string text, ScreenPoint start, TextStyle style, double rotation = 0)
    {
        GlyphLine line = style.Face.Lay(text);
        string turn = rotation == 0 ? "" : $" rotate({Number(rotation)})";
        string scale = (style.Size / TypeFace.UnitsPerEm).ToString("0.######", CultureInfo.InvariantCulture);
        _body.Append($"<g role=\"img\" aria-label=\"{SecurityElement.Escape(text)}\"").Append(Paint("fill", style.Color));
        _body.Append($" transform=\"translate({Number(start.X)} {Number(start.Y)}){turn} scale({scale})\">");
        for (int i = 0; i < line.Glyphs.Length; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{style.Face.Key}{line.Glyphs[i]}");
            if (!_glyphs.TryGetValue(name, out string? outline))
            {
                outline = style.Face.Outline(line.Glyphs[i]);
                _glyphs.Add(name, outline);
            }

            if (outline.Length > 0)
            {
                _body.Append($"<use xlink:href=\"#{name}\" x=\"{Number(line.Starts[i])}\"/>");
            }
        }

        _body.Append("</g>\n");
    }

    /// <inheritdoc/>
    public override void DrawImage(byte[] png, OxyRect box)
        => _body.Append(
            $"<image {Box(box)} preserveAspectRatio=\"none\" style=\"image-rendering:auto\" "
            + $"xlink:href=\"data:image/png;base64,{Convert.ToBase64String(png)}\"/>\n");

    /// <inheritdoc/>
    public override void PushClip(OxyRect box)
    {
        string text = Box(box);
        if (!_clipNames.TryGetValue(text, out string? name))
        {
            name = string.Create(CultureInfo.InvariantCulture, $"c{_clipNames.Count}");
            _clipNames.Add(text, name);
            _clips.Append($"<clipPath id=\"{name}\"><rect {text}/></clipPath>\n");
        }

        _body.Append($"<g clip-path=\"url(#{name})\">\n");
    }

    /// <inheritdoc/>
    public override void PopClip() => _body.Append("</g>\n");

    /// <inheritdoc/>
    public override void Save(Stream stream)
    {
        StringBuilder text = new();
        text.Append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        text.Append($" width=\"{Number(Size.Width / PointsPerInch)}in\" height=\"{Number(Size.Height / PointsPerInch)}in\"");
        text.Append($" viewBox=\"0 0 {Number(Size.Width)} {Number(Size.Height)}\" role=\"img\">\n");
        text.Append($"<title>{SecurityElement.Escape(_facts.Title)}</title>\n<desc>{SecurityElement.Escape(_facts.Description)}</desc>\n<defs>\n");
        foreach ((string name, string outline) in _glyphs)
        {
            if (outline.Length > 0)
            {
                text.Append($"<path id=\"{name}\" d=\"{outline}\"/>\n");
            }
        }

        text.Append(_clips).Append("</defs>\n");
        text.Append($"<rect width=\"{Number(Size.Width)}\" height=\"{Number(Size.Height)}\" fill=\"#fff\"/>\n");
        text.Append(_body).Append("</svg>\n");
        stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static StringBuilder Path(IEnumerable<IList<ScreenPoint>> lines, bool isClosed)
    {
        StringBuilder path = new();
        foreach (IList<ScreenPoint> line in lines)
        {
            char verb = 'M';
            foreach (ScreenPoint point in line)
            {
                path.Append(verb).Append(Number(point.X)).Append(' ').Append(Number(point.Y));
                verb = 'L';
            }

            if (isClosed && line.Count > 0)
            {
                path.Append('z');
            }
        }

        return path;
    }

    private static string Box(OxyRect box)
        => $"x=\"{Number(box.Left)}\" y=\"{Number(box.Top)}\" width=\"{Number(box.Width)}\" height=\"{Number(box.Height)}\"";

    private static string Paint(string property, OxyColor color)
    {
        string paint = $" {property}=\"#{color.R:x2}{color.G:x2}{color.B:x2}\"";
        return color.A == byte.MaxValue ? paint : $"{paint} {property}-opacity=\"{Number(color.A / 255.0)}\"";
    }

    private static string Number(double value)
    {
        string text = value.ToString("0.###", CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }
}
