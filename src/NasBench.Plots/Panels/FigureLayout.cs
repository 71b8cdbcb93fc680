using NasBench.Data;
using OxyPlot;

namespace NasBench.Plots;

/// <summary>A figure ready to be drawn: rows of panels, where its values come from, and notes.</summary>
internal sealed class FigureLayout
{
    private const double Margin = 4;
    private const double Gap = 10;
    private const double LineHeight = 8.4;
    private const double AlertSize = 8;

    /// <summary>What is shown, in a line.</summary>
    public required string Title { get; init; }

    /// <summary>Width and height in inches unless others are asked for.</summary>
    public required OxySize Inches { get; init; }

    /// <summary>The panels, from top to bottom.</summary>
    public required IReadOnlyList<PanelRow> Rows { get; init; }

    /// <summary>What one must know to read it, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Where the values come from; null for where those of the data set do.</summary>
    public Provenance? Origin { get; init; }

    /// <summary>What stands on the picture of data that are not known to be measured; null of measured ones.</summary>
    public static string? AlertOf(Provenance provenance) => provenance switch
    {
        Provenance.Measured => null,
        Provenance.Synthetic => "SYNTHETIC DATA: all values are made up by a formula, none is measured",
        Provenance.Mixed => "MIXED DATA: some values are measured, the others are synthetic, made up by a formula",
        _ => "DATA OF UNKNOWN ORIGIN: not known to be the published measurements",
    };

    /// <summary>Draws it.</summary>
    /// <param name="canvas">Where to.</param>
    /// <param name="provenance">Where the values come from.</param>
    public void Draw(PictureCanvas canvas, Provenance provenance)
    {
        double top = Margin;
        if (AlertOf(provenance) is { } alert)
        {
            TextStyle style = new(AlertSize, Palette.Alert, IsBold: true);
            foreach (string line in TextLines.Break(alert, style, canvas.Size.Width - (2 * Margin)))
            {
                canvas.Write(line, new ScreenPoint(Margin, top + (AlertSize * TypeFace.Ascent)), style);
                top += AlertSize + 2;
            }

            top += 2;
        }

        TextStyle noteStyle = new(PlotStyle.NoteSize, Palette.Muted);
        string[] notes = [.. TextLines.Break(string.Join(" ", Notes), noteStyle, canvas.Size.Width - (2 * Margin))];
        double bottom = canvas.Size.Height - Margin - (notes.Length * LineHeight);
        for (int i = 0; i < notes.Length; i++)
        {
            canvas.Write(notes[i], new ScreenPoint(Margin, bottom + (i * LineHeight) + (LineHeight * TypeFace.Ascent)), noteStyle);
        }

        double room = bottom - top - (notes.Length > 0 ? 3 : 0) - (Gap * (Rows.Count - 1));
        double total = Rows.Sum(row => row.Height);
        foreach (PanelRow row in Rows)
        {
            double height = room * row.Height / total;
            DrawRow(canvas, row, top, height);
            top += height + Gap;
        }
    }

    private static void DrawRow(PictureCanvas canvas, PanelRow row, double top, double height)
    {
        double room = canvas.Size.Width - (2 * Margin) - (Gap * (row.Panels.Count - 1));
        double total = row.Panels.Sum(panel => panel.Width);
        if (height < 30 || room / row.Panels.Count < 40)
        {
            throw new FigureException("the picture is too small for its figure; give a larger --width or --height");
        }

        double left = Margin;
        foreach ((IPanel panel, double part) in row.Panels)
        {
            double width = room * part / total;
            panel.Draw(canvas, new OxyRect(left, top, width, height));
            left += width + Gap;
        }
    }
}
