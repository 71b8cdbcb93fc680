using OxyPlot;
using OxyPlot.Series;

namespace NasBench.Plots;

/// <summary>
/// Many points in a plot: as dots where they are few, else as a fine grid of squares, which is an image in every format. Coloured by how many points a square
/// has, or by the mean of a value.
/// </summary>
internal sealed class PointField : XYAxisSeries
{
    /// <summary>Up to so many points are drawn one by one.</summary>
    public const int MostDots = 3000;

    private const double SquareSize = 1;
    private const int PixelsOfSquare = 4;

    private readonly double[] _x;
    private readonly double[] _y;
    private readonly double[]? _values;

    /// <summary>Takes the points.</summary>
    /// <param name="x">Where they are.</param>
    /// <param name="y">Where they are, upwards.</param>
    /// <param name="values">A value of each; null to show how many there are.</param>
    /// <param name="low">The value of the darkest colour.</param>
    /// <param name="high">The value of the lightest.</param>
    public PointField(double[] x, double[] y, double[]? values = null, double low = 0, double high = 1)
    {
        _x = x;
        _y = y;
        _values = values;
        Low = low;
        High = high;
    }

    /// <summary>Whether points are drawn one by one.</summary>
    public bool HasDots => _x.Length <= MostDots;

    /// <summary>The value of one end of the colours; of a field of counts 1.</summary>
    public double Low { get; private set; }

    /// <summary>The value of the other end; of a field of counts the most points of a square, known once it is drawn.</summary>
    public double High { get; private set; }

    /// <inheritdoc/>
    public override void Render(IRenderContext rc)
    {
        if (HasDots)
        {
            RenderDots(rc);
        }
        else
        {
            RenderGrid(rc);
        }
    }

    /// <inheritdoc/>
    protected override void UpdateMaxMin()
    {
        base.UpdateMaxMin();
        (MinX, MaxX, MinY, MaxY) = (_x.DefaultIfEmpty(1).Min(), _x.DefaultIfEmpty(1).Max(), _y.DefaultIfEmpty(1).Min(), _y.DefaultIfEmpty(1).Max());
    }

    private void RenderDots(IRenderContext rc)
    {
        double radius = _x.Length > 800 ? 1 : 1.6;
        for (int i = 0; i < _x.Length; i++)
        {
            ScreenPoint point = new(XAxis.Transform(_x[i]), YAxis.Transform(_y[i]));
            OxyColor color = _values is null ? OxyColor.FromAColor(150, Palette.Amount(0.6)) : ColorOf(_values[i]);
            rc.DrawEllipse(
                new OxyRect(point.X - radius, point.Y - radius, 2 * radius, 2 * radius), color, OxyColors.Undefined, 0, EdgeRenderingMode.Automatic);
        }
    }

    private void RenderGrid(IRenderContext rc)
    {
        OxyRect area = PlotModel.PlotArea;
        PixelGrid grid = new((int)Math.Ceiling(area.Width / SquareSize), (int)Math.Ceiling(area.Height / SquareSize));
        for (int i = 0; i < _x.Length; i++)
        {
            grid.Add(
                (XAxis.Transform(_x[i]) - area.Left) / area.Width, (YAxis.Transform(_y[i]) - area.Top) / area.Height, _values is null ? 0 : _values[i]);
        }

        Func<int, double, OxyColor> color = (_, value) => ColorOf(value);
        if (_values is null)
        {
            (Low, High) = (1, Math.Max(grid.MostPoints, 2));
            color = (count, _) => Palette.Amount(Math.Log(count) / Math.Log(High));
        }

        byte[] png = grid.ToPng(color, PixelsOfSquare);
        rc.DrawImage(new OxyImage(png), 0, 0, area.Width, area.Height, area.Left, area.Top, area.Width, area.Height, 1, false);
    }

    private OxyColor ColorOf(double value) => Palette.Value((value - Low) / (High - Low));
}
