using System.Numerics;
using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The paths of a cell of NAS-Bench-101 by their numbers: naszilla's path encoding as a set. The operations o of a path have the number sum of 3^i (o_i + 1),
/// with the operations' codes (conv3x3-bn-relu 0, conv1x1-bn-relu 1, maxpool3x3 2); paths with the same operations count as one.
/// A path through an operation that is not of the space has no number and is left out.
/// </summary>
internal struct PathSet : IEquatable<PathSet>
{
    /// <summary>The number of possible paths: 3^0 + 3^1 + … + 3^5.</summary>
    public const int MaxIndices = 364;

    private Words _words;

    public PathSet(Cell cell)
    {
        Cell padded = cell.PadTo(Cell.MaxVertices);
        uint unknown = Cell.FindUnknownOperations<Nas101>(padded.OperationBits);
        for (uint paths = CellPaths.Find(padded.Vertices < 2 ? 0 : padded.AdjacencyBits); paths != 0; paths &= paths - 1)
        {
            var interior = (uint)BitOperations.TrailingZeroCount(paths);
            if ((interior & unknown) == 0)
            {
                int index = IndexOf(padded, interior);
                _words[index >> 6] |= 1UL << index;
            }
        }
    }

    /// <summary>The number of different paths.</summary>
    public readonly int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in (ReadOnlySpan<ulong>)_words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    public readonly bool Contains(int index) => (_words[index >> 6] >> index & 1) != 0;

    /// <summary>The number of the path through a set of interior vertices (bit i for vertex i + 1).</summary>
    public static int IndexOf(Cell cell, uint interior)
    {
        int index = 0;
        int power = 1;
        for (uint rest = interior; rest != 0; rest &= rest - 1)
        {
            index += power * (cell.OperationAt(BitOperations.TrailingZeroCount(rest) + 1) + 1);
            power *= Nas101.OperationCount;
        }

        return index;
    }

    /// <summary>The paths with numbers below a limit.</summary>
    public readonly PathSet Truncate(int cutoff)
    {
        PathSet truncated = this;
        for (int word = 0; word < Words.Length; word++)
        {
            int bits = Math.Clamp(cutoff - (word << 6), 0, 64);
            truncated._words[word] &= bits == 64 ? ulong.MaxValue : (1UL << bits) - 1;
        }

        return truncated;
    }

    /// <summary>How many paths are in one set alone.</summary>
    public readonly int CountDifferences(PathSet other)
    {
        int count = 0;
        for (int word = 0; word < Words.Length; word++)
        {
            count += BitOperations.PopCount(_words[word] ^ other._words[word]);
        }

        return count;
    }

    public readonly bool Equals(PathSet other) => ((ReadOnlySpan<ulong>)_words).SequenceEqual(other._words);

    public override readonly bool Equals(object? obj) => obj is PathSet other && Equals(other);

    public override readonly int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (ulong word in (ReadOnlySpan<ulong>)_words)
        {
            hash.Add(word);
        }

        return hash.ToHashCode();
    }

    [InlineArray(Length)]
    private struct Words
    {
        public const int Length = (MaxIndices + 63) / 64;

        private ulong _first;
    }
}
