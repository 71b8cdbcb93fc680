namespace NasBench;

/// <summary>The space of NAS-Bench-101: 423,624 cells of at most 7 vertices and 9 edges with three operations.</summary>
/// <remarks>Source of the definition: Ying et al., "NAS-Bench-101: Towards Reproducible Neural Architecture Search", arXiv 1902.09635.</remarks>
[SearchSpace(MaxVertices = 7, MaxEdges = 9, Operations = ["conv3x3-bn-relu", "conv1x1-bn-relu", "maxpool3x3"])]
public readonly partial struct Nas101;
