namespace NasBench.Generators.Tests;

/// <summary>Holds a nested space.</summary>
public static partial class Nested
{
    /// <summary>Seven vertices with so few edges that a smaller cell may have more choice.</summary>
    [SearchSpace(MaxVertices = 7, MaxEdges = 7, Operations = ["a", "b"])]
    public readonly partial struct SevenVerticesFewEdges;
}
