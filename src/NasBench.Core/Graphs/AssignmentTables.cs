using System.Runtime.CompilerServices;

namespace NasBench;

/// <summary>
/// The 120 assignments of five interior places to five, a column of bytes for each: 128 columns, of which the last eight repeat the first assignment,
/// so that a minimum over all columns is one over the assignments.
/// </summary>
/// <remarks>
/// <code>
/// rows    meaning of a byte (row of 128)
///  0-20   what the assignment makes of the edge: the bit where that is 0 to 15, else 0x80
/// 21-41   the same edge: the bit less 16 where that is 16 to 20, else 0x80; a reversed edge is 0x80 in both
/// 42-46   the place that the assignment gives to place 0 to 4
/// </code>
/// <para>6 KB, pinned and aligned to 64 bytes; built at first use.</para>
/// </remarks>
internal static unsafe class AssignmentTables
{
    /// <summary>The number of assignments.</summary>
    public const int Count = Relabelling.Count;

    /// <summary>Bytes in a row.</summary>
    public const int RowSize = 128;

    private const int Places = Cell.MaxInteriorVertices;
    private const int HighRow = Cell.MaxEdges;
    private const int PlaceRow = 2 * Cell.MaxEdges;
    private const int Alignment = 64;
    private const byte Absent = 0x80;

    /// <summary>The array stays where it is, so its address stays good as long as this keeps it alive.</summary>
    private static readonly byte[] s_bytes = Build(out s_start);

    private static readonly int s_start;

    /// <summary>The first row.</summary>
    public static byte* Start => (byte*)Unsafe.AsPointer(ref s_bytes[s_start]);

    public static byte* LowEdge(byte* start, int edge) => start + (edge * RowSize);

    public static byte* HighEdge(byte* start, int edge) => start + ((HighRow + edge) * RowSize);

    public static byte* Place(byte* start, int place) => start + ((PlaceRow + place) * RowSize);

    private static byte[] Build(out int start)
    {
        byte[] bytes = GC.AllocateArray<byte>(((PlaceRow + Places) * RowSize) + Alignment, pinned: true);
        start = (int)((Alignment - ((nint)Unsafe.AsPointer(ref bytes[0]) % Alignment)) % Alignment);
        Span<byte> rows = bytes.AsSpan(start);
        for (int column = 0; column < RowSize; column++)
        {
            int assignment = column < Count ? column : 0;
            for (int edge = 0; edge < Cell.MaxEdges; edge++)
            {
                byte image = Nas101.EdgeRelabellings[(assignment * Cell.MaxEdges) + edge];
                rows[(edge * RowSize) + column] = image < 16 ? image : Absent;
                rows[((HighRow + edge) * RowSize) + column] = image is >= 16 and < Absent ? (byte)(image - 16) : Absent;
            }

            for (int place = 0; place < Places; place++)
            {
                rows[((PlaceRow + place) * RowSize) + column] = Nas101.Relabellings[(assignment * Places) + place];
            }
        }

        return bytes;
    }
}
