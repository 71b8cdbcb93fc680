namespace NasBench;

/// <summary>Why a cell is valid, lies outside of a search space, or could not be made at all.</summary>
/// <remarks>
/// The members before <see cref="Disconnected"/> describe input from which no <see cref="Cell"/> can be made. The others are the rules of the
/// original's <c>_check_spec</c>, in the order in which it checks them; its messages are one call away (<see cref="Cell.Describe()"/>), and
/// <see cref="CellStatusExtensions.Describe"/> says in a sentence what a status means.
/// </remarks>
public enum CellStatus : byte
{
    /// <summary>Nothing is wrong: the cell was made, or it lies within the space.</summary>
    Ok,

    /// <summary>The text is not a matrix: neither digits nor rows in brackets.</summary>
    BadText,

    /// <summary>The matrix has no entries, or its rows and columns differ in number.</summary>
    NotSquare,

    /// <summary>The number of operations differs from the number of vertices.</summary>
    OperationCountMismatch,

    /// <summary>An entry on or under the diagonal is not 0.</summary>
    NotUpperTriangular,

    /// <summary>An entry above the diagonal is neither 0 nor 1.</summary>
    EntryNotBinary,

    /// <summary>The output cannot be reached from the input.</summary>
    Disconnected,

    /// <summary>More vertices remain after pruning than the space (or a <see cref="Cell"/>) can hold.</summary>
    TooManyVertices,

    /// <summary>More edges remain after pruning than the space allows.</summary>
    TooManyEdges,

    /// <summary>The first operation is not <c>input</c>.</summary>
    FirstNotInput,

    /// <summary>The last operation is not <c>output</c>.</summary>
    LastNotOutput,

    /// <summary>A vertex that pruning keeps carries an operation that the space does not know.</summary>
    UnknownOperation,

    /// <summary>The cell belongs to another search space than the one that was asked.</summary>
    OtherSpace,

    /// <summary>A network cannot be built from the cell: a vertex would get no channel, or fewer than one that it feeds.</summary>
    TooFewChannels,
}
