using NasBench.Data;

namespace NasBench.Plots;

/// <summary>What is to be drawn, and of what.</summary>
public sealed record FigureRequest
{
    /// <summary>The name of the figure, one of <see cref="FigureCatalog.All"/>, or its number in the paper, as <c>figure7</c>.</summary>
    public required string Figure { get; init; }

    /// <summary>The data set.</summary>
    public required Dataset Data { get; init; }

    /// <summary>Where its values come from, as <see cref="Dataset.FindProvenance"/> tells it; the picture says so unless they are measured.</summary>
    public required Provenance Provenance { get; init; }

    /// <summary>Folders of searches, for the figures that show them.</summary>
    public IReadOnlyList<string> Searches { get; init; } = [];

    /// <summary>Which value of many runs a curve shows; null for the figure's own: the mean for <c>regret</c> without a band, else the median.</summary>
    public CurveCenter? Center { get; init; }

    /// <summary>Whether curves have a band from the lower to the upper quartile; null for the figure's own.</summary>
    public bool? HasBand { get; init; }

    /// <summary>The cells of the gallery, as indices in the space; none for the best and the worst of the data.</summary>
    public IReadOnlyList<int> Cells { get; init; } = [];

    /// <summary>How many cells of each sort the gallery shows where none are named, at least 1.</summary>
    public int CellCount { get; init; } = 4;

    /// <summary>The width in inches; null for the figure's own.</summary>
    public double? Width { get; init; }

    /// <summary>The height in inches; null for the figure's own.</summary>
    public double? Height { get; init; }

    /// <summary>Pixels an inch of PNG, and of what PDF and SVG hold as pixels.</summary>
    public double Dpi { get; init; } = 300;

    /// <summary>Receives the done part, 0 to 1.</summary>
    public IProgress<double>? Progress { get; init; }

    /// <summary>Ends the work early.</summary>
    public CancellationToken Cancellation { get; init; }
}
