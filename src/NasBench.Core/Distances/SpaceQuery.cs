using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// What is wanted of the distances to a whole space: all of them (<see cref="Distances"/> alone), how many there are of each (<see cref="Counts"/> alone),
/// or the nearest cells in order (<see cref="Counts"/> holds the place of the next cell at each distance, and <see cref="Indices"/> and
/// <see cref="Distances"/> take them).
/// </summary>
internal ref struct SpaceQuery(IProgress<double>? progress, CancellationToken cancellationToken)
{
    /// <summary>Classes between two reports.</summary>
    private const int ReportEvery = 64;

    /// <summary>Cells of a class that fit the stack: 7^5 of them at most.</summary>
    private const int MaxLabellings = 16_807;

    private readonly IProgress<double>? _progress = progress;
    private readonly CancellationToken _cancellationToken = cancellationToken;

    public int Bound { get; init; } = int.MaxValue;

    public Span<byte> Distances { get; init; }

    public Span<int> Counts { get; init; }

    public Span<int> Indices { get; init; }

    /// <summary>Goes over all classes.</summary>
    [SkipLocalsInit]
    public readonly void Run<TSpace, TSource>(ref TSource source)
        where TSpace : ISearchSpace<TSpace>
        where TSource : struct, IClassDistances, allows ref struct
    {
        Span<byte> buffer = stackalloc byte[MaxLabellings];
        int classes = TSpace.ClassTopologies.Length;
        for (int number = 0; number < classes; number++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            int first = TSpace.ClassFirstIndices[number];
            int length = TSpace.ClassFirstIndices[number + 1] - first;
            Span<byte> distances = Counts.IsEmpty ? Distances.Slice(first, length) : buffer[..length];
            if (source.TryGet(number, Bound, distances))
            {
                Collect(first, distances);
            }

            if (number % ReportEvery == 0 || number == classes - 1)
            {
                _progress?.Report((double)(number + 1) / classes);
            }
        }
    }

    private readonly void Collect(int first, ReadOnlySpan<byte> distances)
    {
        if (Counts.IsEmpty)
        {
            return;
        }

        for (int i = 0; i < distances.Length; i++)
        {
            int place = Counts[distances[i]]++;
            if (place < Indices.Length)
            {
                Indices[place] = first + i;
                Distances[place] = distances[i];
            }
        }
    }
}
