using System.Security.Cryptography;
using System.Text;
using NasBench;

namespace Consumer;

/// <summary>The module hash does not depend on the names of operations, so what is known of NAS-Bench-101 up to five vertices holds here.</summary>
public sealed class ConsumerTests
{
    [Fact]
    public void Count_NineEdges_IsThatOfNasBench101() => Assert.Equal(2532, MobileSpace.Count);

    /// <summary>The full graph of five vertices has ten edges and no symmetry: 3^3 labellings more.</summary>
    [Fact]
    public void Count_AnyNumberOfEdges_AddsTheFullGraph() => Assert.Equal(2532 + 27, UnlimitedSpace.Count);

    [Fact]
    public void HashAt_EveryIndex_IsTheKnownSet()
    {
        string[] hashes = [.. Enumerable.Range(0, MobileSpace.Count).Select(index => MobileSpace.HashAt(index).ToString())];
        Array.Sort(hashes, StringComparer.Ordinal);
        byte[] lines = Encoding.ASCII.GetBytes(string.Concat(hashes.Select(hash => hash + "\n")));
        Assert.Equal("00b824f62188008025fc1e01953b9445822d687c6151b1b9b5b9ae524b8d59db", Convert.ToHexStringLower(SHA256.HashData(lines)));
    }

    [Fact]
    public void Locate_EveryCell_IsItsIndex()
    {
        int expected = 0;
        foreach (Cell cell in MobileSpace.Cells)
        {
            Assert.Equal(expected, MobileSpace.Locate(cell));
            Assert.Equal(cell, MobileSpace.CellAt(expected));
            expected++;
        }

        Assert.Equal(MobileSpace.Count, expected);
    }

    [Fact]
    public void Locate_IsomorphicCells_IsTheSameIndex()
    {
        int[,] matrix = { { 0, 1, 1, 0 }, { 0, 0, 0, 1 }, { 0, 0, 0, 1 }, { 0, 0, 0, 0 } };
        Cell one = Cell.Create<MobileSpace>(matrix, ["input", "conv1x1", "squeeze-excite", "output"]);
        Cell other = Cell.Create<MobileSpace>(matrix, ["input", "squeeze-excite", "conv1x1", "output"]);
        Assert.NotEqual(one, other);
        Assert.Equal(MobileSpace.Locate(one), MobileSpace.Locate(other));
        Assert.True(MobileSpace.AreIsomorphic(one, other));
    }

    [Fact]
    public void CellOfTheSpace_AskedAsACellOfNas101_IsRefused()
    {
        Cell cell = MobileSpace.CellAt(1_234);

        Assert.Equal(CellStatus.OtherSpace, cell.Validate());
        Assert.Equal(-1, Nas101.Locate(cell));
        Assert.Contains("squeeze-excite", string.Join(' ', MobileSpace.Cells.Select(each => each.ToString())), StringComparison.Ordinal);
        Assert.Equal(cell, Cell.Parse<MobileSpace>(cell.ToString()));
    }
}
