using OxyPlot;

namespace NasBench.Plots;

/// <summary>
/// Average ranks on a line, the best at the left, with bars over those that do not differ by the critical difference (Demšar, 2006).
/// </summary>
/// <param name="ranks">Each algorithm with its average rank.</param>
/// <param name="difference">The critical difference.</param>
internal sealed class RankPanel(IReadOnlyList<(string Name, double Rank)> ranks, double difference) : IPanel
{
    private const double TopMargin = 36;
    private const double BarDistance = 6;
    private const double RowHeight = 12;

    private readonly (string Name, double Rank)[] _ordered = [.. ranks.OrderBy(one => one.Rank).ThenBy(one => one.Name, StringComparer.Ordinal)];

    /// <summary>The height in points that it needs.</summary>
    public double Height => TopMargin + (Cliques().Count * BarDistance) + ((_ordered.Length + 1) / 2 * RowHeight) + 14;

    /// <summary>The runs of algorithms from the first to the last of which no two differ, as first and last; those inside others are left out.</summary>
    public IReadOnlyList<(int First, int Last)> Cliques()
    {
        List<(int First, int Last)> cliques = [];
        for (int first = 0; first < _ordered.Length; first++)
        {
            int last = first;
            while (last + 1 < _ordered.Length && _ordered[last + 1].Rank - _ordered[first].Rank < difference)
            {
                last++;
            }

            if (last > first && (cliques.Count == 0 || cliques[^1].Last < last))
            {
                cliques.Add((first, last));
            }
        }

        return cliques;
    }

    /// <inheritdoc/>
    public void Draw(PictureCanvas canvas, OxyRect box)
    {
        TextStyle style = new(PlotStyle.LabelSize, Palette.Ink);
        TextStyle ticks = new(PlotStyle.TickSize, Palette.Ink);
        double side = _ordered.Max(one => style.Measure(TextOf(one))) + 14;
        double left = box.Left + side;
        double right = box.Right - side;
        double axis = box.Top + TopMargin;
        int count = _ordered.Length;
        DrawDifference(canvas, left, (right - left) / (count - 1), box.Top + 8, right);
        canvas.Stroke([[new ScreenPoint(left, axis), new ScreenPoint(right, axis)]], Palette.Ink, 0.7);
        for (int rank = 1; rank <= count; rank++)
        {
            canvas.Stroke([[new ScreenPoint(X(rank), axis), new ScreenPoint(X(rank), axis - 3.5)]], Palette.Ink, 0.7);
            string text = Numbers.Plain(rank);
            canvas.Write(text, new ScreenPoint(X(rank) - (ticks.Measure(text) / 2), axis - 5.5), ticks);
        }

        IReadOnlyList<(int First, int Last)> cliques = Cliques();
        for (int i = 0; i < cliques.Count; i++)
        {
            double y = axis + ((i + 1) * BarDistance);
            canvas.Stroke(
                [[new ScreenPoint(X(_ordered[cliques[i].First].Rank) - 2, y), new ScreenPoint(X(_ordered[cliques[i].Last].Rank) + 2, y)]], Palette.Ink, 2.2);
        }

        double names = axis + ((cliques.Count + 1) * BarDistance) + (RowHeight / 2);
        int atLeft = (count + 1) / 2;
        for (int i = 0; i < count; i++)
        {
            bool isLeft = i < atLeft;
            double y = names + ((isLeft ? i : count - 1 - i) * RowHeight);
            double x = X(_ordered[i].Rank);
            double end = isLeft ? left - 8 : right + 8;
            canvas.Stroke([[new ScreenPoint(x, axis), new ScreenPoint(x, y), new ScreenPoint(end, y)]], Palette.Series(i), 0.9);
            string text = TextOf(_ordered[i]);
            canvas.Write(text, new ScreenPoint(isLeft ? end - 3 - style.Measure(text) : end + 3, y + (style.Size * TypeFace.CapHeight / 2)), style);
        }

        double X(double rank) => left + ((rank - 1) / (count - 1) * (right - left));
    }

    private static string TextOf((string Name, double Rank) one) => $"{one.Name}  {Numbers.Plain(Math.Round(one.Rank, 2))}";

    private void DrawDifference(PictureCanvas canvas, double left, double perRank, double y, double right)
    {
        double end = Math.Min(left + (difference * perRank), right);
        canvas.Stroke([[new ScreenPoint(left, y), new ScreenPoint(end, y)]], Palette.Ink, 0.9);
        canvas.Stroke(
            [[new ScreenPoint(left, y - 2.5), new ScreenPoint(left, y + 2.5)], [new ScreenPoint(end, y - 2.5), new ScreenPoint(end, y + 2.5)]],
            Palette.Ink,
            0.9);
        string more = left + (difference * perRank) > right ? " (longer than the axis)" : "";
        canvas.Write(
            $"critical difference {Numbers.Plain(Math.Round(difference, 2))}{more}",
            new ScreenPoint(end + 4, y + (PlotStyle.TickSize * TypeFace.CapHeight / 2)),
            new TextStyle(PlotStyle.TickSize, Palette.Muted));
    }
}
