namespace NasBench.Core.Tests.Spaces;

/// <summary>Five vertices, four operations with names of their own, no edge limit.</summary>
[SearchSpace(MaxVertices = 5, Operations = ["left", "right", "up", "down"])]
public readonly partial struct FiveVertices;

/// <summary>Six vertices, no edge limit, as many operations as a cell can hold.</summary>
[SearchSpace(MaxVertices = 6, Operations = ["a", "bb", "ccc", "conv3x3", "conv5x5", "conv-7x7", "skip"])]
public readonly partial struct SixVertices;

/// <summary>One interior vertex, one operation.</summary>
[SearchSpace(MaxVertices = 3, Operations = ["only"])]
public readonly partial struct ThreeVertices;

/// <summary>No interior vertex: a space of one cell.</summary>
[SearchSpace(MaxVertices = 2, Operations = ["never"])]
public readonly partial struct TwoVertices;

/// <summary>An edge limit so tight that the largest size has chains alone.</summary>
[SearchSpace(MaxVertices = 6, MaxEdges = 5, Operations = ["é", "漢字"])]
public readonly partial struct TightEdges;

/// <summary>The built-in space declared again: it must give the same answers.</summary>
[SearchSpace(MaxVertices = 7, MaxEdges = 9, Operations = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"])]
public readonly partial struct Nas101Again;

/// <summary>For the test that threads locate together at first use.</summary>
[SearchSpace(MaxVertices = 5, MaxEdges = 8, Operations = ["x", "y"])]
public readonly partial struct FirstLocate;

/// <summary>For the test that threads look hashes up together at first use.</summary>
[SearchSpace(MaxVertices = 5, MaxEdges = 8, Operations = ["x", "y"])]
public readonly partial struct FirstFind;

/// <summary>For the test that preparing the hashes is cancelled.</summary>
[SearchSpace(MaxVertices = 5, MaxEdges = 8, Operations = ["x", "y", "z"])]
public readonly partial struct Cancelled;

/// <summary>For the test that a hash is asked for without the hashes of the space.</summary>
[SearchSpace(MaxVertices = 5, MaxEdges = 8, Operations = ["x", "y", "z"])]
public readonly partial struct NeverPrepared;

/// <summary>Small enough for a search over all encodings of all cells.</summary>
[SearchSpace(MaxVertices = 5, MaxEdges = 8, Operations = ["x", "y"])]
public readonly partial struct SmallSpace;

/// <summary>All graphs of NAS-Bench-101, without operations to tell apart.</summary>
[SearchSpace(MaxVertices = 7, MaxEdges = 9, Operations = ["only"])]
public readonly partial struct GraphsOnly;
