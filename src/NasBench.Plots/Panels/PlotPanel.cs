using OxyPlot;
using OxyPlot.Axes;

namespace NasBench.Plots;

/// <summary>A plot of OxyPlot, with names beside its lines.</summary>
/// <param name="model">The plot.</param>
/// <param name="title">Its title; null for none.</param>
internal sealed class PlotPanel(PlotModel model, string? title = null) : IPanel
{
    private const double TitleHeight = 12;

    /// <summary>The plot.</summary>
    public PlotModel Model => model;

    /// <summary>Names beside the ends of lines.</summary>
    public List<LineLabel> Labels { get; } = [];

    /// <summary>The axis by which names are placed.</summary>
    public Axis? LabelAxis { get; init; }

    /// <summary>What else is drawn once the plot has its place; it is told the area of the plot.</summary>
    public Action<PictureCanvas, OxyRect>? Overlay { get; init; }

    /// <summary>The room at the right that is kept free, beside that of the names.</summary>
    public double RightMargin { get; init; } = 4;

    /// <inheritdoc/>
    public void Draw(PictureCanvas canvas, OxyRect box)
    {
        double right = Math.Max(EndLabels.WidthOf(Labels), RightMargin);
        model.PlotMargins = new OxyThickness(double.NaN, double.NaN, right, double.NaN);
        ((IPlotModel)model).Update(true);
        ((IPlotModel)model).Render(
            new CanvasRenderContext(canvas), title is null ? box : new OxyRect(box.Left, box.Top + TitleHeight, box.Width, box.Height - TitleHeight));
        if (model.GetLastPlotException() is { } failure)
        {
            throw new InvalidOperationException($"the plot cannot be drawn: {failure.Message}", failure);
        }

        if (title is not null)
        {
            TextStyle style = new(PlotStyle.TitleSize, Palette.Ink, IsBold: true);
            double x = model.PlotArea.Center.X - (style.Measure(title) / 2);
            canvas.Write(title, new ScreenPoint(Math.Max(x, box.Left), box.Top + (style.Size * TypeFace.Ascent)), style);
        }

        if (Labels.Count > 0)
        {
            EndLabels.Draw(canvas, model.PlotArea, LabelAxis ?? model.DefaultYAxis, Labels);
        }

        Overlay?.Invoke(canvas, model.PlotArea);
    }
}
