namespace NasBench.Generators;

/// <summary>The numbers that decide every table; <see cref="MaxEdges"/> is resolved: V(V-1)/2 where the declaration sets no limit.</summary>
internal sealed record LimitSpec(int MaxVertices, int MaxEdges, int OperationCount)
{
    public const int SmallestMaxVertices = 2;
    public const int LargestMaxVertices = 7;
    public const int MaxOperations = 7;
    public const int MaxTopologies = 16384;

    /// <summary>The interior vertices of the largest cell.</summary>
    public int Places => MaxVertices - 2;

    /// <summary>The edge bits of the largest cell.</summary>
    public int EdgeBits => EdgeOrder.EdgeBits(MaxVertices);
}
