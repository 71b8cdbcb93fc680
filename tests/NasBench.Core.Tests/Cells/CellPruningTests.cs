using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

public class CellPruningTests
{
    [Fact]
    public void TryPrune_EveryMask_AsTheReference()
    {
        for (int vertices = 2; vertices <= 6; vertices++)
        {
            IEnumerable<string> interior = Enumerable.Range(0, vertices - 2).Select(i => ReferenceSpace.Nas101.Operations[i % 3]);
            string[] names = [ReferenceSpace.Input, .. interior, ReferenceSpace.Output];
            for (uint mask = 0; mask < 1u << (vertices * (vertices - 1) / 2); mask++)
            {
                AssertPrunes(ReferenceCell.FromMask(vertices, mask, names));
            }
        }
    }

    [Fact]
    public void TryPrune_AnyRawCell_AsTheReference() =>
        CellGens.RawWithOddNames(ReferenceSpace.Nas101, 1, 7)
            .Where(raw => EngineCells.TryCreate<Nas101>(raw, out _) == CellStatus.Ok)
            .Sample(AssertPrunes, iter: 5_000);

    [Fact]
    public void TryPrune_PrunedCell_Unchanged() =>
        CellGens.Raw(ReferenceSpace.Nas101).Sample(raw =>
        {
            if (EngineCells.Create(raw).TryPrune(out Cell pruned))
            {
                Assert.True(pruned.TryPrune(out Cell twice));
                Assert.Equal(pruned, twice);
            }
        }, iter: 5_000);

    [Fact]
    public void TryPrune_WrongFirstAndLastName_Remembered()
    {
        Assert.True(Cell.Parse("010000001000000100000000000000000000 a,conv3x3-bn-relu,maxpool3x3,maxpool3x3,maxpool3x3,b").TryPrune(out _) is false);
        Assert.True(Cell.Parse("0010000000010000 a,anything,maxpool3x3,b").TryPrune(out Cell pruned));
        Assert.Equal("010001000 unknown,maxpool3x3,unknown", pruned.ToString());
        Assert.False(pruned.FirstIsInput);
        Assert.False(pruned.LastIsOutput);
    }

    private static void AssertPrunes(ReferenceCell raw)
    {
        bool connected = EngineCells.Create(raw).TryPrune(out Cell pruned);
        ReferenceCell? expected = raw.Prune();

        Assert.Equal(expected is not null, connected);
        Assert.Equal(expected is null ? default : EngineCells.Create(expected), pruned);
    }
}
