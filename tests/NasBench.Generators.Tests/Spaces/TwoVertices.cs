namespace NasBench.Generators.Tests;

/// <summary>The smallest space: one cell, no interior vertex.</summary>
[SearchSpace(MaxVertices = 2, Operations = ["only"])]
public readonly partial struct TwoVertices;
