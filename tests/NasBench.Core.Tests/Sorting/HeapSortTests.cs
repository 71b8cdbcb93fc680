using CsCheck;

namespace NasBench.Core.Tests.Sorting;

public class HeapSortTests
{
    [Fact]
    public void Sort_AnyNumbers_AsTheLibrary() => Gen.Int[-20, 20].Array[0, 200].Sample(numbers =>
    {
        int[] expected = [.. numbers.Order()];
        HeapSort.Sort<int>(numbers);
        Assert.Equal(expected, numbers);
    });

    [Fact]
    public void Sort_LargeUnsignedNumbers_AsTheLibrary() => Gen.ULong.Array[0, 2000].Sample(
        numbers =>
        {
            ulong[] expected = [.. numbers.Order()];
            HeapSort.Sort<ulong>(numbers);
            Assert.Equal(expected, numbers);
        },
        iter: 50);
}
