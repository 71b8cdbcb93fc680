using CsCheck;

namespace NasBench.Data.Tests.Storage;

public sealed class CellSetTests
{
    [Fact]
    public void Find_AnySet_EqualsTheSortedList()
    {
        Gen.Int[0, Space<Nas101>.Count - 1].HashSet[0, 300].Sample(
            members =>
            {
                int[] sorted = [.. members.Order()];
                var set = new CellSet(sorted);
                Assert.Equal(sorted.Length, set.Count);
                foreach (int index in sorted.SelectMany(index => new[] { index - 1, index, index + 1 }))
                {
                    Assert.Equal(Math.Max(Array.BinarySearch(sorted, index), -1), set.Find(index));
                }
            },
            iter: 100);
    }

    [Fact]
    public void Find_WholeSpace_IsTheIndex()
    {
        var set = new CellSet([.. Enumerable.Range(0, Space<Nas101>.Count)]);
        Assert.Equal(0, set.Find(0));
        Assert.Equal(Space<Nas101>.Count - 1, set.Find(Space<Nas101>.Count - 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Find_OutsideTheSpace_IsMinusOne(bool whole)
    {
        var set = new CellSet(whole ? [.. Enumerable.Range(0, Space<Nas101>.Count)] : [0, 5, Space<Nas101>.Count - 1]);
        foreach (int index in new[] { -1, int.MinValue, int.MaxValue, Space<Nas101>.Count, Space<Nas101>.Count + 63 })
        {
            Assert.Equal(-1, set.Find(index));
        }
    }
}
