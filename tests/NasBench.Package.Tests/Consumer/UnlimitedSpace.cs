using NasBench;

namespace Consumer;

/// <summary>The same without a limit of edges.</summary>
[SearchSpace(MaxVertices = 5, Operations = ["depthwise3x3", "conv1x1", "squeeze-excite"])]
public readonly partial struct UnlimitedSpace;
