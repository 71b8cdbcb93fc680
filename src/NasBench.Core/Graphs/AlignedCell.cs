using System.Numerics;

namespace NasBench;

/// <summary>
/// A pruned cell filled up to seven vertices, as the edit distances compare them: first the input, then the interior vertices and dummies in places 0 to 4,
/// last the output.
/// </summary>
internal readonly struct AlignedCell
{
    /// <summary>The label of a place without a vertex: the code that no kept vertex has.</summary>
    public const int Dummy = Cell.UnknownOperation;

    private AlignedCell(uint mask, uint labels)
    {
        Mask = mask;
        Labels = labels;
    }

    /// <summary>The edges of the seven vertices.</summary>
    public uint Mask { get; }

    /// <summary>The labels of the interior places, three bits each.</summary>
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

    public int Label(int place) => (int)(Labels >> (Cell.OperationWidth * place)) & Cell.OperationMask;
}
