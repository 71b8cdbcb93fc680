using System.Numerics;

namespace NasBench.Search.Tests.Oracles;

public sealed class ClassWeightsTests
{
    private const double Configurations = 509_607_936;

    /// <summary>The parts of the configurations that are valid, as counted one by one elsewhere; of a-raw9 by its graphs, in numpy.</summary>
    [Theory]
    [InlineData("raw", 1)]
    [InlineData("a", 0.733415)]
    [InlineData("a-raw9", 573_494 / (double)(1 << 21))]
    [InlineData("b", 0.785020)]
    [InlineData("c", 0.434802)]
    [InlineData("class", 1)]
    public void Of_Encoding_AddsUpToItsValidPart(string name, double expected)
    {
        double[] weights = ClassWeights.Of(SearchEncoding.Find(name)!);

        Assert.Equal(Nas101.CellCount, weights.Length);
        Assert.Equal(expected, weights.Sum(), 5e-7);
        Assert.All(weights, weight => Assert.True(weight > 0));
    }

    [Fact]
    public void Of_A_EqualsTheCountOfEncodingsOfEachCell()
    {
        double[] weights = ClassWeights.Of(SearchEncoding.A);
        var random = new SplitMixRandom(5);
        for (int i = 0; i < 3000; i++)
        {
            int index = i < 200 ? i : random.Next(Nas101.CellCount);
            Assert.Equal(CellFacts.EncodingCount(Nas101.CellAt(index)), weights[index] * Configurations, 1e-6);
        }
    }

    /// <summary>Every graph with convolutions of one kind, one by one: what removed vertices can be is all that is left to count.</summary>
    [Theory]
    [InlineData("a", 21)]
    [InlineData("a-raw9", 9)]
    public void Of_EncodingOfRawCells_EqualsCountingAllGraphs(string name, int maxEdges)
    {
        double[] weights = ClassWeights.Of(SearchEncoding.Find(name)!);
        Dictionary<int, double> counts = [];
        for (uint edges = 0; edges < 1u << Cell.MaxEdges; edges++)
        {
            Cell cell = Cell.Pack<Nas101>(Cell.MaxVertices, edges, 0);
            int index = BitOperations.PopCount(edges) <= maxEdges ? Space<Nas101>.Locate(cell) : -1;
            if (index >= 0)
            {
                cell.TryPrune(out Cell pruned);
                counts[index] = counts.GetValueOrDefault(index) + Math.Pow(3, Cell.MaxVertices - pruned.Vertices);
            }
        }

        Assert.All(counts, count => Assert.Equal(count.Value, weights[count.Key] * Configurations, 1e-6));
    }
}
