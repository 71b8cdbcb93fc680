using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NasBench;

/// <summary>What the engine knows of one way in which a pruned topology can lie in a seven-vertex graph: 16 bytes.</summary>
/// <remarks>
/// <code>
/// bytes  field       meaning
///  0-7   Weights     how much the operation of each interior vertex counts in the labels' number: powers of the operation count, 0 on vertices that pruning
///                    removes; 12 bits each, vertex 5 lowest, vertex 1 at bit 48
///  8-11  FirstIndex  the index of the first cell of the topology's class
/// 12-15  RankStart   where the ranks of the class's automorphism group start in the rank tables
/// </code>
/// </remarks>
[StructLayout(LayoutKind.Sequential, Size = 16)]
internal struct LocateSlot
{
    /// <summary>Bits of a weight: the largest is 7^4.</summary>
    public const int FieldWidth = 12;

    private const int TopField = FieldWidth * (Cell.MaxInteriorVertices - 1);

    private const uint FieldMask = (1u << FieldWidth) - 1;

    public ulong Weights;
    public int FirstIndex;
    public int RankStart;

    /// <summary>The place of a vertex's weight.</summary>
    public static int WeightShift(int vertex) => FieldWidth * (Cell.MaxInteriorVertices - vertex);

    /// <summary>Whether one multiplication adds up all products: no field of the product may overflow, whatever codes stand on removed vertices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool CanMultiply(int operationCount, int maxVertices)
    {
        int sum = 0;
        int weight = 1;
        for (int vertex = 1; vertex < maxVertices - 1; vertex++)
        {
            sum += Cell.OperationMask * weight;
            weight *= operationCount;
        }

        return sum <= FieldMask;
    }

    /// <summary>Spreads the five operation codes of a cell over fields, vertex 1 lowest.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Spread(uint operations)
    {
        ulong bits = operations;
        return (bits & 7) | ((bits & (7 << 3)) << 9) | ((bits & (7 << 6)) << 18) | ((bits & (7 << 9)) << 27) | ((bits & (7 << 12)) << 36);
    }

    /// <summary>The slot once the operation of a vertex is given: its share moves into <see cref="RankStart"/>, and the weight is gone.</summary>
    public readonly LocateSlot WithOperation(int vertex, int operation)
    {
        int shift = WeightShift(vertex);
        ulong weight = (Weights >> shift) & FieldMask;
        return this with { Weights = Weights & ~((ulong)FieldMask << shift), RankStart = RankStart + ((int)weight * operation) };
    }

    /// <summary>The slot for graphs that lack a vertex without weight: the vertices behind it move up.</summary>
    public readonly LocateSlot WithoutVertex(int vertex)
    {
        ulong behind = Weights & ((1UL << WeightShift(vertex)) - 1);
        ulong before = Weights & ~((1UL << WeightShift(vertex - 1)) - 1);
        return this with { Weights = before | (behind << FieldWidth) };
    }

    /// <summary>The index of a labelling, given as <see cref="Spread"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly int IndexOf<TSpace>(ulong spread, ReadOnlySpan<ushort> ranks)
        where TSpace : ISearchSpace<TSpace>
    {
        uint labels = CanMultiply(TSpace.OperationCount, TSpace.MaxVertices) ? Multiply(spread) : MultiplyEach(spread);
        return FirstIndex + ranks[RankStart + (int)labels];
    }

    /// <summary>The number of the labels, by one multiplication: the middle field of the product is the sum of weight times code over the vertices.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint Multiply(ulong spread) => (uint)((Weights * spread) >> TopField) & FieldMask;

    /// <summary>The number of the labels, vertex by vertex.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly uint MultiplyEach(ulong spread)
    {
        uint number = 0;
        for (int vertex = 1; vertex <= Cell.MaxInteriorVertices; vertex++)
        {
            number += ((uint)(Weights >> WeightShift(vertex)) & FieldMask) * ((uint)(spread >> (FieldWidth * (vertex - 1))) & Cell.OperationMask);
        }

        return number;
    }
}
