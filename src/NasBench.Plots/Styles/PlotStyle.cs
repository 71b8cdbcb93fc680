using OxyPlot;
using OxyPlot.Axes;
using OxyPlot.Series;

namespace NasBench.Plots;

/// <summary>How plots look: two axes, a faint grid, sizes in points for a picture that is printed as it is.</summary>
internal static class PlotStyle
{
    /// <summary>Titles of panels.</summary>
    public const double TitleSize = 8.5;

    /// <summary>Titles of axes and names beside lines.</summary>
    public const double LabelSize = 8;

    /// <summary>Numbers on axes.</summary>
    public const double TickSize = 7.5;

    /// <summary>Notes below.</summary>
    public const double NoteSize = 6.8;

    /// <summary>Lines of data.</summary>
    public const double LineWidth = 1.2;

    private const byte BandOpacity = 46;

    /// <summary>An empty plot.</summary>
    public static PlotModel CreateModel() => new()
    {
        AxisTierDistance = 0,
        TextColor = Palette.Ink,
        DefaultFontSize = TickSize,
        Padding = new OxyThickness(0),
        PlotAreaBorderThickness = new OxyThickness(0),
        IsLegendVisible = false,
    };

    /// <summary>A linear axis.</summary>
    /// <param name="position">Left, bottom or right.</param>
    /// <param name="title">What it measures, with its unit.</param>
    /// <param name="minimum">Where it begins; NaN to leave it to the data.</param>
    /// <param name="maximum">Where it ends; NaN to leave it to the data.</param>
    public static LinearAxis CreateLinear(AxisPosition position, string title, double minimum = double.NaN, double maximum = double.NaN)
    {
        LinearAxis axis = new() { LabelFormatter = Numbers.Plain };
        Apply(axis, position, title, minimum, maximum);
        axis.MinorTickSize = 0;
        return axis;
    }

    /// <summary>A logarithmic axis.</summary>
    /// <param name="position">Left or bottom.</param>
    /// <param name="title">What it measures, with its unit.</param>
    /// <param name="minimum">Where it begins, above 0.</param>
    /// <param name="maximum">Where it ends.</param>
    public static DecadeAxis CreateLogarithmic(AxisPosition position, string title, double minimum, double maximum)
    {
        DecadeAxis axis = new() { PowerPadding = false };
        Apply(axis, position, title, minimum, maximum);
        return axis;
    }

    /// <summary>A line.</summary>
    /// <param name="points">Its points.</param>
    /// <param name="color">Its colour.</param>
    /// <param name="dashes">Its dashes; empty or null for none.</param>
    /// <param name="width">Its width.</param>
    public static LineSeries CreateLine(IEnumerable<DataPoint> points, OxyColor color, double[]? dashes = null, double width = LineWidth)
    {
        LineSeries line = new()
        {
            Color = color,
            StrokeThickness = width,
            Dashes = dashes is { Length: > 0 } ? Array.ConvertAll(dashes, dash => dash / width) : null,
            LineJoin = LineJoin.Round,
            MinimumSegmentLength = 0,
            EdgeRenderingMode = EdgeRenderingMode.PreferGeometricAccuracy,
        };
        line.Points.AddRange(points);
        return line;
    }

    /// <summary>A band between two lines.</summary>
    /// <param name="color">The colour of its line, of which it is a light shade.</param>
    public static AreaSeries CreateBand(OxyColor color) => new()
    {
        Color = OxyColors.Transparent,
        Color2 = OxyColors.Transparent,
        StrokeThickness = 0,
        MinimumSegmentLength = 0,
        Fill = OxyColor.FromAColor(BandOpacity, color),
    };

    private static void Apply(Axis axis, AxisPosition position, string title, double minimum, double maximum)
    {
        axis.Position = position;
        axis.Title = title;
        axis.Minimum = minimum;
        axis.Maximum = maximum;
        axis.FontSize = TickSize;
        axis.TitleFontSize = LabelSize;
        axis.TitleColor = Palette.Ink;
        axis.TextColor = Palette.Ink;
        axis.AxislineStyle = LineStyle.Solid;
        axis.AxislineThickness = 0.6;
        axis.AxislineColor = Palette.Ink;
        axis.TicklineColor = Palette.Ink;
        axis.MinorTicklineColor = Palette.Ink;
        axis.TickStyle = TickStyle.Outside;
        axis.MajorTickSize = 3;
        axis.MinorTickSize = 1.6;
        axis.AxisTickToLabelDistance = 1.5;
        axis.AxisTitleDistance = 3;
        axis.MajorGridlineStyle = LineStyle.Solid;
        axis.MajorGridlineColor = Palette.Grid;
        axis.MajorGridlineThickness = 0.4;
        axis.MinorGridlineThickness = 0.4;
        axis.IntervalLength = position is AxisPosition.Left or AxisPosition.Right ? 24 : 34;
        axis.MinimumPadding = 0.02;
        axis.MaximumPadding = 0.02;
    }
}
