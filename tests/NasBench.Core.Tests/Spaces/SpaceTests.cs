namespace NasBench.Core.Tests.Spaces;

public class TwoVerticesSpaceTests : SpaceContract<TwoVertices>
{
    [Fact]
    public void Count_NoInteriorVertex_One() => Assert.Equal(1, Space<TwoVertices>.Count);
}

public class ThreeVerticesSpaceTests : SpaceContract<ThreeVertices>
{
    [Fact]
    public void Count_OneOperation_Three() => Assert.Equal(3, Space<ThreeVertices>.Count);
}

public class FiveVerticesSpaceTests : SpaceContract<FiveVertices>
{
    protected override int HashSample => int.MaxValue;
}

public class TightEdgesSpaceTests : SpaceContract<TightEdges>
{
    protected override int HashSample => int.MaxValue;
}

public class SixVerticesSpaceTests : SpaceContract<SixVertices>;
