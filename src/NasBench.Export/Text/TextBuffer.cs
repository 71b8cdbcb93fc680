using System.Buffers.Text;
using System.Globalization;
using System.Text;
using NasBench.Data;

namespace NasBench.Export;

/// <summary>Writes ASCII text to a stream through one buffer. No allocation a line.</summary>
internal sealed class TextBuffer(Stream stream)
{
    private const int Capacity = 1 << 18;

    /// <summary>More than any number takes.</summary>
    private const int NumberRoom = 32;

    private readonly byte[] _buffer = new byte[Capacity];
    private int _used;

    /// <summary>The texts of the accuracies k/9984, which make up most of a data set.</summary>
    private static readonly byte[][] s_accuracies = [.. Enumerable.Range(0, 9985).Select(k => Encoding.ASCII.GetBytes(Format(PackedMetrics.Accuracy(k))))];

    public void Write(ReadOnlySpan<byte> text)
    {
        EnsureRoom(text.Length);
        text.CopyTo(_buffer.AsSpan(_used));
        _used += text.Length;
    }

    public void Write(string text)
    {
        EnsureRoom(text.Length);
        _used += Encoding.ASCII.GetBytes(text, _buffer.AsSpan(_used));
    }

    public void Write(int number)
    {
        EnsureRoom(NumberRoom);
        Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out int written);
        _used += written;
    }

    /// <summary>Writes the shortest digits that read back to the same number.</summary>
    public void Write(double number)
    {
        int k = (int)((Math.Clamp(number, 0, 1) * 9984) + 0.5);
        if (number is > 0 and <= 1 && PackedMetrics.Accuracy(k) == number)
        {
            Write(s_accuracies[k]);
            return;
        }

        EnsureRoom(NumberRoom);
        number.TryFormat(_buffer.AsSpan(_used), out int written, default, CultureInfo.InvariantCulture);
        _used += written;
    }

    public void Flush()
    {
        stream.Write(_buffer, 0, _used);
        _used = 0;
    }

    private static string Format(double number) => number.ToString(CultureInfo.InvariantCulture);

    private void EnsureRoom(int count)
    {
        if (count > Capacity - _used)
        {
            Flush();
        }
    }
}
