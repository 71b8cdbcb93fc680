namespace NasBench.Analysis.Tests.Spaces;

/// <summary>Small spaces, whose raw points can be looked at one by one. The smallest has graphs that do not fill a vector.</summary>
[SearchSpace(MaxVertices = 3, Operations = ["left", "right"])]
internal readonly partial struct ThreeVertexSpace;

[SearchSpace(MaxVertices = 4, MaxEdges = 4, Operations = ["left", "right", "up"])]
internal readonly partial struct FourVertexSpace;

[SearchSpace(MaxVertices = 5, MaxEdges = 7, Operations = ["left", "right", "up"])]
internal readonly partial struct FiveVertexSpace;
