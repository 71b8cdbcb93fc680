using System.Buffers.Binary;

namespace NasBench.Data;

/// <summary>A stored graph that is not its class's representative: an entry of 16 bytes in a compact file, ascending by position.</summary>
/// <remarks>
/// <code>
/// | byte | type   | what                                        |
/// |------|--------|---------------------------------------------|
/// | 0    | int32  | position of the cell                         |
/// | 4    | int32  | zero                                        |
/// | 8    | uint64 | the graph, as <see cref="Cell.Bits"/> has it  |
/// </code>
/// </remarks>
internal static class NoncanonicalCell
{
    public const int Size = 16;

    private const int CellOffset = 8;

    public static void Write(int position, Cell cell, Span<byte> entry)
    {
        BinaryPrimitives.WriteInt64LittleEndian(entry, position);
        BinaryPrimitives.WriteUInt64LittleEndian(entry[CellOffset..], cell.Bits);
    }

    public static long PositionOf(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadInt64LittleEndian(entry);

    public static ulong BitsOf(ReadOnlySpan<byte> entry) => BinaryPrimitives.ReadUInt64LittleEndian(entry[CellOffset..]);

    /// <summary>The cell that some bits stand for, if it is a well-formed cell of the class with that index.</summary>
    public static bool TryUnpack(ulong bits, int index, out Cell cell)
    {
        int vertices = (((int)(bits >> Cell.VertexShift) + 1) & Cell.VertexMask) + 1;
        uint adjacency = (uint)bits & Cell.AdjacencyMask;
        uint operations = (uint)(bits >> Cell.OperationShift) & Cell.AllOperationsMask;
        bool isWellFormed = vertices >= 2
            && adjacency >> (vertices * (vertices - 1) / 2) == 0
            && operations >> (Cell.OperationWidth * (vertices - 2)) == 0;
        cell = isWellFormed ? Cell.Pack<Nas101>(vertices, adjacency, operations) : default;
        return isWellFormed && cell.Bits == bits && Space<Nas101>.Locate(cell) == index;
    }
}
