namespace NasBench.Generators.Tests;

/// <summary>Tags stand in the bits of cells, which programs may keep: a tag never changes. The numbers come from a hash written in another language.</summary>
public sealed class SpaceTagTests
{
    [Theory]
    [InlineData(SpaceTag.Nas101Text, 0x00000)]
    [InlineData("3,3,conv,pool", 0xF37DD)]
    [InlineData("5,10,left,right,up,down", 0x36CE3)]
    [InlineData("6,5,é,漢字", 0x766B0)]
    public void Compute_OfADeclaration_AsEver(string text, int expected) => Assert.Equal((uint)expected, SpaceTag.Compute(text));

    [Fact]
    public void Text_NoEdgeLimit_AsTheLargestLimit()
        => Assert.Equal("5,10,left,right", SpaceTag.Text(new LimitSpec(5, 10, 2), new(["left", "right"])));
}
