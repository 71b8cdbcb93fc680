using CommunityToolkit.HighPerformance;

namespace NasBench;

/// <summary>Draws cells: as an SVG picture, or as a graph in DOT, the language of Graphviz.</summary>
/// <remarks>
/// <para>
/// Vertices stand in layers from the input at the top to the output at the bottom, with colours that can be read on a light and on a dark page.
/// Vertices and edges that pruning removes are drawn with dashes. The same graph gives the same text on every machine; lines end in a line feed.
/// </para>
/// <para>
/// All members may be called from any thread, and allocate. A picture of a cell takes well below a millisecond once the code is warm, its DOT text a few
/// microseconds. A graph may have any size, and the time grows steeply with the number of its edges: those calls can be cancelled.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// Cell cell = Nas101.CellAt(1234);
/// File.WriteAllText("cell.svg", CellDrawing.ToSvg(cell));
/// </code>
/// </example>
public static class CellDrawing
{
    private const string UnnamedTitle = "cell";

    /// <summary>Draws a cell as an SVG picture, with the operation names of its own space.</summary>
    /// <param name="cell">The cell, valid or not.</param>
    /// <param name="title">What a screen reader reads and a browser shows as a hint; the cell's text form unless given.</param>
    /// <returns>An SVG document, without an XML declaration.</returns>
    public static string ToSvg(Cell cell, string? title = null)
        => SvgFormat.Write(DrawnGraph.Of(cell, CellTextWriter.OwnNames(cell)), title ?? cell.ToString(), CancellationToken.None);

    /// <summary>Draws a cell as an SVG picture, with the operation names of a space; a cell of another one has <c>op0</c>, <c>op1</c>, ...</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">The cell, valid or not.</param>
    /// <param name="title">What a screen reader reads and a browser shows as a hint; the cell's text form unless given.</param>
    /// <returns>An SVG document, without an XML declaration.</returns>
    public static string ToSvg<TSpace>(Cell cell, string? title = null)
        where TSpace : ISearchSpace<TSpace>
        => SvgFormat.Write(DrawnGraph.Of(cell, CellTextWriter.NamesOf<TSpace>(cell)), title ?? cell.ToString<TSpace>(), CancellationToken.None);

    /// <summary>Draws a graph of any size with any names as an SVG picture; names of NAS-Bench-101's operations have their colours.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0; upper triangular.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="title">What a screen reader reads and a browser shows as a hint; <c>cell</c> unless given.</param>
    /// <param name="onlyKept">Whether to leave out what pruning removes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>An SVG document, without an XML declaration.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, not upper triangular or not binary, or there is not one name for each vertex.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static string ToSvg(
        ReadOnlySpan2D<byte> matrix,
        ReadOnlySpan<string> operations,
        string? title = null,
        bool onlyKept = false,
        CancellationToken cancellationToken = default)
        => ToSvg<Nas101>(matrix, operations, title, onlyKept, cancellationToken);

    /// <summary>Draws a graph of any size with any names as an SVG picture; names of the space's operations have their colours.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0; upper triangular.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="title">What a screen reader reads and a browser shows as a hint; <c>cell</c> unless given.</param>
    /// <param name="onlyKept">Whether to leave out what pruning removes.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>An SVG document, without an XML declaration.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, not upper triangular or not binary, or there is not one name for each vertex.</exception>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public static string ToSvg<TSpace>(
        ReadOnlySpan2D<byte> matrix,
        ReadOnlySpan<string> operations,
        string? title = null,
        bool onlyKept = false,
        CancellationToken cancellationToken = default)
        where TSpace : ISearchSpace<TSpace>
        => SvgFormat.Write(DrawnGraph.Of<TSpace>(matrix, operations, onlyKept), title ?? UnnamedTitle, cancellationToken);

    /// <summary>Writes a cell as a graph in DOT, with the operation names of its own space.</summary>
    /// <param name="cell">The cell, valid or not.</param>
    /// <returns>A <c>digraph</c>, its vertices numbered from 0.</returns>
    public static string ToDot(Cell cell) => DotFormat.Write(DrawnGraph.Of(cell, CellTextWriter.OwnNames(cell)));

    /// <summary>Writes a cell as a graph in DOT, with the operation names of a space; a cell of another one has <c>op0</c>, <c>op1</c>, ...</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">The cell, valid or not.</param>
    /// <returns>A <c>digraph</c>, its vertices numbered from 0.</returns>
    public static string ToDot<TSpace>(Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => DotFormat.Write(DrawnGraph.Of(cell, CellTextWriter.NamesOf<TSpace>(cell)));

    /// <summary>Writes a graph of any size with any names in DOT; names of NAS-Bench-101's operations have their colours.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0; upper triangular.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="onlyKept">Whether to leave out what pruning removes; what remains is numbered anew.</param>
    /// <returns>A <c>digraph</c>, its vertices numbered from 0.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, not upper triangular or not binary, or there is not one name for each vertex.</exception>
    public static string ToDot(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, bool onlyKept = false)
        => ToDot<Nas101>(matrix, operations, onlyKept);

    /// <summary>Writes a graph of any size with any names in DOT; names of the space's operations have their colours.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0; upper triangular.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="onlyKept">Whether to leave out what pruning removes; what remains is numbered anew.</param>
    /// <returns>A <c>digraph</c>, its vertices numbered from 0.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, not upper triangular or not binary, or there is not one name for each vertex.</exception>
    public static string ToDot<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, bool onlyKept = false)
        where TSpace : ISearchSpace<TSpace>
        => DotFormat.Write(DrawnGraph.Of<TSpace>(matrix, operations, onlyKept));
}
