using System.Text;
using System.Text.Json;
using CommunityToolkit.HighPerformance;

namespace NasBench.Cli;

/// <summary>
/// An adjacency matrix as text gives it: digits row by row (<c>0100…</c>), or rows in brackets (<c>[[0,1],[0,0]]</c>). Numbers equal to 0
/// or 1 (and true, false) are entries; any other number is kept as 2, so that the engine refuses it. Rows of different lengths make an
/// empty matrix, which it refuses as not square.
/// </summary>
internal sealed class GivenMatrix
{
    private const byte NotBinary = 2;

    private readonly byte[] _entries;

    private GivenMatrix(byte[] entries, int rows, int columns)
    {
        _entries = entries;
        Rows = rows;
        Columns = columns;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>The entries.</summary>
    public ReadOnlySpan2D<byte> Span => Rows == 0 ? default : new ReadOnlySpan2D<byte>(_entries, Rows, Columns);

    private static GivenMatrix NotSquare => new([], 0, 0);

    /// <summary>Reads either form.</summary>
    /// <returns>The matrix, or null where the text is no matrix at all.</returns>
    public static GivenMatrix? Parse(string text)
    {
        ReadOnlySpan<char> trimmed = text.AsSpan().Trim();
        if (!trimmed.StartsWith("["))
        {
            return ParseDigits(trimmed);
        }

        try
        {
            Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(text));
            reader.Read();
            GivenMatrix? matrix = ParseRows(ref reader);
            return matrix is not null && !reader.Read() ? matrix : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads a row-major string of digits.</summary>
    public static GivenMatrix? ParseDigits(ReadOnlySpan<char> digits)
    {
        int size = (int)Math.Sqrt(digits.Length);
        byte[] entries = new byte[digits.Length];
        for (int i = 0; i < digits.Length; i++)
        {
            if (!char.IsAsciiDigit(digits[i]))
            {
                return null;
            }

            entries[i] = (byte)Math.Min(digits[i] - '0', NotBinary);
        }

        return size * size == digits.Length ? new GivenMatrix(entries, size, size) : NotSquare;
    }

    /// <summary>Reads rows in brackets; the reader stands on the opening bracket, and after it on the closing one.</summary>
    /// <returns>The matrix, or null where it is none (the reader has then read on to the closing bracket all the same).</returns>
    /// <exception cref="JsonException">The text is not JSON.</exception>
    public static GivenMatrix? ParseRows(ref Utf8JsonReader reader)
    {
        List<byte> entries = [];
        int rows = 0;
        int columns = -1;
        bool isMatrix = true;
        bool isRagged = false;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.StartArray)
            {
                int before = entries.Count;
                isMatrix &= ParseRow(ref reader, entries);
                int length = entries.Count - before;
                isRagged |= rows > 0 && length != columns;
                columns = length;
                rows++;
            }
            else
            {
                // A list of numbers: one dimension, so not square.
                isMatrix &= TryReadEntry(ref reader, out _);
                isRagged = true;
                reader.Skip();
            }
        }

        return !isMatrix ? null : isRagged || columns <= 0 ? NotSquare : new GivenMatrix([.. entries], rows, columns);
    }

    private static bool ParseRow(ref Utf8JsonReader reader, List<byte> entries)
    {
        bool isRow = true;
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            isRow &= TryReadEntry(ref reader, out byte entry);
            entries.Add(entry);
            reader.Skip();
        }

        return isRow;
    }

    private static bool TryReadEntry(ref Utf8JsonReader reader, out byte entry)
    {
        entry = NotBinary;
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                entry = !reader.TryGetDouble(out double number) ? NotBinary : number == 0 ? (byte)0 : number == 1 ? (byte)1 : NotBinary;
                return true;
            case JsonTokenType.True or JsonTokenType.False:
                entry = reader.TokenType == JsonTokenType.True ? (byte)1 : (byte)0;
                return true;
            default:
                return false;
        }
    }
}
