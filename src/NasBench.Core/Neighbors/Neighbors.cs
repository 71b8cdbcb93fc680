using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The cells that are one change away from a cell, by each of the definitions of <see cref="NeighborKind"/>.</summary>
/// <remarks>
/// <para>
/// Changes come in a fixed order: first the flips of the edges (a, b) in reading order of the matrix, then for each interior vertex the other operations
/// in canonical order, and for <see cref="NeighborKind.Extended"/> the new vertices at the end. Several changes can lead to the same class;
/// each method says whether it gives a class once or several times.
/// </para>
/// <para>
/// Methods without a type argument work on NAS-Bench-101, those with one on any space. No call allocates. None throws, except where a destination is too
/// short or a change does not exist. Thread-safe.
/// </para>
/// </remarks>
/// <example>
/// <code>
/// foreach (Cell neighbor in Neighbors.Of(cell))
/// {
///     Console.WriteLine(neighbor);
/// }
/// </code>
/// </example>
public static class Neighbors
{
    /// <summary>The most neighbours of any kind of any cell in any space: enough for every destination.</summary>
    public const int MaxCount = 144;

    /// <summary>The most neighbours of a kind that a cell of NAS-Bench-101 can have. See <see cref="GetMaxCount{TSpace}"/>.</summary>
    /// <param name="kind">The definition.</param>
    /// <returns>31, and 68 for <see cref="NeighborKind.Extended"/>.</returns>
    public static int GetMaxCount(NeighborKind kind = NeighborKind.Class) => GetMaxCount<Nas101>(kind);

    /// <summary>The most neighbours of a kind that a cell can have in a space, duplicates included.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="kind">The definition.</param>
    /// <returns>The length that a destination must have.</returns>
    public static int GetMaxCount<TSpace>(NeighborKind kind = NeighborKind.Class)
        where TSpace : ISearchSpace<TSpace>
    {
        // A raw cell can have more vertices than the space keeps.
        int most = CellEdits.CountChanges<TSpace>(Cell.MaxVertices);
        int smaller = TSpace.MaxVertices - 1;
        return kind == NeighborKind.Extended
            ? Math.Max(most, CellEdits.CountChanges<TSpace>(smaller) + CellEdits.CountInsertions<TSpace>(smaller))
            : most;
    }

    /// <summary>The number of changes of a raw cell in NAS-Bench-101: 31 (21 flips, 10 operation changes).</summary>
    /// <param name="cell">Any cell; a smaller one than seven vertices counts as padded with isolated vertices before the output.</param>
    /// <returns>The number of changes that <see cref="GetEdit(Cell, int)"/> can make; 0 for a cell of one vertex, or of another space.</returns>
    public static int GetEditCount(Cell cell) => GetEditCount<Nas101>(cell);

    /// <summary>The number of changes of a raw cell in a space.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">Any cell; one smaller than the largest of the space counts as padded with isolated vertices before the output.</param>
    /// <returns>The number of changes that <see cref="GetEdit{TSpace}(Cell, int)"/> can make; 0 for a cell of one vertex, or of another space.</returns>
    public static int GetEditCount<TSpace>(Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => cell.IsOf<TSpace>() ? CellEdits.CountChanges<TSpace>(cell.PadTo(TSpace.MaxVertices).Vertices) : 0;

    /// <summary>The raw cell of NAS-Bench-101 after one change, whatever becomes of it: neither pruned nor checked.</summary>
    /// <param name="cell">
    /// Any cell; one of fewer than seven vertices is padded with isolated vertices of the first operation before the output.
    /// </param>
    /// <param name="edit">The change: 0 to <see cref="GetEditCount(Cell)"/> - 1, in the order that the remarks of the type give.</param>
    /// <returns>The changed cell, as large as the padded one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such change.</exception>
    public static Cell GetEdit(Cell cell, int edit) => GetEdit<Nas101>(cell, edit);

    /// <summary>The raw cell after one change, whatever becomes of it: neither pruned nor checked.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">
    /// Any cell; one smaller than the largest of the space is padded with isolated vertices of the first operation before the output.
    /// </param>
    /// <param name="edit">The change: 0 to <see cref="GetEditCount{TSpace}(Cell)"/> - 1, in the order that the remarks of the type give.</param>
    /// <returns>The changed cell, as large as the padded one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such change.</exception>
    public static Cell GetEdit<TSpace>(Cell cell, int edit)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edit, (uint)GetEditCount<TSpace>(cell), nameof(edit));
        return CellEdits.Apply<TSpace>(cell.PadTo(TSpace.MaxVertices), edit);
    }

    /// <summary>The neighbours of a cell in NAS-Bench-101. See <see cref="Of{TSpace}"/>.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>A sequence for <c>foreach</c> and LINQ.</returns>
    public static NeighborSequence<Nas101> Of(Cell cell, NeighborKind kind = NeighborKind.Class) => new(cell, kind);

    /// <summary>The neighbours of a cell, in the order of the changes; the same class can come several times.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">
    /// Any cell. One that is not valid in the space can have neighbours; a disconnected one has only raw ones; one of another space has none.
    /// </param>
    /// <param name="kind">The definition.</param>
    /// <returns>A sequence for <c>foreach</c> and LINQ. Each step takes one or more locates: some tens of nanoseconds.</returns>
    public static NeighborSequence<TSpace> Of<TSpace>(Cell cell, NeighborKind kind = NeighborKind.Class)
        where TSpace : ISearchSpace<TSpace>
        => new(cell, kind);

    /// <summary>Writes the neighbours of a cell in NAS-Bench-101. See <see cref="Write{TSpace}"/>.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="neighbors">Receives the neighbours.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>The number of neighbours.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount(NeighborKind)"/>.</exception>
    public static int Write(Cell cell, Span<Cell> neighbors, NeighborKind kind = NeighborKind.Class) => Write<Nas101>(cell, neighbors, kind);

    /// <summary>Writes the neighbours of a cell in the order of the changes; the same class can come several times.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">Any cell.</param>
    /// <param name="neighbors">Receives pruned cells; for <see cref="NeighborKind.Naszilla"/> raw ones, as the original gives them.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>The number of neighbours.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount{TSpace}"/>.</exception>
    public static int Write<TSpace>(Cell cell, Span<Cell> neighbors, NeighborKind kind = NeighborKind.Class)
        where TSpace : ISearchSpace<TSpace>
    {
        ThrowIfShort<TSpace>(neighbors.Length, kind, nameof(neighbors));
        int count = 0;
        foreach (Cell neighbor in Of<TSpace>(cell, kind))
        {
            neighbors[count++] = neighbor;
        }

        return count;
    }

    /// <summary>Writes the neighbours of a cell in NAS-Bench-101, each class once. See <see cref="WriteDistinct{TSpace}"/>.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="neighbors">Receives the neighbours.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>The number of neighbours.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount(NeighborKind)"/>.</exception>
    public static int WriteDistinct(Cell cell, Span<Cell> neighbors, NeighborKind kind = NeighborKind.Class) => WriteDistinct<Nas101>(cell, neighbors, kind);

    /// <summary>Writes the neighbours of a cell: of each class the first one that <see cref="Write{TSpace}"/> gives.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">Any cell.</param>
    /// <param name="neighbors">Receives pruned cells; for <see cref="NeighborKind.Naszilla"/> raw ones.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>The number of neighbours. Cells outside the space (naszilla's operation changes of an invalid cell) are all kept.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount{TSpace}"/>.</exception>
    public static int WriteDistinct<TSpace>(Cell cell, Span<Cell> neighbors, NeighborKind kind = NeighborKind.Class)
        where TSpace : ISearchSpace<TSpace>
    {
        ThrowIfShort<TSpace>(neighbors.Length, kind, nameof(neighbors));
        Span<int> seen = stackalloc int[MaxCount];
        int count = 0;
        NeighborSequence<TSpace>.Enumerator sequence = Of<TSpace>(cell, kind).GetEnumerator();
        while (sequence.MoveNext())
        {
            if (sequence.Index < 0 || !seen[..count].Contains(sequence.Index))
            {
                seen[count] = sequence.Index;
                neighbors[count++] = sequence.Current;
            }
        }

        return count;
    }

    /// <summary>Writes the indices of the neighbours of a cell in NAS-Bench-101. See <see cref="WriteIndices{TSpace}"/>.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="indices">Receives the indices.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>The number of neighbours.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount(NeighborKind)"/>.</exception>
    public static int WriteIndices(Cell cell, Span<int> indices, NeighborKind kind = NeighborKind.Class) => WriteIndices<Nas101>(cell, indices, kind);

    /// <summary>Writes the indices of the neighbours of a cell in the order of the changes; the same class can come several times.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">Any cell.</param>
    /// <param name="indices">
    /// Receives an index for each cell that <see cref="Write{TSpace}"/> gives, -1 for one outside the space (naszilla's operation changes of an invalid cell).
    /// </param>
    /// <param name="kind">The definition.</param>
    /// <returns>The number of neighbours.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount{TSpace}"/>.</exception>
    [SkipLocalsInit]
    public static int WriteIndices<TSpace>(Cell cell, Span<int> indices, NeighborKind kind = NeighborKind.Class)
        where TSpace : ISearchSpace<TSpace>
    {
        ThrowIfShort<TSpace>(indices.Length, kind, nameof(indices));
        Span<Cell> edits = stackalloc Cell[MaxCount];
        Span<int> located = stackalloc int[MaxCount];
        Span<int> found = stackalloc int[MaxCount];
        var edited = new EditedCell<TSpace>(cell, kind);
        edits = edits[..edited.Count];
        edited.ApplyAll(edits);
        Space<TSpace>.Locate(edits, located);
        found = found[..edited.Collect(edits, located[..edits.Length], found)];
        found.CopyTo(indices);
        return found.Length;
    }

    /// <summary>Writes the indices of the classes that are neighbours of a cell in NAS-Bench-101. See <see cref="WriteDistinctIndices{TSpace}"/>.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="indices">Receives the indices.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>Their number: 18.07 on average by <see cref="NeighborKind.Class"/>, 0 to 28.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount(NeighborKind)"/>.</exception>
    public static int WriteDistinctIndices(Cell cell, Span<int> indices, NeighborKind kind = NeighborKind.Class)
        => WriteDistinctIndices<Nas101>(cell, indices, kind);

    /// <summary>Writes the indices of the classes that are neighbours of a cell, each once, ascending.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="cell">Any cell.</param>
    /// <param name="indices">Receives the indices.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>The number of classes.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount{TSpace}"/>.</exception>
    public static int WriteDistinctIndices<TSpace>(Cell cell, Span<int> indices, NeighborKind kind = NeighborKind.Class)
        where TSpace : ISearchSpace<TSpace>
        => DistinctIndices.Sort(indices[..WriteIndices<TSpace>(cell, indices, kind)]);

    private static void ThrowIfShort<TSpace>(int length, NeighborKind kind, string name)
        where TSpace : ISearchSpace<TSpace>
    {
        if (length < GetMaxCount<TSpace>(kind))
        {
            throw new ArgumentException($"needs {GetMaxCount<TSpace>(kind)} entries, has {length}", name);
        }
    }
}
