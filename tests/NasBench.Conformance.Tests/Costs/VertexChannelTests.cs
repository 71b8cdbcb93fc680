using NasBench.Conformance.Tests.Reading;
using NasBench.TestUtilities;

namespace NasBench.Conformance.Tests.Costs;

public class VertexChannelTests
{
    [Fact]
    public void TryGetVertexChannels_EveryVector_AsTheOriginal() => Assert.All(ChannelVector.All, vector =>
    {
        Cell cell = EngineCells.Create(vector.ToCell());
        foreach ((int input, int output, int[]? expected) in vector.Entries)
        {
            int[] channels = new int[Cell.MaxVertices];

            Assert.Equal(expected is not null, CellCosts.TryGetVertexChannels(cell, input, output, channels));
            if (expected is not null)
            {
                Assert.Equal(expected, channels[..expected.Length]);
            }
        }
    });

    [Fact]
    public void TryGetTrainableParameters_EveryVector_AsTheOriginal() => Assert.All(ChannelVector.All, vector =>
    {
        Cell cell = EngineCells.Create(vector.ToCell());

        Assert.Equal(CellStatus.Ok, CellCosts.TryGetTrainableParameters(cell, NetworkShape.Standard, out long parameters));
        Assert.Equal(vector.Params, parameters);
    });
}
