using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Distances;

public class Nas101SpaceDistancesTests : SpaceDistancesContract<Nas101>
{
    protected override int Iterations => Bytes128.IsSupported ? 15 : 5;

    [Fact]
    public void EveryCall_WithoutASpaceOrKind_EditDistancesInNas101()
    {
        Cell origin = Nas101.CellAt(359_715);
        byte[] all = new byte[Nas101.Count];
        byte[] expected = new byte[Nas101.Count];
        int[] indices = new int[20];
        byte[] distances = new byte[20];
        SpaceDistances.ToAll(origin, all);
        SpaceDistances.ToAll<Nas101>(origin, expected, DistanceKind.Edit);
        int count = SpaceDistances.Nearest(origin, indices, distances);

        Assert.Equal(expected, all);
        Assert.Equal((20, 359_715, 0), (count, indices[0], distances[0]));
        Assert.Equal(indices.Zip(distances, (index, distance) => (index, (int)distance)), SpaceDistances.Nearest(origin, 20));
        Assert.Empty(SpaceDistances.Nearest(default, 20));
    }
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
            AllocationAssert.AllocatesNothing(() => SpaceDistances.ToAll<FiveVertices>(Space<FiveVertices>.CellAt(7), all, kind));
            AllocationAssert.AllocatesNothing(() => SpaceDistances.Nearest<FiveVertices>(Space<FiveVertices>.CellAt(7), indices, distances, kind));
        }
    }
}

public class ThreeVerticesSpaceDistancesTests : SpaceDistancesContract<ThreeVertices>;

public class TwoVerticesSpaceDistancesTests : SpaceDistancesContract<TwoVertices>;

public class GraphsOnlySpaceDistancesTests : SpaceDistancesContract<GraphsOnly>;
