namespace NasBench.Cli;

/// <summary>What <c>plot</c> is asked to draw, as it was given.</summary>
/// <param name="File">The data set.</param>
/// <param name="Figure">The name of the figure.</param>
/// <param name="Output">The file to write.</param>
internal sealed record PlotOptions(DataFile File, string Figure, string Output)
{
    /// <summary>Whether the checksums of a compact file are compared.</summary>
    public bool Verifies { get; init; }

    /// <summary>Folders of searches.</summary>
    public IReadOnlyList<string> Searches { get; init; } = [];

    /// <summary><c>mean</c>, <c>median</c>, or null.</summary>
    public string? Center { get; init; }

    /// <summary><c>iqr</c>, <c>none</c>, or null.</summary>
    public string? Band { get; init; }

    /// <summary>Hashes, separated by commas; null for none.</summary>
    public string? Cells { get; init; }

    /// <summary>How many cells of each sort.</summary>
    public int CellCount { get; init; }

    /// <summary>The width in inches; null where none is given.</summary>
    public double? Width { get; init; }

    /// <summary>The height in inches; null where none is given.</summary>
    public double? Height { get; init; }

    /// <summary>Pixels an inch.</summary>
    public int Dpi { get; init; }
}
