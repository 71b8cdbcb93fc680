namespace NasBench;

/// <summary>The cells of a space that meet constraints, for uniform draws without rejection.</summary>
/// <remarks>Immutable, thread-safe as long as each thread has a <see cref="Random"/> of its own; draws allocate nothing.</remarks>
/// <example>
/// <code>
/// ConstrainedSampler small = ConstrainedSampler.Create(new CellConstraints { MaxVertices = 5 });
/// if (small.TryNext(random, out int index))
/// {
///     Console.WriteLine(Nas101.CellAt(index));
/// }
/// </code>
/// </example>
public sealed class ConstrainedSampler
{
    private readonly int[] _indices;

    private ConstrainedSampler(int[] indices)
    {
        _indices = indices;
    }

    /// <summary>The number of cells that meet the constraints.</summary>
    public int Count => _indices.Length;

    /// <summary>Their indices, ascending.</summary>
    public ReadOnlySpan<int> Indices => _indices;

    /// <summary>Lists the cells of NAS-Bench-101 that meet constraints.</summary>
    /// <param name="constraints">What is wanted.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sampler; it may hold no cell.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>
    /// Milliseconds. Keeps four bytes for each cell that meets the constraints; limits on parameters take four bytes for each cell of the space meanwhile.
    /// </remarks>
    public static ConstrainedSampler Create(
        CellConstraints constraints,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        => Create<Nas101>(constraints, progress, cancellationToken);

    /// <summary>Lists the cells of a space that meet constraints.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="constraints">What is wanted.</param>
    /// <param name="progress">Receives the fraction done, 0 to 1.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The sampler; it may hold no cell.</returns>
    /// <exception cref="ArgumentException">The constraints ask for trainable parameters in a space other than <see cref="Nas101"/>.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    /// <remarks>Keeps four bytes for each cell that meets the constraints.</remarks>
    public static ConstrainedSampler Create<TSpace>(
        CellConstraints constraints,
        IProgress<double>? progress = null,
        CancellationToken cancellationToken = default)
        where TSpace : ISearchSpace<TSpace>
    {
        if (constraints.AsksForParameters && typeof(TSpace) != typeof(Nas101))
        {
            throw new ArgumentException("trainable parameters are known for Nas101 only", nameof(constraints));
        }

        var parameters = new int[constraints.AsksForParameters ? TSpace.CellCount : 0];
        if (constraints.AsksForParameters)
        {
            CellCosts.FillTrainableParameters(parameters);
        }

        var indices = new List<int>();
        int classes = TSpace.ClassTopologies.Length;
        for (int number = 0; number < classes; number++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cells = new ClassCells<TSpace>(number);
            if (constraints.AllowGraph(cells.Vertices, System.Numerics.BitOperations.PopCount(cells.AdjacencyBits)))
            {
                for (int i = 0; i < cells.Labellings.Length; i++)
                {
                    int index = cells.FirstIndex + i;
                    if (constraints.AllowOperations(cells.Vertices, cells.Labellings[i])
                        && (parameters.Length == 0 || constraints.AllowParameters(parameters[index])))
                    {
                        indices.Add(index);
                    }
                }
            }

            progress?.Report((double)(number + 1) / classes);
        }

        return new ConstrainedSampler([.. indices]);
    }

    /// <summary>Draws uniformly among the cells that meet the constraints.</summary>
    /// <param name="random">Makes the draw.</param>
    /// <param name="index">The index of a cell; -1 where no cell meets the constraints.</param>
    /// <returns>Whether any cell does.</returns>
    public bool TryNext(Random random, out int index)
    {
        ArgumentNullException.ThrowIfNull(random);
        index = _indices.Length == 0 ? -1 : _indices[RandomDraws.Below(random, _indices.Length)];
        return index >= 0;
    }
}
