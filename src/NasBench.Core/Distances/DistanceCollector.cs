using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// Goes over a whole space and keeps what is wanted of the distances: all of them (only <see cref="Distances"/> is given), how many there are of each
/// (only <see cref="Counts"/>), or the nearest cells in order (<see cref="Counts"/> holds where the next cell of each distance goes, and
/// <see cref="Indices"/> and <see cref="Distances"/> receive the cells).
/// </summary>
internal ref struct DistanceCollector(IProgress<double>? progress, CancellationToken cancellationToken)
{
    /// <summary>Classes between two reports.</summary>
    private const int ReportEvery = 64;

    /// <summary>The most cells of a class, 7^5; their distances fit the stack.</summary>
    private const int MaxLabellings = 16_807;

    private readonly IProgress<double>? _progress = progress;
    private readonly CancellationToken _cancellationToken = cancellationToken;

    public int Bound { get; init; } = int.MaxValue;

    public Span<byte> Distances { get; init; }

    public Span<int> Counts { get; init; }

    public Span<int> Indices { get; init; }

    /// <summary>Goes over all classes.</summary>
    [SkipLocalsInit]
    public readonly void Run<TSpace, TDistances>(ref TDistances classes)
        where TSpace : ISearchSpace<TSpace>
        where TDistances : struct, IClassDistances, allows ref struct
    {
        Span<byte> buffer = stackalloc byte[MaxLabellings];
        int count = TSpace.ClassTopologies.Length;
        for (int number = 0; number < count; number++)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            int first = TSpace.ClassFirstIndices[number];
            int length = TSpace.ClassFirstIndices[number + 1] - first;
            Span<byte> distances = Counts.IsEmpty ? Distances.Slice(first, length) : buffer[..length];
            if (classes.TryGet(number, Bound, distances))
            {
                Collect(first, distances);
            }

            if (number % ReportEvery == 0 || number == count - 1)
            {
                _progress?.Report((double)(number + 1) / count);
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
            int rank = Counts[distances[i]]++;
            if (rank < Indices.Length)
            {
                Indices[rank] = first + i;
                Distances[rank] = distances[i];
            }
        }
    }
}
