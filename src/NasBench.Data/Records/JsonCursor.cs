using System.Buffers;
using System.Text;

namespace NasBench.Data;

/// <summary>
/// Walks over JSON text (RFC 8259) in UTF-8. Strings are given in place where they hold no escape, else unescaped into a buffer of the caller.
/// </summary>
internal ref struct JsonCursor(ReadOnlySpan<byte> text)
{
    // What ends a run of plain characters in a string: quote, backslash, control characters.
    private static readonly SearchValues<byte> Special = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(c => (byte)c), (byte)'"', (byte)'\\']);

    private readonly ReadOnlySpan<byte> _text = text;

    /// <summary>Offset of the next byte.</summary>
    internal int Position { get; private set; }

    /// <summary>Whether only white space is left.</summary>
    internal bool IsAtEnd
    {
        get
        {
            SkipWhiteSpace();
            return Position == _text.Length;
        }
    }

    /// <summary>Takes one punctuation mark, white space before it included.</summary>
    internal bool TryTake(byte mark)
    {
        SkipWhiteSpace();
        if (Position >= _text.Length || _text[Position] != mark)
        {
            return false;
        }

        Position++;
        return true;
    }

    /// <summary>Reads a number's text, which follows JSON's grammar, white space before it included.</summary>
    internal bool TryReadNumber(out ReadOnlySpan<byte> number)
    {
        SkipWhiteSpace();
        int start = Position;
        number = default;
        TakeIf((byte)'-');
        bool hasZero = TakeIf((byte)'0');
        if (hasZero == TakeDigits()) // a zero that leads stands alone
        {
            return false;
        }

        if (TakeIf((byte)'.') && !TakeDigits())
        {
            return false;
        }

        if (TakeIf((byte)'e') || TakeIf((byte)'E'))
        {
            if (!TakeIf((byte)'+'))
            {
                TakeIf((byte)'-');
            }

            if (!TakeDigits())
            {
                return false;
            }
        }

        number = _text[start..Position];
        return true;
    }

    /// <summary>Reads a string, white space before it included.</summary>
    /// <param name="buffer">Room for the unescaped text, which is never longer than the text itself; what was used is cut off from its front.</param>
    /// <param name="value">The string's UTF-8.</param>
    internal bool TryReadString(ref Span<byte> buffer, out ReadOnlySpan<byte> value)
    {
        value = default;
        if (!TryTake((byte)'"'))
        {
            return false;
        }

        int run = _text[Position..].IndexOfAny(Special);
        if (run >= 0 && _text[Position + run] == (byte)'"')
        {
            value = _text.Slice(Position, run);
            Position += run + 1;
            return true;
        }

        int written = 0;
        while (run >= 0)
        {
            _text.Slice(Position, run).CopyTo(buffer[written..]);
            written += run;
            Position += run;
            byte special = _text[Position++];
            if (special == (byte)'"')
            {
                value = buffer[..written];
                buffer = buffer[written..];
                return true;
            }

            if (special != (byte)'\\' || !TryUnescape(buffer, ref written))
            {
                Position--;
                return false;
            }

            run = _text[Position..].IndexOfAny(Special);
        }

        return false;
    }

    /// <summary>Reads what follows a backslash.</summary>
    private bool TryUnescape(Span<byte> buffer, ref int written)
    {
        if (Position >= _text.Length)
        {
            return false;
        }

        byte name = _text[Position++];
        byte plain = name switch
        {
            (byte)'n' => (byte)'\n',
            (byte)'"' or (byte)'\\' or (byte)'/' => name,
            (byte)'b' => (byte)'\b',
            (byte)'f' => (byte)'\f',
            (byte)'r' => (byte)'\r',
            (byte)'t' => (byte)'\t',
            _ => 0,
        };
        if (plain != 0)
        {
            buffer[written++] = plain;
            return true;
        }

        if (name != (byte)'u' || !TryReadCodeUnit(out char first))
        {
            return false;
        }

        if (Rune.TryCreate(first, out Rune rune))
        {
            written += rune.EncodeToUtf8(buffer[written..]);
            return true;
        }

        // A surrogate: its other half must follow as an escape too.
        if (_text[Position..].StartsWith("\\u"u8))
        {
            Position += 2;
            if (TryReadCodeUnit(out char second) && Rune.TryCreate(first, second, out rune))
            {
                written += rune.EncodeToUtf8(buffer[written..]);
                return true;
            }
        }

        return false;
    }

    private bool TryReadCodeUnit(out char unit)
    {
        int value = 0;
        unit = default;
        if (_text.Length - Position < 4)
        {
            return false;
        }

        foreach (byte digit in _text.Slice(Position, 4))
        {
            if (!char.IsAsciiHexDigit((char)digit))
            {
                return false;
            }

            value = (value << 4) | (char.IsAsciiDigit((char)digit) ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }

        Position += 4;
        unit = (char)value;
        return true;
    }

    private void SkipWhiteSpace()
    {
        while (Position < _text.Length && _text[Position] is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r')
        {
            Position++;
        }
    }

    private bool TakeIf(byte mark)
    {
        bool taken = Position < _text.Length && _text[Position] == mark;
        Position += taken ? 1 : 0;
        return taken;
    }

    private bool TakeDigits()
    {
        int start = Position;
        while (Position < _text.Length && char.IsAsciiDigit((char)_text[Position]))
        {
            Position++;
        }

        return Position > start;
    }
}
