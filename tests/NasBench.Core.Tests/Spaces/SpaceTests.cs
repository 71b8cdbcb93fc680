namespace NasBench.Core.Tests.Spaces;

public class TwoVerticesSpaceTests : HashedSpaceContract<TwoVertices>
{
    [Fact]
    public void Count_NoInteriorVertex_One() => Assert.Equal(1, Space<TwoVertices>.Count);
}

public class ThreeVerticesSpaceTests : HashedSpaceContract<ThreeVertices>
{
    [Fact]
    public void Count_OneOperation_Three() => Assert.Equal(3, Space<ThreeVertices>.Count);
}

public class FiveVerticesSpaceTests : HashedSpaceContract<FiveVertices>
{
    protected override int HashSample => int.MaxValue;
}

public class TightEdgesSpaceTests : HashedSpaceContract<TightEdges>
{
    protected override int HashSample => int.MaxValue;
}

/// <summary>
/// Millions of cells. Looking up every hash takes seconds and is done once; hashing every cell by the reference takes about nine minutes of two cores
/// and is run by hand.
/// </summary>
public class SixVerticesSpaceTests : SpaceContract<SixVertices>
{
    [Fact]
    [Trait("Category", "Once")]
    public void TryFind_EveryHash_ItsIndex() => AssertFindsAll();

    [Fact(Explicit = true)]
    public void HashAt_EveryIndex_AsTheReference() => AssertHashes(1);
}
