namespace NasBench.Generators.Tests;

/// <summary>Four operations of other names, two of them of one length and one not ASCII.</summary>
[SearchSpace(MaxVertices = 5, MaxEdges = 7, Operations = ["größe", "sep5x5", "skip", "dil3x3"])]
public readonly partial struct FiveVerticesFourOperations;
