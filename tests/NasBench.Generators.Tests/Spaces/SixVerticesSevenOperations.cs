namespace NasBench.Generators.Tests;

/// <summary>No edge limit, the most operations.</summary>
[SearchSpace(MaxVertices = 6, Operations = ["op0", "op1", "op2", "op3", "op4", "op5", "op6"])]
public readonly partial struct SixVerticesSevenOperations;
