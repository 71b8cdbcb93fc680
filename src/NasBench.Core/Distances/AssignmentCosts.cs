using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// What each edge and each label of a target adds to the cost of every assignment, for one origin. The cost of a target is the sum of its rows.
/// </summary>
/// <remarks>
/// <code>
/// rows    meaning of a byte (a row has 128 bytes, one for each assignment)
///  0-20   an edge of the target: -1 where the assignment maps some edge of the origin to it, else 1
/// 21-60   a label of the target, row 21 + 8 place + label: 1 where it costs, else 0
/// </code>
/// <para>The sum starts with the number of the origin's edges. It is 47 at most, so no byte overflows. 7.6 KB, which the first-level cache holds.</para>
/// </remarks>
internal unsafe struct AssignmentCosts
{
    public const int EdgeRows = Cell.MaxEdges;

    public const int LabelRows = Cell.MaxInteriorVertices << Cell.OperationWidth;

    public fixed byte Rows[(EdgeRows + LabelRows) * AssignmentTables.RowSize];

    /// <summary>The row of an edge of the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Edge(byte* rows, int edge) => rows + (edge * AssignmentTables.RowSize);

    /// <summary>The row of a label at an interior place of the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Label(byte* rows, uint labels, int place)
    {
        int label = (int)((labels >> (Cell.OperationWidth * place)) & Cell.OperationMask);
        return rows + ((EdgeRows + (place << Cell.OperationWidth) + label) * AssignmentTables.RowSize);
    }
}
