using System.Numerics;

namespace NasBench;

/// <summary>
/// A pruned cell with seven places, as the edit distances compare them: place 0 the input, places 1 to 5 (slots 0 to 4) its interior vertices and then
/// dummies, place 6 the output.
/// </summary>
internal readonly struct AlignedCell
{
    /// <summary>The label of a slot without a vertex: the code that no kept vertex has.</summary>
    public const int Dummy = Cell.UnknownOperation;

    private AlignedCell(uint mask, uint labels)
    {
        Mask = mask;
        Labels = labels;
    }

    /// <summary>The edges of the seven places.</summary>
    public uint Mask { get; }

    /// <summary>The label of each slot, three bits a slot.</summary>
    public uint Labels { get; }

    public int Edges => BitOperations.PopCount(Mask);

    /// <summary>Prunes and aligns a cell.</summary>
    /// <returns>Whether the input reaches the output.</returns>
    public static bool TryCreate(Cell cell, out AlignedCell aligned)
    {
        bool connected = cell.TryPrune(out Cell pruned);
        aligned = connected ? OfPruned(pruned) : default;
        return connected;
    }

    /// <summary>Aligns a cell that is known to be pruned.</summary>
    public static AlignedCell OfPruned(Cell pruned)
    {
        int vertices = pruned.Vertices;
        uint dummies = Cell.AllOperationsMask & (Cell.AllOperationsMask << (Cell.OperationWidth * (vertices - 2)));
        return new AlignedCell(Adjacency.PadToSeven(pruned.AdjacencyBits, vertices), pruned.OperationBits | dummies);
    }

    public int Label(int slot) => (int)(Labels >> (Cell.OperationWidth * slot)) & Cell.OperationMask;
}
