using NasBench.Data;
using OxyPlot;

namespace NasBench.Plots;

/// <summary>A figure, ready to be written in any format. Not thread-safe.</summary>
/// <remarks>
/// The same figure has the same bytes whenever it is written. All formats show the same picture, in one font that travels along.
/// </remarks>
public sealed class Picture
{
    private const double PointsPerInch = 72;
    private const double SmallestInches = 1;
    private const double LargestInches = 40;
    private const double LeastDpi = 30;
    private const double MostDpi = 2400;

    private readonly FigureLayout _layout;
    private readonly OxySize _points;
    private readonly double _dpi;

    private Picture(FigureDescription figure, FigureLayout layout, FigureRequest request)
    {
        Figure = figure;
        _layout = layout;
        Provenance = layout.Origin ?? request.Provenance;
        _dpi = request.Dpi;
        Width = request.Width ?? layout.Inches.Width;
        Height = request.Height ?? layout.Inches.Height;
        _points = new OxySize(Width * PointsPerInch, Height * PointsPerInch);
    }

    /// <summary>Which figure it is.</summary>
    public FigureDescription Figure { get; }

    /// <summary>What it shows, in a line.</summary>
    public string Title => _layout.Title;

    /// <summary>The notes that stand below it.</summary>
    public IReadOnlyList<string> Notes => _layout.Notes;

    /// <summary>Where its values come from, which stands on it unless they are measured.</summary>
    public Provenance Provenance { get; }

    /// <summary>The width in inches.</summary>
    public double Width { get; }

    /// <summary>The height in inches.</summary>
    public double Height { get; }

    /// <summary>Prepares a figure: reads what it needs and computes what it shows.</summary>
    /// <param name="request">What is to be drawn.</param>
    /// <returns>The picture.</returns>
    /// <remarks>Seconds for the whole space, most of them for reading it.</remarks>
    /// <exception cref="FigureException">
    /// There is no such figure, it needs what the request lacks, what was given does not fit together, or a size is outside 1 to 40 inches or 30 to 2,400
    /// pixels an inch.
    /// </exception>
    /// <exception cref="NasBench.Search.SearchException">A folder holds no search, or no finished run.</exception>
    /// <exception cref="NasBench.Data.DataFormatException">A file of a finished run is damaged.</exception>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static Picture Create(FigureRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FigureDescription figure = FigureCatalog.Find(request.Figure)
            ?? throw new FigureException(
                $"there is no figure '{request.Figure}'; there are {string.Join(", ", FigureCatalog.All.Select(known => known.Name))}");
        Require("the width", request.Width, SmallestInches, LargestInches, "inches");
        Require("the height", request.Height, SmallestInches, LargestInches, "inches");
        Require("the resolution", request.Dpi, LeastDpi, MostDpi, "pixels an inch");
        return new Picture(figure, figure.Create(new FigureMaterial(request)), request);
    }

    /// <summary>Writes the picture.</summary>
    /// <param name="stream">Where to.</param>
    /// <param name="format">In which format.</param>
    /// <exception cref="FigureException">The picture is too small for what it shows, or too large for this machine.</exception>
    /// <exception cref="IOException">The stream cannot be written.</exception>
    public void Write(Stream stream, PictureFormat format)
    {
        ArgumentNullException.ThrowIfNull(stream);
        string description = string.Join(" ", (string?[])[FigureLayout.AlertOf(Provenance), .. _layout.Notes]).Trim();
        PictureFacts facts = new(_layout.Title, description);
        using PictureCanvas canvas = format switch
        {
            PictureFormat.Svg => new SvgCanvas(_points, facts),
            PictureFormat.Png => new PngCanvas(_points, _dpi, facts),
            PictureFormat.Pdf => new PdfCanvas(_points, _dpi, facts),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "is no format of pictures"),
        };
        _layout.Draw(canvas, Provenance);
        canvas.Save(stream);
    }

    private static void Require(string what, double? value, double least, double most, string unit)
    {
        if (value is { } given && !(given >= least && given <= most))
        {
            throw new FigureException($"{what} must be from {least} to {most} {unit}, not {given}");
        }
    }
}
