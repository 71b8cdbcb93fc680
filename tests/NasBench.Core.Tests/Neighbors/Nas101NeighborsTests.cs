using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Neighbors;

public class Nas101NeighborsTests : NeighborsContract<Nas101>
{
    [Fact]
    public void EveryCall_WithoutASpace_AsForNas101()
    {
        Cell cell = Nas101.CellAt(359_715);
        Cell[] cells = new Cell[NasBench.Neighbors.MaxCount];
        int[] indices = new int[NasBench.Neighbors.MaxCount];
        Cell[] expected = [.. NasBench.Neighbors.Of<Nas101>(cell, NeighborKind.Class)];
        int[] expectedIndices = [.. expected.Select(Nas101.Locate)];

        Assert.Equal(expected, NasBench.Neighbors.Of(cell));
        Assert.Equal(expected, cells[..NasBench.Neighbors.Write(cell, cells)]);
        Assert.Equal(expected.DistinctBy(Nas101.Locate), cells[..NasBench.Neighbors.WriteDistinct(cell, cells)]);
        Assert.Equal(expectedIndices, indices[..NasBench.Neighbors.WriteIndices(cell, indices)]);
        Assert.Equal(expectedIndices.Distinct().Order(), indices[..NasBench.Neighbors.WriteDistinctIndices(cell, indices)]);
        Assert.Equal(NasBench.Neighbors.GetMaxCount(NeighborKind.Class), NasBench.Neighbors.GetMaxCount());
    }

    [Fact]
    public void GetMaxCount_Nas101_AsPublished()
    {
        Assert.Equal(31, NasBench.Neighbors.GetMaxCount(NeighborKind.Raw));
        Assert.Equal(31, NasBench.Neighbors.GetMaxCount(NeighborKind.Class));
        Assert.Equal(31, NasBench.Neighbors.GetMaxCount(NeighborKind.Naszilla));
        Assert.Equal(68, NasBench.Neighbors.GetMaxCount(NeighborKind.Extended));
    }

    [Fact]
    public void Build_Class_KnownCounts()
    {
        NeighborGraph graph = NeighborGraph.Build();
        var counts = new int[NasBench.Neighbors.MaxCount];
        for (int index = 0; index < graph.Count; index++)
        {
            counts[graph[index].Length]++;
        }

        Assert.Equal(18.07, Math.Round((double)graph.Targets.Length / graph.Count, 2));
        Assert.Equal(28, Array.FindLastIndex(counts, count => count > 0));
        Assert.Equal(1, counts[0]);
        Assert.Equal((143_970, 117_900, 33_834, 32_967, 17_280), (counts[16], counts[17], counts[15], counts[27], counts[18]));
        Assert.True(graph[Space<Nas101>.Locate(Parse("0100"))].IsEmpty);
    }

    [Fact]
    public void WriteIndices_WholeSpaceByClass_KnownMean()
    {
        int[] indices = new int[NasBench.Neighbors.MaxCount];
        long edits = 0;
        foreach (Cell cell in Space<Nas101>.Cells)
        {
            edits += NasBench.Neighbors.WriteIndices(cell, indices);
        }

        Assert.Equal(20.40, Math.Round((double)edits / Space<Nas101>.Count, 2));
    }

    /// <summary>378 classes (of two graphs) are left: what they grow from has a representative whose order of vertices does not allow the last edge.</summary>
    [Fact]
    public void Build_Extended_NearlyEveryClassIsReachedFromTheSmallest()
    {
        NeighborGraph graph = NeighborGraph.Build(NeighborKind.Extended);
        var reached = new bool[graph.Count];
        reached[0] = true;
        var frontier = new Queue<int>([0]);
        while (frontier.TryDequeue(out int index))
        {
            foreach (int other in graph[index])
            {
                if (!reached[other])
                {
                    reached[other] = true;
                    frontier.Enqueue(other);
                }
            }
        }

        Assert.Equal(378, reached.Count(isReached => !isReached));
    }

    [Fact]
    public void Build_Cancelled_Throws()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => NeighborGraph.Build(cancellationToken: source.Token));
    }

    [Fact]
    public void Build_WithProgress_RisesToOne()
    {
        var reports = new List<double>();
        NeighborGraph.Build(progress: new Reports(reports));

        Assert.Equal(reports.Order(), reports);
        Assert.Equal(1, reports[^1]);
    }

    private static Cell Parse(string digits) => EngineCells.Create(ReferenceCell.FromDigits(digits, ["input", "output"]));

    private sealed class Reports(List<double> values) : IProgress<double>
    {
        public void Report(double value) => values.Add(value);
    }
}
