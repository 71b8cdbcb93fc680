using System.Diagnostics.CodeAnalysis;
using CommunityToolkit.HighPerformance;

namespace NasBench;

/// <content>The everyday ways to make a cell: from a matrix and names, if the cell lies in the space.</content>
public readonly partial struct Cell
{
    /// <summary>Makes a cell of NAS-Bench-101 from a matrix.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    /// <example>
    /// <code>
    /// int[,] matrix = { { 0, 1, 1 }, { 0, 0, 1 }, { 0, 0, 0 } };
    /// Cell cell = Cell.Create(matrix, ["input", "conv3x3-bn-relu", "output"]);
    /// </code>
    /// </example>
    public static Cell Create(int[,] matrix, ReadOnlySpan<string> operations) => Create<Nas101>(matrix, operations);

    /// <summary>Makes a cell of a space from a matrix.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create<TSpace>(int[,] matrix, ReadOnlySpan<string> operations)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return CreateFrom<TSpace, IntRows>(new IntRows(matrix), operations);
    }

    /// <summary>Makes a cell of NAS-Bench-101 from nested rows.</summary>
    /// <param name="matrix">The rows of the adjacency matrix.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create(int[][] matrix, ReadOnlySpan<string> operations) => Create<Nas101>(matrix, operations);

    /// <summary>Makes a cell of a space from nested rows.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The rows of the adjacency matrix.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create<TSpace>(int[][] matrix, ReadOnlySpan<string> operations)
        where TSpace : ISearchSpace<TSpace>
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return CreateFrom<TSpace, NestedRows>(new NestedRows(matrix), operations);
    }

    /// <summary>Makes a cell of NAS-Bench-101 from a view of a matrix.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations) => Create<Nas101>(matrix, operations);

    /// <summary>Makes a cell of a space from a view of a matrix.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations)
        where TSpace : ISearchSpace<TSpace>
        => CreateFrom<TSpace, ByteRows>(new ByteRows(matrix), operations);

    /// <summary>Makes a cell of NAS-Bench-101 from a Boolean matrix.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is true for an edge x -> y.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create(ReadOnlySpan2D<bool> matrix, ReadOnlySpan<string> operations) => Create<Nas101>(matrix, operations);

    /// <summary>Makes a cell of a space from a Boolean matrix.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is true for an edge x -> y.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create<TSpace>(ReadOnlySpan2D<bool> matrix, ReadOnlySpan<string> operations)
        where TSpace : ISearchSpace<TSpace>
        => CreateFrom<TSpace, BoolRows>(new BoolRows(matrix), operations);

    /// <summary>Makes a cell of NAS-Bench-101 from a flat matrix.</summary>
    /// <param name="matrix">The n*n entries, row after row, each 0 or 1 (numbers, not digits).</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create(ReadOnlySpan<byte> matrix, ReadOnlySpan<string> operations) => Create<Nas101>(matrix, operations);

    /// <summary>Makes a cell of a space from a flat matrix.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The n*n entries, row after row, each 0 or 1 (numbers, not digits).</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <returns>The cell as given, dangling vertices included; one of more than seven vertices is pruned.</returns>
    /// <exception cref="InvalidCellException">The cell does not lie in the space; the message says why.</exception>
    public static Cell Create<TSpace>(ReadOnlySpan<byte> matrix, ReadOnlySpan<string> operations)
        where TSpace : ISearchSpace<TSpace>
        => CreateFrom<TSpace, ByteRows>(ByteRows.OfFlat(matrix), operations);

    /// <summary>Makes a cell of NAS-Bench-101 from a matrix, if it lies in the space. Allocates nothing.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>Whether the cell lies in the space; <see cref="CreateRaw(int[,], ReadOnlySpan{string}, out Cell)"/> says what is wrong.</returns>
    public static bool TryCreate(int[,] matrix, ReadOnlySpan<string> operations, out Cell cell) => TryCreate<Nas101>(matrix, operations, out cell);

    /// <summary>Makes a cell of a space from a matrix, if it lies in the space. Allocates nothing.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>Whether the cell lies in the space; <see cref="CreateRaw{TSpace}(int[,], ReadOnlySpan{string}, out Cell)"/> says what is wrong.</returns>
    public static bool TryCreate<TSpace>(int[,] matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CreateRaw<TSpace>(matrix, operations, out cell) == CellStatus.Ok && KeepIfValid<TSpace>(ref cell);

    /// <summary>Makes a cell of NAS-Bench-101 from nested rows, if it lies in the space. Allocates nothing.</summary>
    /// <param name="matrix">The rows of the adjacency matrix.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>Whether the cell lies in the space; <see cref="CreateRaw(int[][], ReadOnlySpan{string}, out Cell)"/> says what is wrong.</returns>
    public static bool TryCreate(int[][] matrix, ReadOnlySpan<string> operations, out Cell cell) => TryCreate<Nas101>(matrix, operations, out cell);

    /// <summary>Makes a cell of a space from nested rows, if it lies in the space. Allocates nothing.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The rows of the adjacency matrix.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>Whether the cell lies in the space; <see cref="CreateRaw{TSpace}(int[][], ReadOnlySpan{string}, out Cell)"/> says what is wrong.</returns>
    public static bool TryCreate<TSpace>(int[][] matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CreateRaw<TSpace>(matrix, operations, out cell) == CellStatus.Ok && KeepIfValid<TSpace>(ref cell);

    /// <summary>Makes a cell of NAS-Bench-101 from a view of a matrix, if it lies in the space. Allocates nothing.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>Whether the cell lies in the space; <see cref="CreateRaw(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/> says what is wrong.</returns>
    public static bool TryCreate(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        => TryCreate<Nas101>(matrix, operations, out cell);

    /// <summary>Makes a cell of a space from a view of a matrix, if it lies in the space. Allocates nothing.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is 1 for an edge x -> y, else 0.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>
    /// Whether the cell lies in the space; <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{byte}, ReadOnlySpan{string}, out Cell)"/> says what is wrong.
    /// </returns>
    public static bool TryCreate<TSpace>(ReadOnlySpan2D<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CreateRaw<TSpace>(matrix, operations, out cell) == CellStatus.Ok && KeepIfValid<TSpace>(ref cell);

    /// <summary>Makes a cell of NAS-Bench-101 from a Boolean matrix, if it lies in the space. Allocates nothing.</summary>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is true for an edge x -> y.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>Whether the cell lies in the space; <see cref="CreateRaw(ReadOnlySpan2D{bool}, ReadOnlySpan{string}, out Cell)"/> says what is wrong.</returns>
    public static bool TryCreate(ReadOnlySpan2D<bool> matrix, ReadOnlySpan<string> operations, out Cell cell)
        => TryCreate<Nas101>(matrix, operations, out cell);

    /// <summary>Makes a cell of a space from a Boolean matrix, if it lies in the space. Allocates nothing.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The adjacency matrix: entry [x, y] is true for an edge x -> y.</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>
    /// Whether the cell lies in the space; <see cref="CreateRaw{TSpace}(ReadOnlySpan2D{bool}, ReadOnlySpan{string}, out Cell)"/> says what is wrong.
    /// </returns>
    public static bool TryCreate<TSpace>(ReadOnlySpan2D<bool> matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CreateRaw<TSpace>(matrix, operations, out cell) == CellStatus.Ok && KeepIfValid<TSpace>(ref cell);

    /// <summary>Makes a cell of NAS-Bench-101 from a flat matrix, if it lies in the space. Allocates nothing.</summary>
    /// <param name="matrix">The n*n entries, row after row, each 0 or 1 (numbers, not digits).</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>Whether the cell lies in the space; <see cref="CreateRaw(ReadOnlySpan{byte}, ReadOnlySpan{string}, out Cell)"/> says what is wrong.</returns>
    public static bool TryCreate(ReadOnlySpan<byte> matrix, ReadOnlySpan<string> operations, out Cell cell) => TryCreate<Nas101>(matrix, operations, out cell);

    /// <summary>Makes a cell of a space from a flat matrix, if it lies in the space. Allocates nothing.</summary>
    /// <typeparam name="TSpace">The search space.</typeparam>
    /// <param name="matrix">The n*n entries, row after row, each 0 or 1 (numbers, not digits).</param>
    /// <param name="operations">
    /// A name for each vertex: <c>input</c>, the interior ones, <c>output</c>. Any name will do for a vertex that pruning removes.
    /// </param>
    /// <param name="cell">The cell as given, one of more than seven vertices pruned; or <c>default</c>.</param>
    /// <returns>
    /// Whether the cell lies in the space; <see cref="CreateRaw{TSpace}(ReadOnlySpan{byte}, ReadOnlySpan{string}, out Cell)"/> says what is wrong.
    /// </returns>
    public static bool TryCreate<TSpace>(ReadOnlySpan<byte> matrix, ReadOnlySpan<string> operations, out Cell cell)
        where TSpace : ISearchSpace<TSpace>
        => CreateRaw<TSpace>(matrix, operations, out cell) == CellStatus.Ok && KeepIfValid<TSpace>(ref cell);

    private static Cell CreateFrom<TSpace, TRows>(TRows rows, ReadOnlySpan<string> operations)
        where TSpace : ISearchSpace<TSpace>
        where TRows : IMatrixRows, allows ref struct
    {
        if (CreateRaw<TSpace, TRows>(rows, operations, out Cell cell) != CellStatus.Ok || cell.Validate<TSpace>() != CellStatus.Ok)
        {
            ThrowInvalid<TSpace, TRows>(rows, operations);
        }

        return cell;
    }

    [DoesNotReturn]
    private static void ThrowInvalid<TSpace, TRows>(TRows rows, ReadOnlySpan<string> operations)
        where TSpace : ISearchSpace<TSpace>
        where TRows : IMatrixRows, allows ref struct
    {
        CellDefect defect = CellRules<TSpace>.FindDefect(rows, operations, EdgeRule.AfterPruning);
        throw new InvalidCellException(defect.Status, defect.Describe<TSpace>(operations));
    }

    /// <summary>Whether a cell lies in a space; if not it becomes <c>default</c>.</summary>
    private static bool KeepIfValid<TSpace>(ref Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        bool isValid = cell.Validate<TSpace>() == CellStatus.Ok;
        cell = isValid ? cell : default;
        return isValid;
    }
}
