using CommunityToolkit.HighPerformance;
using CommunityToolkit.HighPerformance.Buffers;

namespace NasBench;

/// <content>
/// Raw ways to make a cell: any graph that fits is kept, whether or not it lies in the space, and a status says why one does not fit.
/// </content>
public readonly partial struct Cell
{
    /// <summary>Keeps a view of a matrix with names of NAS-Bench-101 as a cell, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept.</returns>
    public static CellStatus CreateRaw(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        => CreateRaw<Nas101>(matrix, operations, out cell);

    /// <summary>Keeps a view of a matrix with names as a cell of a space, valid or not.</summary>
    /// <typeparam name="TSpace">The search space, whose vocabulary gives the operation codes.</typeparam>
    /// <param name="matrix">The adjacency matrix, of any size: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">A name for each vertex. Any name will do for a vertex that pruning removes.</param>
    /// <param name="cell">The cell; <c>default</c> where the status is not <see cref="CellStatus.Ok"/>.</param>
    /// <returns>
    /// <see cref="CellStatus.Ok"/> means that the cell was kept as given: it may be disconnected, have too many edges or a wrong first or last name, which
    /// <see cref="Validate{TSpace}"/> tells. Otherwise <see cref="CellStatus.NotSquare"/>, <see cref="CellStatus.OperationCountMismatch"/>,
    /// <see cref="CellStatus.NotUpperTriangular"/>, <see cref="CellStatus.EntryNotBinary"/>, <see cref="CellStatus.UnknownOperation"/> (on a kept
    /// vertex) or <see cref="CellStatus.TooManyVertices"/> (more than seven remain after pruning).
    /// </returns>
    /// <remarks>
    /// A graph of at most seven vertices is kept as given; a larger one is pruned, and becomes the two-vertex graph without an edge where its output is
    /// not reachable. Allocates nothing (large matrices borrow from the shared pool).
    /// </remarks>
    public static CellStatus CreateRaw<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CreateRaw<TSpace, ByteRows>(new ByteRows(matrix), operations, out cell);

    /// <summary>Keeps a matrix with names of NAS-Bench-101 as a cell, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept.</returns>
    public static CellStatus CreateRaw(int[,] matrix, ReadOnlySpan<string> operations, out Cell cell) => CreateRaw<Nas101>(matrix, operations, out cell);

    /// <summary>Keeps a matrix with names as a cell of a space, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept.</returns>
    public static CellStatus CreateRaw<TSpace>(int[,] matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return CreateRaw<TSpace, IntRows>(new IntRows(matrix), operations, out cell);
    }

    /// <summary>Keeps nested rows with names of NAS-Bench-101 as a cell, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <param name="matrix">The rows of the adjacency matrix.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept; <see cref="CellStatus.NotSquare"/> for rows of other lengths.</returns>
    public static CellStatus CreateRaw(int[][] matrix, ReadOnlySpan<string> operations, out Cell cell) => CreateRaw<Nas101>(matrix, operations, out cell);

    /// <summary>Keeps nested rows with names as a cell of a space, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The rows of the adjacency matrix.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept; <see cref="CellStatus.NotSquare"/> for rows of other lengths.</returns>
    public static CellStatus CreateRaw<TSpace>(int[][] matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return CreateRaw<TSpace, NestedRows>(new NestedRows(matrix), operations, out cell);
    }

    /// <summary>Keeps a Boolean matrix with names of NAS-Bench-101 as a cell, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is true for an edge x -> y.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept.</returns>
    public static CellStatus CreateRaw(ReadOnlySpan2D<bool> matrix, ReadOnlySpan<string> operations, out Cell cell)
        => CreateRaw<Nas101>(matrix, operations, out cell);

    /// <summary>Keeps a Boolean matrix with names as a cell of a space, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is true for an edge x -> y.</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept.</returns>
    public static CellStatus CreateRaw<TSpace>(ReadOnlySpan2D<bool> matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CreateRaw<TSpace, BoolRows>(new BoolRows(matrix), operations, out cell);

    /// <summary>Keeps a flat matrix with names of NAS-Bench-101 as a cell, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <param name="matrix">The n*n entries, row after row, each 0 or 1 (numbers, not digits).</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns>
    /// <see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept; <see cref="CellStatus.NotSquare"/> where the length is not a square.
    /// </returns>
    public static CellStatus CreateRaw(ReadOnlySpan<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        => CreateRaw<Nas101>(matrix, operations, out cell);

    /// <summary>Keeps a flat matrix with names as a cell of a space, valid or not.</summary>
    /// <remarks>See <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/>.</remarks>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The n*n entries, row after row, each 0 or 1 (numbers, not digits).</param>
    /// <param name="operations">A name for each vertex.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns>
    /// <see cref="CellStatus.Ok"/>: kept as given; or why it cannot be kept; <see cref="CellStatus.NotSquare"/> where the length is not a square.
    /// </returns>
    public static CellStatus CreateRaw<TSpace>(ReadOnlySpan<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CreateRaw<TSpace, ByteRows>(ByteRows.OfFlat(matrix), operations, out cell);

    /// <summary>Makes a cell of NAS-Bench-101 from its packed parts. See <see cref="CreateRawFromMask{TSpace}"/>.</summary>
    /// <param name="vertices">The number of vertices, 2 to 7.</param>
    /// <param name="adjacencyBits">The edges: x -> y is bit x + y(y-1)/2.</param>
    /// <param name="interiorOperations">The codes of the interior vertices.</param>
    /// <param name="cell">The cell, or <c>default</c>.</param>
    /// <returns><see cref="CellStatus.Ok"/>, or what is wrong.</returns>
    public static CellStatus CreateRawFromMask(int vertices, uint adjacencyBits, ReadOnlySpan<byte> interiorOperations, out Cell cell)
        => CreateRawFromMask<Nas101>(vertices, adjacencyBits, interiorOperations, out cell);

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
    public static CellStatus CreateRawFromMask<TSpace>(int vertices, uint adjacencyBits, ReadOnlySpan<byte> interiorOperations, out Cell cell)
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

    /// <summary>Keeps a checked matrix of any size and the labels of its vertices.</summary>
    internal static CellStatus FromLabels<TSpace, TRows>(TRows rows, ReadOnlySpan<byte> labels, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        where TRows : IMatrixRows, allows ref struct
        => labels.Length <= MaxVertices ? FromFew<TSpace, TRows>(rows, labels, out cell) : FromMany<TSpace, TRows>(rows, labels, out cell);

    private static CellStatus CreateRaw<TSpace, TRows>(TRows rows, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        where TRows : IMatrixRows, allows ref struct
    {
        cell = default;
        CellStatus status = CellMatrix.Check(rows, operations.Length);
        if (status != CellStatus.Ok)
        {
            return status;
        }

        if (operations.Length <= MaxVertices)
        {
            Span<byte> labels = stackalloc byte[MaxVertices];
            VertexLabel.Parse<TSpace>(operations, labels);
            return FromFew<TSpace, TRows>(rows, labels[..operations.Length], out cell);
        }

        using SpanOwner<byte> owner = SpanOwner<byte>.Allocate(operations.Length);
        VertexLabel.Parse<TSpace>(operations, owner.Span);
        return FromMany<TSpace, TRows>(rows, owner.Span, out cell);
    }

    /// <summary>Keeps a checked matrix of at most seven vertices as given.</summary>
    private static CellStatus FromFew<TSpace, TRows>(scoped TRows rows, ReadOnlySpan<byte> labels, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        where TRows : IMatrixRows, allows ref struct
    {
        int vertices = labels.Length;
        uint adjacency = 0;
        Span<byte> buffer = stackalloc byte[MaxVertices];
        for (int from = 0; from < vertices - 1; from++)
        {
            ReadOnlySpan<byte> entries = rows.Read(from, buffer);
            for (int to = from + 1; to < vertices; to++)
            {
                adjacency |= (uint)entries[to] << Adjacency.Edge(from, to);
            }
        }

        uint operations = 0;
        uint unknown = 0;
        for (int vertex = 1; vertex < vertices - 1; vertex++)
        {
            // `input` and `output` are not operations of an interior vertex.
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
    private static CellStatus FromMany<TSpace, TRows>(TRows rows, ReadOnlySpan<byte> labels, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        where TRows : IMatrixRows, allows ref struct
    {
        cell = default;
        using SpanOwner<int> owner = SpanOwner<int>.Allocate(labels.Length);
        int count = CellMatrix.Prune(rows, owner.Span);
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
        using SpanOwner<byte> buffer = CellMatrix.RentRow<TRows>(labels.Length);
        ReadOnlySpan<int> kept = owner.Span[..count];
        for (int row = 0; row < count; row++)
        {
            keptLabels[row] = labels[kept[row]];
            ReadOnlySpan<byte> source = rows.Read(kept[row], buffer.Span);
            for (int column = 0; column < count; column++)
            {
                entries[(row * count) + column] = source[kept[column]];
            }
        }

        return FromFew<TSpace, ByteRows>(ByteRows.OfFlat(entries[..(count * count)]), keptLabels[..count], out cell);
    }

    private static ulong NameFlags(ReadOnlySpan<byte> labels)
    {
        return (labels[0] == VertexLabel.Input ? 0 : FirstNotInputFlag) | (labels[^1] == VertexLabel.Output ? 0 : LastNotOutputFlag);
    }
}
