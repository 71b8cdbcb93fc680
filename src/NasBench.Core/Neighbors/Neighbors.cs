using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>The cells that are one change away from a cell, by each of the definitions of <see cref="NeighborKind"/>.</summary>
/// <typeparam name="TSpace">The search space.</typeparam>
/// <remarks>
/// <para>
/// Changes come in a fixed order: flips of the edges (a, b) in reading order of the matrix, then for each interior vertex the other operations in
/// canonical order, then, for <see cref="NeighborKind.Extended"/>, new vertices. Several changes can lead to one class;
/// the methods say whether they give each class once.
/// </para>
/// <para>No call allocates or throws, but for a destination that is too short. Thread-safe.</para>
/// </remarks>
public static class Neighbors<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    /// <summary>The most neighbours of any kind of any cell in any space: enough for every destination.</summary>
    public const int MaxCount = 144;

    /// <summary>
    /// The most neighbours of a kind that a cell can have in this space, duplicates included:
    /// for NAS-Bench-101 31, and 68 for <see cref="NeighborKind.Extended"/>.
    /// </summary>
    /// <param name="kind">The definition.</param>
    /// <returns>The length that a destination must have.</returns>
    public static int GetMaxCount(NeighborKind kind)
    {
        // A raw cell can have more vertices than the space keeps.
        int most = CellEdits.CountChanges<TSpace>(Cell.MaxVertices);
        int smaller = TSpace.MaxVertices - 1;
        return kind == NeighborKind.Extended
            ? Math.Max(most, CellEdits.CountChanges<TSpace>(smaller) + CellEdits.CountInsertions<TSpace>(smaller))
            : most;
    }

    /// <summary>The number of changes of a raw cell: 31 for seven vertices and three operations (21 flips, 10 operation changes).</summary>
    /// <param name="cell">Any cell; a smaller one than the space's largest counts as padded with isolated vertices before the output.</param>
    /// <returns>The number of values that <see cref="GetEdit"/> takes; 0 for a cell of another space.</returns>
    public static int GetEditCount(Cell cell)
        => cell.IsOf<TSpace>() ? CellEdits.CountChanges<TSpace>(cell.PadTo(TSpace.MaxVertices).Vertices) : 0;

    /// <summary>The raw cell after one change, whatever becomes of it: neither pruned nor checked.</summary>
    /// <param name="cell">Any cell; a smaller one than the space's largest is padded with isolated vertices of the first operation before the output.</param>
    /// <param name="edit">The change: 0 to <see cref="GetEditCount"/> - 1, in the order that the remarks of the type tell.</param>
    /// <returns>The changed cell, as large as the padded one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such change.</exception>
    public static Cell GetEdit(Cell cell, int edit)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edit, (uint)GetEditCount(cell), nameof(edit));
        return CellEdits.Apply<TSpace>(cell.PadTo(TSpace.MaxVertices), edit);
    }

    /// <summary>The neighbours of a cell for <c>foreach</c>, in the order of the changes; one class can come several times.</summary>
    /// <param name="cell">Any cell. One that is not valid in the space can have neighbours; a disconnected one has only raw ones. A cell of another space has none.</param>
    /// <param name="kind">The definition.</param>
    /// <returns>A sequence that allocates nothing. Each step takes one or more locates: some tens of nanoseconds.</returns>
    public static NeighborSequence<TSpace> Of(Cell cell, NeighborKind kind) => new(cell, kind);

    /// <summary>Writes the neighbours of a cell in the order of the changes; one class can come several times.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="neighbors">Receives pruned cells; for <see cref="NeighborKind.Naszilla"/> raw ones, as the original gives them.</param>
    /// <returns>The number of neighbours.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount"/>.</exception>
    public static int Write(Cell cell, NeighborKind kind, Span<Cell> neighbors)
    {
        ThrowIfShort(neighbors.Length, kind, nameof(neighbors));
        int count = 0;
        foreach (Cell neighbor in Of(cell, kind))
        {
            neighbors[count++] = neighbor;
        }

        return count;
    }

    /// <summary>Writes the neighbours of a cell, of each class the first that <see cref="Write"/> gives.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="neighbors">Receives pruned cells; for <see cref="NeighborKind.Naszilla"/> raw ones.</param>
    /// <returns>The number of neighbours. Cells outside of the space (naszilla's operation changes of an invalid cell) are all kept.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount"/>.</exception>
    public static int WriteDistinct(Cell cell, NeighborKind kind, Span<Cell> neighbors)
    {
        ThrowIfShort(neighbors.Length, kind, nameof(neighbors));
        Span<int> seen = stackalloc int[MaxCount];
        int count = 0;
        NeighborSequence<TSpace>.Enumerator sequence = Of(cell, kind).GetEnumerator();
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

    /// <summary>Writes the indices of the neighbours of a cell in the order of the changes; one class can come several times.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="indices">
    /// Receives an index for each cell that <see cref="Write"/> gives, -1 for one outside of the space (naszilla's operation changes of an invalid cell).
    /// </param>
    /// <returns>The number of neighbours.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount"/>.</exception>
    [SkipLocalsInit]
    public static int WriteIndices(Cell cell, NeighborKind kind, Span<int> indices)
    {
        ThrowIfShort(indices.Length, kind, nameof(indices));
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

    /// <summary>Writes the indices of the classes that are neighbours of a cell, each once, ascending.</summary>
    /// <param name="cell">Any cell.</param>
    /// <param name="kind">The definition.</param>
    /// <param name="indices">Receives the indices.</param>
    /// <returns>Their number: 18.07 on average over NAS-Bench-101 by <see cref="NeighborKind.Class"/>, 0 to 28.</returns>
    /// <exception cref="ArgumentException">The destination is shorter than <see cref="GetMaxCount"/>.</exception>
    public static int WriteDistinctIndices(Cell cell, NeighborKind kind, Span<int> indices)
        => DistinctIndices.Sort(indices[..WriteIndices(cell, kind, indices)]);

    private static void ThrowIfShort(int length, NeighborKind kind, string name)
    {
        if (length < GetMaxCount(kind))
        {
            throw new ArgumentException($"needs {GetMaxCount(kind)} entries, has {length}", name);
        }
    }
}
