using System.Numerics;

namespace NasBench.Search;

/// <summary>Samples turned on their side: for each column of <see cref="SplitColumns"/> a bit of each sample, 64 samples to a word.</summary>
/// <remarks>A node of a tree is then a set of samples, and a split of all of them some operations on words. It grows, and allocates only then.</remarks>
internal sealed class BitColumns(int columns)
{
    private const int Block = 64;

    private ulong[] _bits = [];
    private int _stride;

    /// <summary>Makes room for samples.</summary>
    public BitColumns(int columns, int capacity)
        : this(columns) => Reserve(capacity);

    /// <summary>The number of samples.</summary>
    public int Count { get; private set; }

    /// <summary>The words of each column that hold samples; bits behind the last sample are 0.</summary>
    public int WordCount => (Count + Block - 1) / Block;

    /// <summary>The bits of a column: sample i is bit i % 64 of word i / 64.</summary>
    public ReadOnlySpan<ulong> Column(int column) => _bits.AsSpan(column * _stride, WordCount);

    /// <summary>Adds a sample.</summary>
    /// <param name="row">Its row.</param>
    public void Add(ReadOnlySpan<ulong> row)
    {
        Reserve(Count + 1);
        int word = Count / Block;
        ulong bit = 1UL << (Count % Block);
        for (int w = 0; w * SplitColumns.WordWidth < columns; w++)
        {
            for (ulong rest = row[w]; rest != 0; rest &= rest - 1)
            {
                int column = (w * SplitColumns.WordWidth) + BitOperations.TrailingZeroCount(rest);
                _bits[(column * _stride) + word] |= bit;
            }
        }

        Count++;
    }

    /// <summary>Puts samples in place of those that were there.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="rowLength">The words from one row to the next; those behind the columns are not looked at.</param>
    /// <param name="count">The number of samples.</param>
    public void Set(ReadOnlySpan<ulong> rows, int rowLength, int count)
    {
        Reserve(count);
        Count = count;
        Span<ulong> square = stackalloc ulong[Block];
        for (int first = 0; first < count; first += Block)
        {
            int samples = Math.Min(Block, count - first);
            for (int w = 0; w * SplitColumns.WordWidth < columns; w++)
            {
                for (int i = 0; i < samples; i++)
                {
                    square[i] = rows[((first + i) * rowLength) + w];
                }

                square[samples..].Clear();
                Transpose(square);
                int width = Math.Min(SplitColumns.WordWidth, columns - (w * SplitColumns.WordWidth));
                int target = (w * SplitColumns.WordWidth * _stride) + (first / Block);
                for (int column = 0; column < width; column++, target += _stride)
                {
                    _bits[target] = square[column];
                }
            }
        }
    }

    /// <summary>Forgets all samples.</summary>
    public void Clear()
    {
        Array.Clear(_bits);
        Count = 0;
    }

    /// <summary>Exchanges rows and columns of 64 x 64 bits, by halves of halves (Warren, "Hacker's delight", 7-3).</summary>
    private static void Transpose(Span<ulong> square)
    {
        ulong mask = uint.MaxValue;
        for (int distance = Block / 2; distance > 0; distance /= 2, mask ^= mask << distance)
        {
            for (int row = 0; row < Block; row = (row + distance + 1) & ~distance)
            {
                ulong change = ((square[row] >> distance) ^ square[row + distance]) & mask;
                square[row + distance] ^= change;
                square[row] ^= change << distance;
            }
        }
    }

    private void Reserve(int count)
    {
        int needed = (count + Block - 1) / Block;
        if (needed <= _stride)
        {
            return;
        }

        int stride = Math.Max(needed, 2 * _stride);
        var bits = new ulong[columns * stride];
        for (int column = 0; column < columns; column++)
        {
            Column(column).CopyTo(bits.AsSpan(column * stride));
        }

        _bits = bits;
        _stride = stride;
    }
}
