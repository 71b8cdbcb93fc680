namespace NasBench.Search;

/// <summary>Parquet's hybrid of run lengths and packed bits, for definition levels and for numbers of dictionary entries.</summary>
internal static class RunLengths
{
    private const int GroupSize = 8;

    /// <summary>The bits that numbers below a limit take.</summary>
    public static int WidthOf(int limit) => limit <= 1 ? 0 : 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)(limit - 1));

    /// <summary>Writes numbers: eight or more equal ones as a run, others packed in groups of eight.</summary>
    public static void Write(Stream stream, ReadOnlySpan<int> values, int width)
    {
        int packed = 0;
        int position = 0;
        while (position < values.Length)
        {
            int run = values[position..].IndexOfAnyExcept(values[position]);
            run = run < 0 ? values.Length - position : run;

            // Packed groups are of eight, so a run first fills the group that is open.
            int missing = (GroupSize - ((position - packed) % GroupSize)) % GroupSize;
            if (run - missing < GroupSize)
            {
                position += Math.Max(Math.Min(run, values.Length - position), 1);
                continue;
            }

            position += missing;
            WritePacked(stream, values[packed..position], width);
            WriteVarint(stream, (uint)(run - missing) << 1);
            for (int shift = 0; shift < width; shift += 8)
            {
                stream.WriteByte((byte)(values[position] >> shift));
            }

            position += run - missing;
            packed = position;
        }

        WritePacked(stream, values[packed..], width);
    }

    private static void WritePacked(Stream stream, ReadOnlySpan<int> values, int width)
    {
        if (values.IsEmpty)
        {
            return;
        }

        int groups = (values.Length + GroupSize - 1) / GroupSize;
        WriteVarint(stream, ((uint)groups << 1) | 1);
        ulong bits = 0;
        int count = 0;
        for (int i = 0; i < groups * GroupSize; i++)
        {
            bits |= (ulong)(uint)(i < values.Length ? values[i] : 0) << count;
            count += width;
            for (; count >= 8; count -= 8)
            {
                stream.WriteByte((byte)bits);
                bits >>= 8;
            }
        }
    }

    private static void WriteVarint(Stream stream, uint value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            stream.WriteByte((byte)(value | 0x80));
        }

        stream.WriteByte((byte)value);
    }
}
