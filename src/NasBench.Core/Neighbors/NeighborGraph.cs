namespace NasBench;

/// <summary>All neighbours of all classes of a space as compressed sparse rows of indices. Immutable, thread-safe.</summary>
/// <remarks>
/// For NAS-Bench-101 and <see cref="NeighborKind.Class"/>: 7.65 million entries, 32 MB. The relation is directed: see <see cref="NeighborKind"/> on symmetry.
/// </remarks>
public sealed class NeighborGraph
{
    private readonly int[] _starts;
    private readonly int[] _targets;

    /// <param name="starts">Where each row starts, and the end of the last.</param>
    /// <param name="targets">The rows; anything after the last one does not belong to the graph.</param>
    internal NeighborGraph(int[] starts, int[] targets)
    {
        _starts = starts;
        _targets = targets;
    }

    /// <summary>The number of classes, each of which has a row.</summary>
    public int Count => _starts.Length - 1;

    /// <summary>Where the row of each index starts in <see cref="Targets"/>, and one more entry at the end: the length of <see cref="Targets"/>.</summary>
    public ReadOnlySpan<int> Starts => _starts;

    /// <summary>The indices of the neighbours, row after row, ascending within a row.</summary>
    public ReadOnlySpan<int> Targets => _targets.AsSpan(0, _starts[^1]);

    /// <summary>The neighbours of a class.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <returns>Indices, ascending, each once, never <paramref name="index"/> itself.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such index.</exception>
    public ReadOnlySpan<int> this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)index, (uint)Count, nameof(index));
            return _targets.AsSpan(_starts[index].._starts[index + 1]);
        }
    }

    /// <summary>Finds the neighbours of every class of NAS-Bench-101. See <see cref="Build{TSpace}"/>.</summary>
    /// <param name="kind">The definition.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Some hundredths of a second.</remarks>
    public static NeighborGraph Build(
        NeighborKind kind = NeighborKind.Class,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        => Build<Nas101>(kind, progress, cancellationToken);

    /// <summary>Finds the neighbours of every class of a space.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="kind">
    /// The definition. Raw kinds start from the representative, padded, and therefore give what <see cref="NeighborKind.Class"/> gives.
    /// </param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The graph.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// Faster than locating every change of every cell. Allocates little more than the graph itself, by <see cref="NeighborKind.Extended"/> about three times
    /// as much.
    /// </remarks>
    public static NeighborGraph Build<TSpace>(
        NeighborKind kind = NeighborKind.Class,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TSpace : ISearchSpace<TSpace>
        => NeighborGraphBuilder<TSpace>.Build(kind, progress, cancellationToken);
}
