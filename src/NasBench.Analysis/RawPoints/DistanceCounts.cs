namespace NasBench.Analysis;

/// <summary>How many points of each class lie at each distance, and how many invalid points.</summary>
internal sealed class DistanceCounts(int classes)
{
    /// <summary>The number of distances that are told apart; the last stands for points that nothing is near to, where there is no peak at all.</summary>
    public const int Width = 32;

    private readonly int[] _counts = new int[classes * Width];
    private readonly int[] _invalid = new int[Width];

    /// <summary>The number of classes.</summary>
    public int ClassCount => classes;

    /// <summary>The numbers of invalid points by distance.</summary>
    public ReadOnlySpan<int> Invalid => _invalid;

    /// <summary>The numbers of points of a class by distance.</summary>
    public ReadOnlySpan<int> this[int index] => _counts.AsSpan(index * Width, Width);

    /// <summary>A count of one for each class, at its own distance.</summary>
    public static DistanceCounts OfClasses(ReadOnlySpan<byte> distances)
    {
        var counts = new DistanceCounts(distances.Length);
        for (int index = 0; index < distances.Length; index++)
        {
            counts._counts[(index * Width) + Math.Min(distances[index], (byte)(Width - 1))] = 1;
        }

        return counts;
    }

    /// <summary>The distance of the nearest point of a class; the last one for a class without points.</summary>
    public int Nearest(int index)
    {
        int nearest = this[index].IndexOfAnyExcept(0);
        return nearest < 0 ? Width - 1 : nearest;
    }

    public void Add(int index, ReadOnlySpan<int> counts) => Add(counts, _counts.AsSpan(index * Width, Width));

    public void AddInvalid(ReadOnlySpan<int> counts) => Add(counts, _invalid);

    private static void Add(ReadOnlySpan<int> counts, Span<int> sums)
    {
        for (int i = 0; i < Width; i++)
        {
            sums[i] += counts[i];
        }
    }
}
