namespace NasBench.Generators.Tests;

/// <summary>One interior vertex.</summary>
[SearchSpace(MaxVertices = 3, MaxEdges = 3, Operations = ["conv", "pool"])]
public sealed partial class ThreeVertices;
