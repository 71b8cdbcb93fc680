using NasBench.Core.Tests.Spaces;

namespace NasBench.Core.Tests.Neighbors;

public class FiveVerticesNeighborsTests : NeighborsContract<FiveVertices>;

public class ThreeVerticesNeighborsTests : NeighborsContract<ThreeVertices>;

public class TwoVerticesNeighborsTests : NeighborsContract<TwoVertices>;

public class TightEdgesNeighborsTests : NeighborsContract<TightEdges>;
