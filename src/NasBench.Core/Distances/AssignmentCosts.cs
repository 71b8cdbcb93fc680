using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>What each edge and each label of a target adds to the cost of every assignment, for one source: the sum of a target's rows is its cost.</summary>
/// <remarks>
/// <code>
/// rows    meaning of a byte (row of 128, an assignment a byte)
///  0-20   an edge of the target: -1 where the assignment makes some edge of the source of it, else 1
/// 21-60   a label of the target, row 21 + 8 slot + label: 1 where it costs, else 0
/// </code>
/// <para>The sum starts with the number of the source's edges. 7.6 KB: first-level cache. At most 47, so no byte overflows in the end.</para>
/// </remarks>
internal unsafe struct AssignmentCosts
{
    public const int EdgeRows = Cell.MaxEdges;

    public const int LabelRows = Cell.MaxInteriorVertices << Cell.OperationWidth;

    public fixed byte Rows[(EdgeRows + LabelRows) * AssignmentTables.RowSize];

    /// <summary>The row of an edge of the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Edge(byte* rows, int edge) => rows + (edge * AssignmentTables.RowSize);

    /// <summary>The row of a label in a slot of the target.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte* Label(byte* rows, uint labels, int slot)
    {
        int label = (int)((labels >> (Cell.OperationWidth * slot)) & Cell.OperationMask);
        return rows + ((EdgeRows + (slot << Cell.OperationWidth) + label) * AssignmentTables.RowSize);
    }
}
