using CommunityToolkit.HighPerformance;
using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

public readonly partial struct Cell
{
    /// <summary>
    /// Makes a cell from a matrix and operation names of NAS-Bench-101.
    /// See <see cref="TryCreate{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.
    /// </summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">A name for each vertex, <c>input</c> first and <c>output</c> last.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong.</returns>
    public static CellStatus TryCreate(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        => TryCreate<Nas101>(matrix, operations, out cell);

    /// <summary>Makes a cell from a matrix and operation names.</summary>
    /// <typeparam name="TSpace">The search space, whose vocabulary gives the operation codes.</typeparam>
    /// <param name="matrix">The adjacency matrix, of any size: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">A name for each vertex. Names of vertices that pruning removes are free.</param>
    /// <param name="cell">The cell; <c>default</c> where the status is not <see cref="CellStatus.Ok"/>.</param>
    /// <returns>
    /// <see cref="CellStatus.Ok"/> also for cells that are not valid (disconnected, too many edges, wrong first or last name), which
    /// <see cref="Validate{TSpace}"/> tells. Otherwise <see cref="CellStatus.NotSquare"/>, <see cref="CellStatus.OperationCountMismatch"/>,
    /// <see cref="CellStatus.NotUpperTriangular"/>, <see cref="CellStatus.EntryNotBinary"/>, <see cref="CellStatus.UnknownOperation"/> (on a kept
    /// vertex) or <see cref="CellStatus.TooManyVertices"/> (more than seven remain after pruning).
    /// </returns>
    /// <remarks>
    /// A graph of at most seven vertices is kept as given; a larger one is pruned, and becomes the two-vertex graph without an edge where its output is
    /// not reachable.
    /// Allocates nothing (large matrices borrow from the shared pool).
    /// </remarks>
    public static CellStatus TryCreate<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        cell = default;
        CellStatus status = CellMatrix.Check(matrix, operations.Length);
        if (status != CellStatus.Ok)
        {
            return status;
        }

        if (operations.Length <= MaxVertices)
        {
            Span<byte> labels = stackalloc byte[MaxVertices];
            VertexLabel.Parse<TSpace>(operations, labels);
            return FromSmallMatrix<TSpace>(matrix, labels[..operations.Length], out cell);
        }

        using SpanOwner<byte> owner = SpanOwner<byte>.Allocate(operations.Length);
        VertexLabel.Parse<TSpace>(operations, owner.Span);
        return FromLargeMatrix<TSpace>(matrix, owner.Span, out cell);
    }

    /// <summary>
    /// Makes a cell of NAS-Bench-101 from a Boolean matrix. See <see cref="TryCreate{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.
    /// </summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is true for an edge x -> y.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong.</returns>
    public static CellStatus TryCreate(ReadOnlySpan2D<bool> matrix, ReadOnlySpan<string> operations, out Cell cell)
        => TryCreate<Nas101>(matrix, operations, out cell);

    /// <summary>Makes a cell from a Boolean matrix. See <see cref="TryCreate{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is true for an edge x -> y.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong.</returns>
    public static CellStatus TryCreate<TSpace>(ReadOnlySpan2D<bool> matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        using SpanOwner<byte> entries = SpanOwner<byte>.Allocate((int)matrix.Length);
        for (int row = 0; row < matrix.Height; row++)
        {
            ReadOnlySpan<bool> source = matrix.GetRowSpan(row);
            for (int column = 0; column < source.Length; column++)
            {
                entries.Span[(row * matrix.Width) + column] = source[column] ? (byte)1 : (byte)0;
            }
        }

        return TryCreate<TSpace>(entries.Span.AsSpan2D(matrix.Height, matrix.Width), operations, out cell);
    }

    /// <summary>
    /// Makes a cell of NAS-Bench-101 from nested rows. See <see cref="TryCreate{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.
    /// </summary>
    /// <param name="matrix">The rows of the adjacency matrix.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong; <see cref="CellStatus.NotSquare"/> for rows of other lengths.</returns>
    public static CellStatus TryCreate(int[][] matrix, ReadOnlySpan<string> operations, out Cell cell)
        => TryCreate<Nas101>(matrix, operations, out cell);

    /// <summary>Makes a cell from nested rows. See <see cref="TryCreate{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The rows of the adjacency matrix.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong; <see cref="CellStatus.NotSquare"/> for rows of other lengths.</returns>
    public static CellStatus TryCreate<TSpace>(int[][] matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        int vertices = matrix.Length;
        using SpanOwner<byte> entries = SpanOwner<byte>.Allocate(vertices * vertices);
        for (int row = 0; row < vertices; row++)
        {
            if (matrix[row] is null || matrix[row].Length != vertices)
            {
                cell = default;
                return CellStatus.NotSquare;
            }

            for (int column = 0; column < vertices; column++)
            {
                // Any entry that is neither 0 nor 1 becomes 2, which the check refuses.
                entries.Span[(row * vertices) + column] = (byte)Math.Min((uint)matrix[row][column], 2u);
            }
        }

        return TryCreate<TSpace>(entries.Span.AsSpan2D(vertices, vertices), operations, out cell);
    }

    /// <summary>
    /// Makes a cell of NAS-Bench-101 from a flat matrix. See <see cref="TryCreate{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.
    /// </summary>
    /// <param name="flatMatrix">The n*n entries, row after row, each 0 or 1 (numbers, not digits).</param>
    /// <param name="operations">A name for each of the n vertices.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong; <see cref="CellStatus.NotSquare"/> where the length is no square.</returns>
    public static CellStatus TryCreate(ReadOnlySpan<byte> flatMatrix, ReadOnlySpan<string> operations, out Cell cell)
        => TryCreate<Nas101>(flatMatrix, operations, out cell);

    /// <summary>Makes a cell from a flat matrix. See <see cref="TryCreate{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="flatMatrix">The n*n entries, row after row, each 0 or 1 (numbers, not digits).</param>
    /// <param name="operations">A name for each of the n vertices.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong; <see cref="CellStatus.NotSquare"/> where the length is no square.</returns>
    public static CellStatus TryCreate<TSpace>(ReadOnlySpan<byte> flatMatrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        int vertices = MatrixText.SquareRoot(flatMatrix.Length);
        if (vertices <= 0)
        {
            cell = default;
            return CellStatus.NotSquare;
        }

        return TryCreate<TSpace>(MatrixText.Square(flatMatrix, vertices), operations, out cell);
    }

    /// <summary>Makes a cell of NAS-Bench-101 from its packed parts. See <see cref="TryCreateFromMask{TSpace}"/>.</summary>
    /// <param name="vertices">The number of vertices, 2 to 7.</param>
    /// <param name="adjacencyBits">The edges: x -> y is bit x + y(y-1)/2.</param>
    /// <param name="interiorOperations">The codes of the interior vertices.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong.</returns>
    public static CellStatus TryCreateFromMask(int vertices, uint adjacencyBits, ReadOnlySpan<byte> interiorOperations, out Cell cell)
        => TryCreateFromMask<Nas101>(vertices, adjacencyBits, interiorOperations, out cell);

    /// <summary>Makes a cell from its packed parts, with the right first and last names.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="vertices">The number of vertices, 2 to 7.</param>
    /// <param name="adjacencyBits">The edges: x -> y is bit x + y(y-1)/2.</param>
    /// <param name="interiorOperations">The codes of the interior vertices, each below the space's operation count.</param>
    /// <param name="cell">The cell; <c>default</c> where the status is not <see cref="CellStatus.Ok"/>.</param>
    /// <returns>
    /// <see cref="CellStatus.Ok"/>; <see cref="CellStatus.TooManyVertices"/> for a number of vertices outside of 2 to 7;
    /// <see cref="CellStatus.NotSquare"/> for bits beyond it; <see cref="CellStatus.OperationCountMismatch"/>; <see cref="CellStatus.UnknownOperation"/>.
    /// </returns>
    public static CellStatus TryCreateFromMask<TSpace>(int vertices, uint adjacencyBits, ReadOnlySpan<byte> interiorOperations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        cell = default;
        if (vertices is < 2 or > MaxVertices)
        {
            return CellStatus.TooManyVertices;
        }

        if (adjacencyBits >> Adjacency.ColumnShift(vertices) != 0)
        {
            return CellStatus.NotSquare;
        }

        if (interiorOperations.Length != vertices - 2)
        {
            return CellStatus.OperationCountMismatch;
        }

        uint operations = 0;
        for (int i = 0; i < interiorOperations.Length; i++)
        {
            if (interiorOperations[i] >= TSpace.OperationCount)
            {
                return CellStatus.UnknownOperation;
            }

            operations |= (uint)interiorOperations[i] << (OperationWidth * i);
        }

        cell = Pack<TSpace>(vertices, adjacencyBits, operations);
        return CellStatus.Ok;
    }

    /// <summary>Makes a cell from a checked matrix of any size and the labels of its vertices.</summary>
    internal static CellStatus FromMatrix<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<byte> labels, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => labels.Length <= MaxVertices ? FromSmallMatrix<TSpace>(matrix, labels, out cell) : FromLargeMatrix<TSpace>(matrix, labels, out cell);

    /// <summary>Keeps a checked matrix of at most seven vertices as given.</summary>
    private static CellStatus FromSmallMatrix<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<byte> labels, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        int vertices = labels.Length;
        uint adjacency = 0;
        for (int from = 0; from < vertices - 1; from++)
        {
            ReadOnlySpan<byte> entries = matrix.GetRowSpan(from);
            for (int to = from + 1; to < vertices; to++)
            {
                adjacency |= (uint)entries[to] << Adjacency.Edge(from, to);
            }
        }

        uint operations = 0;
        uint unknown = 0;
        for (int vertex = 1; vertex < vertices - 1; vertex++)
        {
            // `input` and `output` are no operations of an interior vertex.
            byte label = Math.Min(labels[vertex], UnknownOperation);
            operations |= (uint)label << (OperationWidth * (vertex - 1));
            unknown |= (label == UnknownOperation ? 1u : 0u) << vertex;
        }

        if ((unknown & Adjacency.KeptVertices(adjacency, vertices - 1)) != 0)
        {
            cell = default;
            return CellStatus.UnknownOperation;
        }

        cell = Pack<TSpace>(vertices, adjacency, operations, NameFlags(labels));
        return CellStatus.Ok;
    }

    /// <summary>Prunes a checked matrix of more than seven vertices and keeps what remains.</summary>
    private static CellStatus FromLargeMatrix<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<byte> labels, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        cell = default;
        using SpanOwner<int> owner = SpanOwner<int>.Allocate(labels.Length);
        int count = CellMatrix.Prune(matrix, owner.Span);
        if (count == 0)
        {
            cell = Pack<TSpace>(2, 0, 0);
            return CellStatus.Ok;
        }

        if (count > MaxVertices)
        {
            return CellStatus.TooManyVertices;
        }

        Span<byte> entries = stackalloc byte[MaxVertices * MaxVertices];
        Span<byte> keptLabels = stackalloc byte[MaxVertices];
        ReadOnlySpan<int> kept = owner.Span[..count];
        for (int row = 0; row < count; row++)
        {
            keptLabels[row] = labels[kept[row]];
            ReadOnlySpan<byte> source = matrix.GetRowSpan(kept[row]);
            for (int column = 0; column < count; column++)
            {
                entries[(row * count) + column] = source[kept[column]];
            }
        }

        return FromSmallMatrix<TSpace>(MatrixText.Square(entries[..(count * count)], count), keptLabels[..count], out cell);
    }

    private static ulong NameFlags(ReadOnlySpan<byte> labels)
    {
        return (labels[0] == VertexLabel.Input ? 0 : FirstNotInputFlag) | (labels[^1] == VertexLabel.Output ? 0 : LastNotOutputFlag);
    }
}
