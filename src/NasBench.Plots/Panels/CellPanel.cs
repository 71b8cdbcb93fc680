using System.Globalization;
using OxyPlot;

namespace NasBench.Plots;

/// <summary>A cell drawn small, with lines of text below it.</summary>
/// <param name="cell">The cell.</param>
/// <param name="captions">The lines; the first one in the heavier weight.</param>
internal sealed class CellPanel(Cell cell, IReadOnlyList<string> captions) : IPanel
{
    private const int PointsOfCurve = 24;
    private const double CornerRadius = 9;
    private const double LargestScale = 0.42;
    private const double LineHeight = 9;

    private static readonly string[] s_names = ["conv 3×3", "conv 1×1", "max pool 3×3"];

    private readonly DrawnGraph _graph = DrawnGraph.Of(cell, [.. Nas101.OperationNames.ToArray().Select(ShortName)]);

    /// <summary>The name of an operation as pictures show it.</summary>
    public static string ShortName(string name)
        => name.Contains("conv1x1", StringComparison.Ordinal) ? s_names[1] : name.Contains("conv3x3", StringComparison.Ordinal) ? s_names[0] : s_names[2];

    /// <inheritdoc/>
    public void Draw(PictureCanvas canvas, OxyRect box)
    {
        DrawingGeometry geometry = new(_graph, CancellationToken.None);
        double room = box.Height - (captions.Count * LineHeight) - 4;
        double scale = Math.Min(Math.Min(box.Width / geometry.Width, room / geometry.Height), LargestScale);
        double left = box.Left + ((box.Width - (geometry.Width * scale)) / 2);
        double top = box.Top + (room - (geometry.Height * scale));
        OxyColor line = Colour(VertexStyle.Line);
        for (int edge = 0; edge < _graph.Edges.Count; edge++)
        {
            ScreenPoint[] points = [.. Flatten(geometry.StepsOf(edge)).Select(Place)];
            canvas.Stroke([points], line, Math.Max(1.8 * scale, 0.5));
            ScreenPoint end = points[^1];
            double head = DrawingGeometry.ArrowLength * scale;
            canvas.Fill([[new(end.X - (head / 2), end.Y), new(end.X + (head / 2), end.Y), new(end.X, end.Y + head)]], line);
        }

        for (int vertex = 0; vertex < _graph.Names.Count; vertex++)
        {
            DrawVertex(canvas, geometry, vertex, scale, Place(new ScreenPoint(geometry.CentreX(vertex), geometry.CentreY(vertex))));
        }

        for (int i = 0; i < captions.Count; i++)
        {
            TextStyle style = new(PlotStyle.TickSize, i == 0 ? Palette.Ink : Palette.Muted, IsBold: i == 0);
            double x = box.Left + ((box.Width - style.Measure(captions[i])) / 2);
            canvas.Write(captions[i], new ScreenPoint(x, box.Top + room + 4 + (i * LineHeight) + (LineHeight * TypeFace.Ascent)), style);
        }

        ScreenPoint Place(ScreenPoint point) => new(left + (point.X * scale), top + (point.Y * scale));
    }

    private static IEnumerable<ScreenPoint> Flatten(IEnumerable<EdgeStep> steps)
    {
        bool isFirst = true;
        foreach (EdgeStep step in steps)
        {
            if (isFirst)
            {
                yield return new ScreenPoint(step.FromX, step.FromY);
                isFirst = false;
            }

            for (int i = 1; i <= (step.IsStraight ? 1 : PointsOfCurve); i++)
            {
                double t = step.IsStraight ? 1 : i / (double)PointsOfCurve;
                double bend = t * t * (3 - (2 * t));
                double middle = (step.FromY + step.ToY) / 2;
                double y = (((1 - t) * (1 - t) * (1 - t)) * step.FromY) + (3 * t * (1 - t) * middle) + (t * t * t * step.ToY);
                yield return step.IsStraight ? new ScreenPoint(step.ToX, step.ToY) : new ScreenPoint(step.FromX + (bend * (step.ToX - step.FromX)), y);
            }
        }
    }

    private static OxyColor Colour(string text)
        => OxyColor.FromUInt32(0xFF000000 | uint.Parse(text[1..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static IEnumerable<ScreenPoint> RoundedBox(ScreenPoint centre, double width, double height, double radius)
    {
        const int Corner = 6;
        for (int corner = 0; corner < 4; corner++)
        {
            double x = centre.X + ((corner is 0 or 3 ? 0.5 : -0.5) * (width - (2 * radius)));
            double y = centre.Y + ((corner < 2 ? 0.5 : -0.5) * (height - (2 * radius)));
            for (int i = 0; i <= Corner; i++)
            {
                (double sine, double cosine) = Math.SinCos((corner + (i / (double)Corner)) * Math.PI / 2);
                yield return new ScreenPoint(x + (radius * cosine), y + (radius * sine));
            }
        }
    }

    private void DrawVertex(PictureCanvas canvas, DrawingGeometry geometry, int vertex, double scale, ScreenPoint centre)
    {
        VertexStyle style = _graph.Styles[vertex];
        canvas.Fill(
            [[.. RoundedBox(centre, geometry.BoxWidth(vertex) * scale, DrawingGeometry.BoxHeight * scale, CornerRadius * scale)]], Colour(style.Fill));
        TextStyle text = new((DrawingGeometry.FontSize + 1.5) * scale, Colour(style.Text));
        string name = _graph.Names[vertex];
        canvas.Write(name, new ScreenPoint(centre.X - (text.Measure(name) / 2), centre.Y + (text.Size * TypeFace.CapHeight / 2)), text);
    }
}
