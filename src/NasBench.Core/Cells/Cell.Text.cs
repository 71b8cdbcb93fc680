using System.Diagnostics.CodeAnalysis;

namespace NasBench;

/// <content>
/// Text form: matrix digits row by row, one blank, comma-separated names: <c>0100 input,output</c>. The same in UTF-16 and UTF-8;
/// culture and format are ignored.
/// </content>
public readonly partial struct Cell : ISpanFormattable, IUtf8SpanFormattable, ISpanParsable<Cell>, IUtf8SpanParsable<Cell>
{
    /// <summary>Reads a matrix and names of NAS-Bench-101, if the cell lies in the space.</summary>
    /// <param name="matrix">n*n digits, row after row, or rows in brackets.</param>
    /// <param name="operations">n names, comma-separated.</param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>
    /// Whether the cell lies in the space; <see cref="ParseRaw{TSpace}(ReadOnlySpan{char}, ReadOnlySpan{char}, out Cell)"/> says what is wrong.
    /// </returns>
    public static bool TryParse(ReadOnlySpan<char> matrix, ReadOnlySpan<char> operations, out Cell cell) => TryParse<Nas101>(matrix, operations, out cell);

    /// <summary>Reads a matrix and names of a space, if the cell lies in the space.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">n*n digits, row after row, or rows in brackets.</param>
    /// <param name="operations">n names, comma-separated.</param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>
    /// Whether the cell lies in the space; <see cref="ParseRaw{TSpace}(ReadOnlySpan{char}, ReadOnlySpan{char}, out Cell)"/> says what is wrong.
    /// </returns>
    public static bool TryParse<TSpace>(ReadOnlySpan<char> matrix, ReadOnlySpan<char> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => ParseRaw<TSpace>(matrix, operations, out cell) == CellStatus.Ok && KeepIfValid<TSpace>(ref cell);

    /// <summary>Reads a matrix and names of NAS-Bench-101 from UTF-8, if the cell lies in the space.</summary>
    /// <param name="utf8Matrix">n*n digits, row after row, or rows in brackets.</param>
    /// <param name="utf8Operations">n names, comma-separated.</param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>
    /// Whether the cell lies in the space; <see cref="ParseRaw{TSpace}(ReadOnlySpan{char}, ReadOnlySpan{char}, out Cell)"/> says what is wrong.
    /// </returns>
    public static bool TryParse(ReadOnlySpan<byte> utf8Matrix, ReadOnlySpan<byte> utf8Operations, out Cell cell)
        => TryParse<Nas101>(utf8Matrix, utf8Operations, out cell);

    /// <summary>Reads a matrix and names of a space from UTF-8, if the cell lies in the space.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="utf8Matrix">n*n digits, row after row, or rows in brackets.</param>
    /// <param name="utf8Operations">n names, comma-separated.</param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>
    /// Whether the cell lies in the space; <see cref="ParseRaw{TSpace}(ReadOnlySpan{char}, ReadOnlySpan{char}, out Cell)"/> says what is wrong.
    /// </returns>
    public static bool TryParse<TSpace>(ReadOnlySpan<byte> utf8Matrix, ReadOnlySpan<byte> utf8Operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => ParseRaw<TSpace>(utf8Matrix, utf8Operations, out cell) == CellStatus.Ok && KeepIfValid<TSpace>(ref cell);

    /// <summary>Keeps a matrix and names of NAS-Bench-101 as a cell, valid or not.</summary>
    /// <remarks>See <see cref="ParseRaw{TSpace}(ReadOnlySpan{char}, ReadOnlySpan{char}, out Cell)"/>.</remarks>
    /// <param name="matrix">n*n digits, row after row, or rows in brackets.</param>
    /// <param name="operations">n names, comma-separated.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept.</returns>
    public static CellStatus ParseRaw(ReadOnlySpan<char> matrix, ReadOnlySpan<char> operations, out Cell cell)
        => CellTextReader.Parse<Nas101, char>(matrix, operations, out cell);

    /// <summary>Keeps a matrix and names of a space as a cell, valid or not.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">n*n digits, row after row (<c>0100</c>), or rows in brackets (<c>[[0, 1], [0, 0]]</c>), of any size.</param>
    /// <param name="operations">n names, comma-separated, without blanks.</param>
    /// <param name="cell">The cell; <c>default</c> where the status is not <see cref="CellStatus.Ok"/>.</param>
    /// <returns>
    /// <see cref="CellStatus.BadText"/> for what is not a matrix, otherwise as for
    /// <see cref="CreateRaw{TSpace}(CommunityToolkit.HighPerformance.ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.
    /// </returns>
    public static CellStatus ParseRaw<TSpace>(ReadOnlySpan<char> matrix, ReadOnlySpan<char> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CellTextReader.Parse<TSpace, char>(matrix, operations, out cell);

    /// <summary>Keeps a matrix and names of NAS-Bench-101 in UTF-8 as a cell, valid or not.</summary>
    /// <remarks>See <see cref="ParseRaw{TSpace}(ReadOnlySpan{char}, ReadOnlySpan{char}, out Cell)"/>.</remarks>
    /// <param name="utf8Matrix">n*n digits, row after row, or rows in brackets.</param>
    /// <param name="utf8Operations">n names, comma-separated.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept.</returns>
    public static CellStatus ParseRaw(ReadOnlySpan<byte> utf8Matrix, ReadOnlySpan<byte> utf8Operations, out Cell cell)
        => CellTextReader.Parse<Nas101, byte>(utf8Matrix, utf8Operations, out cell);

    /// <summary>Keeps a matrix and names of a space in UTF-8 as a cell, valid or not.</summary>
    /// <remarks>See <see cref="ParseRaw{TSpace}(ReadOnlySpan{char}, ReadOnlySpan{char}, out Cell)"/>.</remarks>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="utf8Matrix">n*n digits, row after row, or rows in brackets.</param>
    /// <param name="utf8Operations">n names, comma-separated.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept.</returns>
    public static CellStatus ParseRaw<TSpace>(ReadOnlySpan<byte> utf8Matrix, ReadOnlySpan<byte> utf8Operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CellTextReader.Parse<TSpace, byte>(utf8Matrix, utf8Operations, out cell);

    /// <summary>Reads the text form with the names of a space: what <see cref="ToString{TSpace}"/> writes, of any cell, valid or not.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="text">Matrix, one blank, names.</param>
    /// <returns>The cell.</returns>
    /// <exception cref="FormatException">The text is not that of a cell; the message says why.</exception>
    public static Cell Parse<TSpace>(ReadOnlySpan<char> text)
        where TSpace : ISearchSpace<TSpace>
        => CheckParsed(CellTextReader.Parse<TSpace, char>(text, out Cell cell), cell);

    /// <summary>Reads the text form with the names of a space: what <see cref="ToString{TSpace}"/> writes, of any cell, valid or not.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="text">Matrix, one blank, names.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns>Whether the text is that of a cell.</returns>
    public static bool TryParse<TSpace>(ReadOnlySpan<char> text, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CellTextReader.Parse<TSpace, char>(text, out cell) == CellStatus.Ok;

    /// <summary>Reads the UTF-8 text form with the names of a space, of any cell, valid or not.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="utf8Text">Matrix, one blank, names.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns>Whether the text is that of a cell.</returns>
    public static bool TryParse<TSpace>(ReadOnlySpan<byte> utf8Text, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CellTextReader.Parse<TSpace, byte>(utf8Text, out cell) == CellStatus.Ok;

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, out Cell result)
        => CellTextReader.Parse<Nas101, char>(s, out result) == CellStatus.Ok;

    /// <inheritdoc/>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Cell result)
        => CellTextReader.Parse<Nas101, char>(s, out result) == CellStatus.Ok;

    /// <inheritdoc/>
    public static bool TryParse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider, out Cell result)
        => CellTextReader.Parse<Nas101, byte>(utf8Text, out result) == CellStatus.Ok;

    /// <inheritdoc/>
    public static Cell Parse(ReadOnlySpan<char> s, IFormatProvider? provider)
        => CheckParsed(CellTextReader.Parse<Nas101, char>(s, out Cell cell), cell);

    /// <inheritdoc/>
    public static Cell Parse(string s, IFormatProvider? provider = null)
    {
        ArgumentNullException.ThrowIfNull(s);
        return Parse(s.AsSpan(), provider);
    }

    /// <inheritdoc/>
    public static Cell Parse(ReadOnlySpan<byte> utf8Text, IFormatProvider? provider)
        => CheckParsed(CellTextReader.Parse<Nas101, byte>(utf8Text, out Cell cell), cell);

    /// <summary>The text form with the names of the cell's own space.</summary>
    /// <returns>
    /// Matrix digits, one blank, names. Where no cell of that space was made in this process, its operations are <c>op0</c>, <c>op1</c>, ...
    /// </returns>
    public override string ToString() => CellTextWriter.ToString(this, CellTextWriter.OwnNames(this));

    /// <summary>The text form with the names of a space.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <returns>Matrix digits, one blank, names; <c>op0</c>, <c>op1</c>, ... for the operations of a cell of another space.</returns>
    public string ToString<TSpace>()
        where TSpace : ISearchSpace<TSpace>
        => CellTextWriter.ToString(this, CellTextWriter.NamesOf<TSpace>(this));

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
        => CellTextWriter.TryFormat(this, CellTextWriter.OwnNames(this), destination, out charsWritten);

    /// <inheritdoc/>
    public bool TryFormat(Span<byte> utf8Destination, out int bytesWritten, ReadOnlySpan<char> format = default, IFormatProvider? provider = null)
        => CellTextWriter.TryFormat(this, CellTextWriter.OwnNames(this), utf8Destination, out bytesWritten);

    /// <summary>Writes the text form with the names of a space, as <see cref="ToString{TSpace}"/>; nothing where it does not fit.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="destination">Receives the text.</param>
    /// <param name="charsWritten">Its length, or 0.</param>
    /// <returns>Whether it fits.</returns>
    public bool TryFormat<TSpace>(Span<char> destination, out int charsWritten)
        where TSpace : ISearchSpace<TSpace>
        => CellTextWriter.TryFormat(this, CellTextWriter.NamesOf<TSpace>(this), destination, out charsWritten);

    /// <summary>Writes the n*n digits of the matrix, row after row; nothing where they do not fit.</summary>
    /// <param name="destination">Receives the digits.</param>
    /// <param name="charsWritten">Their number, or 0.</param>
    /// <returns>Whether they fit.</returns>
    public bool TryFormatMatrix(Span<char> destination, out int charsWritten) => CellTextWriter.TryFormatMatrix(this, destination, out charsWritten);

    /// <summary>Writes the n*n digits of the matrix in UTF-8, row after row; nothing where they do not fit.</summary>
    /// <param name="utf8Destination">Receives the digits.</param>
    /// <param name="bytesWritten">Their number, or 0.</param>
    /// <returns>Whether they fit.</returns>
    public bool TryFormatMatrix(Span<byte> utf8Destination, out int bytesWritten) => CellTextWriter.TryFormatMatrix(this, utf8Destination, out bytesWritten);

    /// <summary>Writes the names of the vertices, comma-separated, as the cell's own space has them; nothing where they do not fit.</summary>
    /// <param name="destination">Receives the names.</param>
    /// <param name="charsWritten">Their length, or 0.</param>
    /// <returns>Whether they fit.</returns>
    public bool TryFormatOperations(Span<char> destination, out int charsWritten)
        => CellTextWriter.TryFormatNames(this, CellTextWriter.OwnNames(this), destination, out charsWritten);

    /// <summary>Writes the names of the vertices, comma-separated; nothing where they do not fit.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="destination">Receives the names.</param>
    /// <param name="charsWritten">Their length, or 0.</param>
    /// <returns>Whether they fit.</returns>
    public bool TryFormatOperations<TSpace>(Span<char> destination, out int charsWritten)
        where TSpace : ISearchSpace<TSpace>
        => CellTextWriter.TryFormatNames(this, CellTextWriter.NamesOf<TSpace>(this), destination, out charsWritten);

    /// <summary>Writes the names of the vertices in UTF-8, comma-separated, as the cell's own space has them; nothing where they do not fit.</summary>
    /// <param name="utf8Destination">Receives the names.</param>
    /// <param name="bytesWritten">Their length, or 0.</param>
    /// <returns>Whether they fit.</returns>
    public bool TryFormatOperations(Span<byte> utf8Destination, out int bytesWritten)
        => CellTextWriter.TryFormatNames(this, CellTextWriter.OwnNames(this), utf8Destination, out bytesWritten);

    /// <summary>Writes the names of the vertices in UTF-8, comma-separated; nothing where they do not fit.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="utf8Destination">Receives the names.</param>
    /// <param name="bytesWritten">Their length, or 0.</param>
    /// <returns>Whether they fit.</returns>
    public bool TryFormatOperations<TSpace>(Span<byte> utf8Destination, out int bytesWritten)
        where TSpace : ISearchSpace<TSpace>
        => CellTextWriter.TryFormatNames(this, CellTextWriter.NamesOf<TSpace>(this), utf8Destination, out bytesWritten);

    private static Cell CheckParsed(CellStatus status, Cell cell)
    {
        return status == CellStatus.Ok ? cell : throw new FormatException($"not a cell: {status.Describe()}");
    }
}
