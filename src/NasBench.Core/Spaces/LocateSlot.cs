using System.Runtime.InteropServices;

namespace NasBench;

/// <summary>
/// What the engine knows of one way in which a pruned topology can lie in a seven-vertex graph: 16 bytes.
/// </summary>
/// <remarks>
/// <code>
/// bytes  field       meaning
///  0-3   FirstIndex  the index of the first cell of the topology's class
///  4-13  weights     of the operations of vertices 1 .. 5 in the number of the labels: powers of the operation count, 0 on vertices that pruning removes
/// 14-15  Group       the automorphism group, i.e. which rank table turns the number of the labels into a rank
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential, Pack = 4, Size = 16)]
internal struct LocateSlot
{
    public int FirstIndex;
    public ushort Weight1;
    public ushort Weight2;
    public ushort Weight3;
    public ushort Weight4;
    public ushort Weight5;
    public ushort Group;
}
