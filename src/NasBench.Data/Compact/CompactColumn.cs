namespace NasBench.Data;

/// <summary>The sections of one number of epochs of an open compact file.</summary>
/// <param name="epochs">The number of epochs.</param>
/// <param name="runs">The blocks of runs.</param>
/// <param name="details">The blocks of details.</param>
/// <param name="escapes">The escapes.</param>
/// <param name="escapeCount">How many.</param>
internal sealed unsafe class CompactColumn(int epochs, byte* runs, byte* details, byte* escapes, int escapeCount)
{
    public int Epochs => epochs;

    public int EscapeCount => escapeCount;

    public byte* RunAt(int position, int repeat) => runs + ((long)position * RunEntry.BlockSize) + (repeat * RunEntry.Size);

    public byte* DetailAt(int position, int repeat) => details + ((long)position * DetailEntry.BlockSize) + (repeat * DetailEntry.Size);

    public ReadOnlySpan<byte> EscapeAt(int number) => new(escapes + ((long)number * EscapeEntry.Size), EscapeEntry.Size);

    /// <summary>The number of the escape of a record, or -1.</summary>
    public int FindEscape(int position, int repeat)
    {
        long key = EscapeEntry.Key(position, repeat);
        int number = LowerBound(key);
        return number < escapeCount && EscapeEntry.KeyOf(EscapeAt(number)) == key ? number : -1;
    }

    /// <summary>The number of repeats of a cell whose third entry says that there are more: all from the third on are among the escapes.</summary>
    public int CountByEscapes(int position)
    {
        int last = LowerBound(EscapeEntry.Key(position + 1, 0)) - 1;
        if (last < 0)
        {
            return RunEntry.Capacity;
        }

        int repeat = (int)EscapeEntry.KeyOf(EscapeAt(last));
        int third = last - (repeat - (RunEntry.Capacity - 1));
        bool isComplete = repeat >= RunEntry.Capacity && third >= 0
            && EscapeEntry.KeyOf(EscapeAt(last)) == EscapeEntry.Key(position, repeat)
            && EscapeEntry.KeyOf(EscapeAt(third)) == EscapeEntry.Key(position, RunEntry.Capacity - 1);
        return isComplete ? repeat + 1 : RunEntry.Capacity;
    }

    private int LowerBound(long key)
    {
        int low = 0;
        int high = escapeCount;
        while (low < high)
        {
            int middle = low + ((high - low) >> 1);
            if (EscapeEntry.KeyOf(EscapeAt(middle)) < key)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
