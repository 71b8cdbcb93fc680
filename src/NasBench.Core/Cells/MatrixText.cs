using CommunityToolkit.HighPerformance;

namespace NasBench;

/// <summary>Matrices as text: the n*n digits of the rows one after the other, or the rows in brackets, <c>[[0, 1], [0, 0]]</c>.</summary>
internal static class MatrixText
{
    /// <summary>The root of a square, else -1.</summary>
    public static int SquareRoot(int square)
    {
        int root = (int)Math.Sqrt(square);
        return root * root == square ? root : -1;
    }

    /// <summary>Views n*n entries as a matrix.</summary>
    public static ReadOnlySpan2D<byte> Square(ReadOnlySpan<byte> entries, int vertices) => entries.AsSpan2D(vertices, vertices);

    /// <summary>Reads a matrix; entries other than 0 and 1 come out as 2, so that the check of entries refuses them.</summary>
    /// <param name="text">Digits or bracketed rows; characters outside of ASCII are never right.</param>
    /// <param name="entries">At least as long as the text.</param>
    /// <param name="vertices">The number of rows.</param>
    /// <returns><see cref="CellStatus.Ok"/>, <see cref="CellStatus.BadText"/> or <see cref="CellStatus.NotSquare"/>.</returns>
    public static CellStatus TryRead<TChar>(ReadOnlySpan<TChar> text, Span<byte> entries, out int vertices)
        where TChar : unmanaged, System.Numerics.IBinaryInteger<TChar>
    {
        text = Trim(text);
        if (text.Length > 0 && text[0] == TChar.CreateTruncating('['))
        {
            return TryReadRows(text, entries, out vertices);
        }

        vertices = SquareRoot(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (!TryReadDigit(text[i], out entries[i]))
            {
                return CellStatus.BadText;
            }
        }

        return vertices > 0 ? CellStatus.Ok : CellStatus.NotSquare;
    }

    private static CellStatus TryReadRows<TChar>(ReadOnlySpan<TChar> text, Span<byte> entries, out int vertices)
        where TChar : unmanaged, System.Numerics.IBinaryInteger<TChar>
    {
        vertices = 0;
        int count = 0;
        int width = -1;
        bool square = true;
        var cursor = new TextCursor<TChar>(text);
        if (!cursor.TryTake('['))
        {
            return CellStatus.BadText;
        }

        do
        {
            int start = count;
            if (!TryReadRow(ref cursor, entries, ref count))
            {
                return CellStatus.BadText;
            }

            square &= width < 0 || width == count - start;
            width = count - start;
            vertices++;
        }
        while (cursor.TryTake(','));

        if (!cursor.TryTake(']') || !cursor.IsAtEnd)
        {
            return CellStatus.BadText;
        }

        return square && width == vertices ? CellStatus.Ok : CellStatus.NotSquare;
    }

    private static bool TryReadRow<TChar>(ref TextCursor<TChar> cursor, Span<byte> entries, ref int count)
        where TChar : unmanaged, System.Numerics.IBinaryInteger<TChar>
    {
        if (!cursor.TryTake('['))
        {
            return false;
        }

        if (cursor.TryTake(']'))
        {
            return true;
        }

        do
        {
            if (!cursor.TryTakeEntry(out entries[count++]))
            {
                return false;
            }
        }
        while (cursor.TryTake(','));

        return cursor.TryTake(']');
    }

    private static bool TryReadDigit<TChar>(TChar character, out byte entry)
        where TChar : unmanaged, System.Numerics.IBinaryInteger<TChar>
    {
        uint digit = uint.CreateTruncating(character) - '0';
        entry = (byte)Math.Min(digit, 2);
        return digit <= 9;
    }

    private static ReadOnlySpan<TChar> Trim<TChar>(ReadOnlySpan<TChar> text)
        where TChar : unmanaged, System.Numerics.IBinaryInteger<TChar>
    {
        while (text.Length > 0 && TextCursor<TChar>.IsBlank(text[0]))
        {
            text = text[1..];
        }

        while (text.Length > 0 && TextCursor<TChar>.IsBlank(text[^1]))
        {
            text = text[..^1];
        }

        return text;
    }
}
