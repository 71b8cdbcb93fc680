using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Distances;

/// <summary>The distance between encodings against a search over all encodings, step by step.</summary>
public class EncodedDistanceTests
{
    [Fact]
    public void ToAll_EveryCellOfASmallSpace_AsSearchedOverAllEncodings() => AssertAll<SmallSpace>(1);

    [Fact]
    public void ToAll_SomeCellsOfFiveVertices_AsSearchedOverAllEncodings() => AssertAll<FiveVertices>(97);

    [Fact]
    public void ToAll_SomeGraphsOfSevenVertices_AsSearchedOverAllEncodings() => AssertAll<GraphsOnly>(499);

    private static void AssertAll<TSpace>(int step)
        where TSpace : ISearchSpace<TSpace>
    {
        int[] classOf = Classify<TSpace>();
        byte[] distances = new byte[Space<TSpace>.Count];
        for (int index = 0; index < distances.Length; index += step)
        {
            SpaceDistances.ToAll<TSpace>(Space<TSpace>.CellAt(index), distances, DistanceKind.Encoded);
            Assert.Equal(
                ReferenceDistances.Encoded(EngineCells.ToReference<TSpace>(), classOf, index, distances.Length),
                distances.Select(distance => (int)distance));
        }
    }

    /// <summary>The class of every encoding: mask in the low bits, then the labels as a number.</summary>
    private static int[] Classify<TSpace>()
        where TSpace : ISearchSpace<TSpace>
    {
        int edges = TSpace.MaxVertices * (TSpace.MaxVertices - 1) / 2;
        byte[] labels = new byte[TSpace.MaxVertices - 2];
        int[] classOf = new int[(int)Math.Pow(TSpace.OperationCount, labels.Length) << edges];
        for (int point = 0; point < classOf.Length; point++)
        {
            int rest = point >> edges;
            for (int i = 0; i < labels.Length; i++)
            {
                (rest, int label) = Math.DivRem(rest, TSpace.OperationCount);
                labels[i] = (byte)label;
            }

            Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask<TSpace>(TSpace.MaxVertices, (uint)point & ((1u << edges) - 1), labels, out Cell cell));
            classOf[point] = Space<TSpace>.Locate(cell);
        }

        return classOf;
    }
}
