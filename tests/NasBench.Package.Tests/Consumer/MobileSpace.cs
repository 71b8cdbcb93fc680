using NasBench;

namespace Consumer;

/// <summary>A space with names of its own and the limits of NAS-Bench-101, up to five vertices.</summary>
[SearchSpace(MaxVertices = 5, MaxEdges = 9, Operations = ["depthwise3x3", "conv1x1", "squeeze-excite"])]
public readonly partial struct MobileSpace;
