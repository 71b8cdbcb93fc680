using System.Numerics;

namespace NasBench;

/// <summary>Walks over the text of a bracketed matrix, in UTF-16 or UTF-8, skipping blanks.</summary>
internal ref struct TextCursor<TChar>(ReadOnlySpan<TChar> text)
    where TChar : unmanaged, IBinaryInteger<TChar>
{
    private ReadOnlySpan<TChar> _rest = text;

    public bool IsAtEnd
    {
        get
        {
            SkipBlanks();
            return _rest.IsEmpty;
        }
    }

    public static bool IsBlank(TChar character)
    {
        return character == TChar.CreateTruncating(' ') || character == TChar.CreateTruncating('\t')
            || character == TChar.CreateTruncating('\r') || character == TChar.CreateTruncating('\n');
    }

    /// <summary>Takes one character if it is the next one that is not a blank.</summary>
    public bool TryTake(char character)
    {
        SkipBlanks();
        if (_rest.IsEmpty || _rest[0] != TChar.CreateTruncating(character))
        {
            return false;
        }

        _rest = _rest[1..];
        return true;
    }

    /// <summary>Takes an integer. Anything but 0 and 1 comes out as 2.</summary>
    public bool TryTakeEntry(out byte entry)
    {
        bool negative = TryTake('-');
        SkipBlanks();
        int digits = 0;
        uint value = 0;
        for (; digits < _rest.Length; digits++)
        {
            uint digit = uint.CreateTruncating(_rest[digits]) - '0';
            if (digit > 9)
            {
                break;
            }

            value = Math.Min((value * 10) + digit, 2);
        }

        _rest = _rest[digits..];
        entry = negative && value != 0 ? (byte)2 : (byte)value;
        return digits > 0;
    }

    private void SkipBlanks()
    {
        while (!_rest.IsEmpty && IsBlank(_rest[0]))
        {
            _rest = _rest[1..];
        }
    }
}
