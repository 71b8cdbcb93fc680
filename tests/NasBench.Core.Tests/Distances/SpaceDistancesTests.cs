using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Distances;

public class Nas101SpaceDistancesTests : SpaceDistancesContract<Nas101>
{
    protected override int Iterations => Bytes128.IsSupported ? 15 : 5;
}

public class SixVerticesSpaceDistancesTests : SpaceDistancesContract<SixVertices>
{
    protected override int Iterations => Bytes128.IsSupported ? 4 : 1;
}

public class FiveVerticesSpaceDistancesTests : SpaceDistancesContract<FiveVertices>
{
    [Fact]
    public void ToAllAndNearest_EveryKind_AllocateNothing()
    {
        byte[] all = new byte[Space<FiveVertices>.Count];
        int[] indices = new int[10];
        byte[] distances = new byte[10];
        foreach (DistanceKind kind in Enum.GetValues<DistanceKind>())
        {
            AllocationAssert.AllocatesNothing(() => SpaceDistances<FiveVertices>.ToAll(kind, Space<FiveVertices>.CellAt(7), all));
            AllocationAssert.AllocatesNothing(() => SpaceDistances<FiveVertices>.Nearest(kind, Space<FiveVertices>.CellAt(7), indices, distances));
        }
    }
}

public class ThreeVerticesSpaceDistancesTests : SpaceDistancesContract<ThreeVertices>;

public class TwoVerticesSpaceDistancesTests : SpaceDistancesContract<TwoVertices>;

public class GraphsOnlySpaceDistancesTests : SpaceDistancesContract<GraphsOnly>;
