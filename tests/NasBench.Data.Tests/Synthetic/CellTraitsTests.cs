using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Data.Tests.Synthetic;

public sealed class CellTraitsTests
{
    [Fact]
    public void Of_AnyCellOfTheSpace_EqualsTheTwin()
    {
        Gen.Int[0, Space<Nas101>.Count - 1].Sample(index =>
        {
            Cell cell = Space<Nas101>.CellAt(index);
            int output = cell.Vertices - 1;
            int[] operations = [.. Enumerable.Range(1, output - 1).Select(vertex => cell.GetOperation(vertex))];
            var expected = new CellTraits(
                LongestPath(cell, 0), cell.HasEdge(0, output), operations.Count(code => code == 0), operations.Count(code => code == 2));
            Assert.Equal(expected, CellTraits.Of(cell));
        });
    }

    [Fact]
    public void Of_DisconnectedCell_Throws()
    {
        Assert.Throws<ArgumentException>(() => CellTraits.Of(default));
    }

    [Fact]
    public void Of_DanglingVertex_IgnoresIt()
    {
        // Vertex 1 is a max pooling that nothing reads.
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw("011000000", "input,maxpool3x3,output", out Cell cell));
        Assert.Equal(new CellTraits(1, true, 0, 0), CellTraits.Of(cell));
    }

    private static int LongestPath(Cell cell, int from)
    {
        int longest = from == cell.Vertices - 1 ? 0 : int.MinValue / 2;
        for (int to = from + 1; to < cell.Vertices; to++)
        {
            longest = cell.HasEdge(from, to) ? Math.Max(longest, 1 + LongestPath(cell, to)) : longest;
        }

        return longest;
    }
}
