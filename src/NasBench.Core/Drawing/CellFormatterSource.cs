namespace NasBench;

/// <summary>How a notebook shows a cell: as its drawing, or as text. <see cref="Cell"/> names this class by <c>TypeFormatterSource</c>.</summary>
internal sealed class CellFormatterSource
{
    /// <summary>A formatter for each kind of output, in the shape that .NET Interactive looks for.</summary>
    public IEnumerable<object> CreateTypeFormatters() =>
    [
        new CellFormatter("text/html", cell => CellDrawing.ToSvg(cell)),
        new CellFormatter("text/plain", cell => cell.ToString()),
    ];
}
