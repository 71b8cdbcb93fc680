using System.Numerics;
using System.Runtime.InteropServices;
using System.Text;
using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

/// <summary>Cells as text, one code for UTF-16 and UTF-8: matrix digits, one blank, comma-separated names.</summary>
internal static class CellText
{
    /// <summary>Reads the combined form.</summary>
    public static CellStatus TryParse<TSpace, TChar>(ReadOnlySpan<TChar> text, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        // Names hold no blanks, a bracketed matrix may: the last blank is the separator.
        int blank = text.LastIndexOf(TChar.CreateTruncating(' '));
        if (blank < 0)
        {
            cell = default;
            return CellStatus.BadText;
        }

        return TryParse<TSpace, TChar>(text[..blank], text[(blank + 1)..], out cell);
    }

    /// <summary>Reads matrix and names.</summary>
    public static CellStatus TryParse<TSpace, TChar>(ReadOnlySpan<TChar> matrix, ReadOnlySpan<TChar> names, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        cell = default;
        using SpanOwner<byte> entries = SpanOwner<byte>.Allocate(matrix.Length);
        CellStatus status = MatrixText.TryRead(matrix, entries.Span, out int vertices);
        if (status != CellStatus.Ok)
        {
            return status;
        }

        int count = names.Count(TChar.CreateTruncating(',')) + 1;
        using SpanOwner<byte> labels = SpanOwner<byte>.Allocate(count);
        ParseNames<TSpace, TChar>(names, labels.Span);
        var square = MatrixText.Square(entries.Span[..(vertices * vertices)], vertices);
        status = CellMatrix.Check(square, count);
        return status == CellStatus.Ok ? Cell.FromMatrix(square, labels.Span, out cell) : status;
    }

    /// <summary>Writes the combined form, all or nothing.</summary>
    public static bool TryFormat<TSpace, TChar>(Cell cell, Span<TChar> destination, out int written)
        where TSpace : ISearchSpace<TSpace>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int vertices = cell.Vertices;
        int matrixLength = vertices * vertices;
        written = matrixLength + 1 + NamesLength<TSpace, TChar>(cell);
        if (destination.Length < written)
        {
            written = 0;
            return false;
        }

        TryFormatMatrix(cell, destination, out _);
        destination[matrixLength] = TChar.CreateTruncating(' ');
        return TryFormatNames<TSpace, TChar>(cell, destination[(matrixLength + 1)..], out _);
    }

    /// <summary>Writes the n*n digits, all or nothing.</summary>
    public static bool TryFormatMatrix<TChar>(Cell cell, Span<TChar> destination, out int written)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int vertices = cell.Vertices;
        written = 0;
        if (destination.Length < vertices * vertices)
        {
            return false;
        }

        uint mask = cell.AdjacencyBits;
        for (int from = 0; from < vertices; from++)
        {
            for (int to = 0; to < vertices; to++)
            {
                bool edge = from < to && ((mask >> Adjacency.Edge(from, to)) & 1) != 0;
                destination[written++] = TChar.CreateTruncating(edge ? '1' : '0');
            }
        }

        return true;
    }

    /// <summary>Writes the names, comma-separated, all or nothing.</summary>
    public static bool TryFormatNames<TSpace, TChar>(Cell cell, Span<TChar> destination, out int written)
        where TSpace : ISearchSpace<TSpace>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        written = 0;
        if (destination.Length < NamesLength<TSpace, TChar>(cell))
        {
            return false;
        }

        for (int vertex = 0; vertex < cell.Vertices; vertex++)
        {
            if (vertex > 0)
            {
                destination[written++] = TChar.CreateTruncating(',');
            }

            written += WriteName(NameOf<TSpace>(cell, vertex), destination[written..]);
        }

        return true;
    }

    /// <summary>The name of a vertex of a cell: <c>unknown</c> where it is not kept.</summary>
    public static string NameOf<TSpace>(Cell cell, int vertex)
        where TSpace : ISearchSpace<TSpace>
    {
        // Of a single vertex, which is both first and last, the one name that it has is kept.
        if (vertex == cell.Vertices - 1 && (cell.LastIsOutput || vertex > 0))
        {
            return cell.LastIsOutput ? CellErrors.OutputName : CellErrors.UnknownName;
        }

        if (vertex == 0)
        {
            return cell.FirstIsInput ? CellErrors.InputName : CellErrors.UnknownName;
        }

        int operation = cell.OperationAt(vertex);
        return operation < TSpace.OperationCount ? TSpace.OperationNames[operation] : CellErrors.UnknownName;
    }

    /// <summary>The length of the names and the commas between them.</summary>
    public static int NamesLength<TSpace, TChar>(Cell cell)
        where TSpace : ISearchSpace<TSpace>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int length = cell.Vertices - 1;
        for (int vertex = 0; vertex < cell.Vertices; vertex++)
        {
            string name = NameOf<TSpace>(cell, vertex);
            length += typeof(TChar) == typeof(byte) ? Encoding.UTF8.GetByteCount(name) : name.Length;
        }

        return length;
    }

    private static int WriteName<TChar>(string name, Span<TChar> destination)
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        if (typeof(TChar) == typeof(byte))
        {
            return Encoding.UTF8.GetBytes(name, MemoryMarshal.AsBytes(destination));
        }

        name.CopyTo(MemoryMarshal.Cast<TChar, char>(destination));
        return name.Length;
    }

    private static void ParseNames<TSpace, TChar>(ReadOnlySpan<TChar> names, Span<byte> labels)
        where TSpace : ISearchSpace<TSpace>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        int vertex = 0;
        foreach (Range range in names.Split(TChar.CreateTruncating(',')))
        {
            labels[vertex++] = ParseName<TSpace, TChar>(names[range]);
        }
    }

    private static byte ParseName<TSpace, TChar>(ReadOnlySpan<TChar> name)
        where TSpace : ISearchSpace<TSpace>
        where TChar : unmanaged, IBinaryInteger<TChar>
    {
        return typeof(TChar) == typeof(byte)
            ? VertexLabel.Parse<TSpace>(MemoryMarshal.AsBytes(name))
            : VertexLabel.Parse<TSpace>(MemoryMarshal.Cast<TChar, char>(name));
    }
}
