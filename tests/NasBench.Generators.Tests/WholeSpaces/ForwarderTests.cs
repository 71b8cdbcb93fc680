using Five = NasBench.Generators.Tests.FiveVerticesFourOperations;

namespace NasBench.Generators.Tests;

public sealed class ForwarderTests
{
    [Fact]
    public void Forwarders_EachCall_AnswerAsTheEngine()
    {
        Assert.Equal(Space<Five>.Count, Five.Count);
        int index = 0;
        foreach (Cell cell in Five.Cells)
        {
            Assert.Equal(cell, Five.CellAt(index));
            Assert.Equal(index, Five.Locate(cell));
            Assert.Equal(CellStatus.Ok, Five.TryLocate(cell, out int located));
            Assert.True(Five.TryFind(Five.HashAt(index), out int found));
            Assert.Equal((index, index), (located, found));
            Assert.True(Five.AreIsomorphic(cell, Five.CellAt(index)));
            index++;
        }

        Assert.Equal(Five.Count, index);
    }

    [Fact]
    public void Locate_Batch_AnswersAsOneByOneAndAllocatesNothing()
    {
        Cell[] cells = [Five.CellAt(0), default, Five.CellAt(Five.Count - 1), Nas101.CellAt(Nas101.Count - 1)];
        int[] indices = new int[cells.Length];

        Assert.Equal(2, Five.Locate(cells, indices));
        Assert.Equal([0, -1, Five.Count - 1, -1], indices);
        TestUtilities.AllocationAssert.AllocatesNothing(() => Five.Locate(cells, indices));
    }

    [Fact]
    public void Nas101_Count_IsKnown() => Assert.Equal(423_624, Nas101.Count);
}
