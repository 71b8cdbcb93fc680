using System.Numerics;

namespace NasBench;

/// <summary>The paths of a cell as values.</summary>
internal static class EncodedPaths
{
    /// <summary>The number of values of a categorical path encoding.</summary>
    public const int CategoricalLength = 20;

    /// <summary>Writes 1 for each path number below a length that occurs, else 0.</summary>
    public static bool TryWriteBits<T>(Cell cell, Span<T> values, int length)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < length || !EncodedParts.TryPad(cell, out Cell padded))
        {
            return false;
        }

        var paths = new PathSet(padded);
        for (int index = 0; index < length; index++)
        {
            values[index] = paths.Contains(index) ? T.One : T.Zero;
        }

        return true;
    }

    /// <summary>Writes the path numbers below a limit, ascending, then zeros.</summary>
    public static bool TryWriteNumbers<T>(Cell cell, Span<T> values, int cutoff)
        where T : struct, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < CategoricalLength || !EncodedParts.TryPad(cell, out Cell padded))
        {
            return false;
        }

        Span<int> numbers = stackalloc int[CellPaths.Count];
        int count = 0;
        for (uint paths = CellPaths.Find(padded.AdjacencyBits); paths != 0; paths &= paths - 1)
        {
            int index = PathSet.IndexOf(padded, (uint)BitOperations.TrailingZeroCount(paths));
            numbers[count] = index;
            count += index < cutoff ? 1 : 0;
        }

        if (count > CategoricalLength)
        {
            return false;
        }

        numbers = numbers[..count];
        HeapSort.Sort(numbers);
        values[..CategoricalLength].Clear();
        for (int i = 0; i < numbers.Length; i++)
        {
            values[i] = T.CreateTruncating(numbers[i]);
        }

        return true;
    }
}
