namespace NasBench.TestUtilities;

/// <summary>The limits and names of a search space, and the original's check of a cell against them (`_check_spec`).</summary>
/// <param name="MaxVertices">Most vertices of a pruned cell.</param>
/// <param name="MaxEdges">Most edges of a pruned cell.</param>
/// <param name="Operations">Names in canonical order: the position is the label that is hashed.</param>
public sealed record ReferenceSpace(int MaxVertices, int MaxEdges, params string[] Operations)
{
    /// <summary>The name of the first vertex.</summary>
    public const string Input = "input";

    /// <summary>The name of the last vertex.</summary>
    public const string Output = "output";

    /// <summary>NAS-Bench-101.</summary>
    public static ReferenceSpace Nas101 { get; } = new(7, 9, "conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3");

    /// <summary>A space without an edge limit.</summary>
    public static ReferenceSpace WithoutEdgeLimit(int maxVertices, params string[] operations) =>
        new(maxVertices, maxVertices * (maxVertices - 1) / 2, operations);

    /// <summary>Why the cell is outside the space, in the original's words; null where it is inside. Edges count after pruning.</summary>
    /// <remarks>Where more than 7 vertices remain the original means to say so but fails with a TypeError.</remarks>
    public string? GetError(ReferenceCell raw)
    {
        if (raw.Prune() is not { } cell)
        {
            return "invalid spec, provided graph is disconnected.";
        }

        if (cell.Size > MaxVertices)
        {
            return $"too many vertices, got {cell.Size} (max vertices = {MaxVertices})";
        }

        if (cell.EdgeCount > MaxEdges)
        {
            return $"too many edges, got {cell.EdgeCount} (max edges = {MaxEdges})";
        }

        if (cell.Operations[0] != Input)
        {
            return "first operation should be 'input'";
        }

        if (cell.Operations[^1] != Output)
        {
            return "last operation should be 'output'";
        }

        foreach (string name in cell.Operations[1..^1])
        {
            if (!Operations.Contains(name))
            {
                return $"unsupported op {name} (available ops = [{string.Join(", ", Operations.Select(known => $"'{known}'"))}])";
            }
        }

        return null;
    }

    /// <summary>Whether the cell is in the space.</summary>
    public bool IsValid(ReferenceCell raw) => GetError(raw) is null;

    /// <summary>Whether the cell is in the space by the stricter rule of nas_benchmarks and HPOBench: edges count before pruning too.</summary>
    public bool IsValidBeforePruning(ReferenceCell raw) => raw.EdgeCount <= MaxEdges && IsValid(raw);

    /// <summary>The labels that the original hashes: -1, the codes of the interior, -2. Null where an interior name is unknown.</summary>
    public int[]? GetLabels(ReferenceCell pruned)
    {
        int[] labels = [-1, .. pruned.Operations[1..^1].Select(name => Array.IndexOf(Operations, name)), -2];
        return labels[1..^1].Contains(-1) ? null : labels;
    }

    /// <summary>The module hash as the original computes it; null where it cannot: disconnected, or an unknown name that is kept.</summary>
    public string? Hash(ReferenceCell raw) =>
        raw.Prune() is { } cell && GetLabels(cell) is { } labels ? ReferenceHash.Compute(cell.Matrix, labels) : null;

    /// <summary>The cell with these interior labels.</summary>
    public ReferenceCell CreateCell(int vertices, uint mask, ReadOnlySpan<byte> labels)
    {
        string[] names = new string[vertices];
        names[0] = Input;
        names[^1] = Output;
        for (int i = 0; i < vertices - 2; i++)
        {
            names[i + 1] = Operations[labels[i]];
        }

        return ReferenceCell.FromMask(vertices, mask, names);
    }
}
