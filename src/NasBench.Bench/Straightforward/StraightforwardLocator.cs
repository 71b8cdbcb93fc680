namespace NasBench.Bench;

/// <summary>From a raw cell to its index: prune, check, hash, look the hash up.</summary>
public sealed class StraightforwardLocator(IReadOnlyDictionary<UInt128, int> indices)
{
    private const int MaxVertices = 7;
    private const int MaxEdges = 9;

    /// <summary>The hash of a raw cell; false for a cell that is not valid in the space.</summary>
    public static bool TryHash(StraightforwardCell cell, out UInt128 hash)
    {
        Span<byte> matrix = stackalloc byte[MaxVertices * MaxVertices];
        Span<sbyte> labels = stackalloc sbyte[MaxVertices];
        int vertices = StraightforwardPruner.Prune(cell, matrix, labels);
        matrix = matrix[..(vertices * vertices)];
        if (vertices == 0 || matrix.Count((byte)1) > MaxEdges)
        {
            hash = default;
            return false;
        }

        hash = StraightforwardHash.Hash(matrix, labels[..vertices]);
        return true;
    }

    /// <summary>The index, or -1.</summary>
    public int Locate(StraightforwardCell cell) => TryHash(cell, out UInt128 hash) && indices.TryGetValue(hash, out int index) ? index : -1;

    /// <summary>Locates raw cells one after the other.</summary>
    public int LocateAll(ReadOnlySpan<StraightforwardCell> cells, Span<int> results)
    {
        for (int i = 0; i < cells.Length; i++)
        {
            results[i] = Locate(cells[i]);
        }

        return cells.Length;
    }
}
