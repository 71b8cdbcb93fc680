using System.Numerics;
using System.Runtime.InteropServices;
using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

/// <summary>Reads cells from text, UTF-16 and UTF-8 by the same code: matrix digits, one blank, comma-separated names.</summary>
internal static class CellTextReader
{
    /// <summary>Reads the combined form.</summary>
    public static CellStatus Parse<TSpace, TChar>(ReadOnlySpan<TChar> text, out Cell cell)
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

        return Parse<TSpace, TChar>(text[..blank], text[(blank + 1)..], out cell);
    }

    /// <summary>Reads a matrix and names.</summary>
    public static CellStatus Parse<TSpace, TChar>(ReadOnlySpan<TChar> matrix, ReadOnlySpan<TChar> names, out Cell cell)
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
        var rows = new ByteRows(MatrixText.Square(entries.Span[..(vertices * vertices)], vertices));
        status = CellMatrix.Check(rows, count);
        return status == CellStatus.Ok ? Cell.FromLabels<TSpace, ByteRows>(rows, labels.Span, out cell) : status;
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
