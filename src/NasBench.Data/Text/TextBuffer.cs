using System.Buffers.Text;
using System.Globalization;
using System.Text;
namespace NasBench.Data;

/// <summary>ASCII text in memory. One object serves many texts; no allocation once it has the size of the longest.</summary>
internal sealed class TextBuffer
{
    /// <summary>More than any number takes.</summary>
    private const int NumberRoom = 32;

    /// <summary>More than the matrix or the operations of any cell take.</summary>
    private const int CellRoom = 256;

    /// <summary>
    /// The texts of the accuracies k/9984, which make up most of a data set: <see cref="NumberRoom"/> bytes each, of which the last is the length.
    /// </summary>
    private static readonly byte[] s_accuracies = FormatAccuracies();

    private byte[] _buffer = new byte[1 << 12];
    private int _used;

    /// <summary>What was written since the last <see cref="Clear"/>; valid until the next write.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _used);

    public void Clear() => _used = 0;

    public void Write(ReadOnlySpan<byte> text)
    {
        text.CopyTo(Room(text.Length));
        _used += text.Length;
    }

    public void Write(string text) => _used += Encoding.ASCII.GetBytes(text, Room(text.Length));

    public void Write(ModuleHash hash)
    {
        hash.TryFormat(Room(CellRoom), out int written);
        _used += written;
    }

    /// <summary>Writes the adjacency matrix, as <see cref="AdjacencyText"/> does.</summary>
    public void WriteAdjacency(Cell cell) => _used += AdjacencyText.Write(cell, Room(CellRoom));

    /// <summary>Writes the names of the operations, separated by commas.</summary>
    public void WriteOperations(Cell cell)
    {
        cell.TryFormatOperations(Room(CellRoom), out int written);
        _used += written;
    }

    /// <summary>Writes the names of the operations as an array of JSON. A space's names need no escapes.</summary>
    public void WriteOperationArray(Cell cell)
    {
        Span<byte> names = stackalloc byte[CellRoom];
        cell.TryFormatOperations(names, out int length);
        names = names[..length];
        Write("[\""u8);
        for (int comma; (comma = names.IndexOf((byte)',')) >= 0; names = names[(comma + 1)..])
        {
            Write(names[..comma]);
            Write("\",\""u8);
        }

        Write(names);
        Write("\"]"u8);
    }

    public void Write(int number)
    {
        Utf8Formatter.TryFormat(number, Room(NumberRoom), out int written);
        _used += written;
    }

    /// <summary>Writes the shortest digits that read back to the same number.</summary>
    public void Write(double number)
    {
        int k = (int)((Math.Clamp(number, 0, 1) * Accuracies.Denominator) + 0.5);
        Span<byte> room = Room(NumberRoom);
        if (number is > 0 and <= 1 && Accuracies.Of(k) == number)
        {
            ReadOnlySpan<byte> text = s_accuracies.AsSpan(k * NumberRoom, NumberRoom);
            text.CopyTo(room);
            _used += text[^1];
            return;
        }

        number.TryFormat(room, out int written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    private static byte[] FormatAccuracies()
    {
        byte[] texts = new byte[(Accuracies.Denominator + 1) * NumberRoom];
        for (int k = 0; k <= Accuracies.Denominator; k++)
        {
            Span<byte> text = texts.AsSpan(k * NumberRoom, NumberRoom);
            Accuracies.Of(k).TryFormat(text, out int written, default, CultureInfo.InvariantCulture);
            text[^1] = (byte)written;
        }

        return texts;
    }

    /// <summary>Room for at least so many bytes.</summary>
    private Span<byte> Room(int count)
    {
        if (count > _buffer.Length - _used)
        {
            Array.Resize(ref _buffer, Math.Max(checked(_used + count), (int)Math.Min(2L * _buffer.Length, Array.MaxLength)));
        }

        return _buffer.AsSpan(_used);
    }
}
