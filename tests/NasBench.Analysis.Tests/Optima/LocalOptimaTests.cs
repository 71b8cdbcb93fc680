using CsCheck;
using NasBench.Analysis.Tests.Graphs;

namespace NasBench.Analysis.Tests.Optima;

[Trait("Category", "Once")]
public sealed class LocalOptimaTests
{
    [Fact]
    public void Find_AnyGraph_IsWhatTheDefinitionsSay() => GraphGens.Landscapes.Sample(landscape =>
    {
        (bool[,] edges, double[] values) = landscape;
        int[] cells = [.. Enumerable.Range(0, values.Length).Where(cell => !double.IsNaN(values[cell]))];
        double[] masses = [.. values.Select((_, cell) => cell + 1.0)];
        var optima = LocalOptima.Find(GraphGens.ToGraph(edges), values, masses);
        int[] Neighbors(int cell) => [.. cells.Where(other => edges[cell, other])];

        Assert.Equal(cells.Length, optima.Cells);
        Assert.Equal(cells.Count(cell => Neighbors(cell).All(other => values[other] < values[cell])), optima.Strict);
        Assert.Equal(cells.Count(cell => Neighbors(cell).All(other => values[other] <= values[cell])), optima.Weak);
        Assert.Equal(cells.Count(cell => Neighbors(cell).Length == 0), optima.Isolated);
        (int Summit, int Steps)[] ends = [.. values.Select((value, cell) => double.IsNaN(value) ? (-1, 0) : Climb(cell, values, Neighbors))];
        Assert.Equal(ends.Select(end => end.Summit), optima.Summits.ToArray());
        AssertBasins(optima, values, masses, cells, ends);
        AssertPlateaus(optima.Plateaus, values, cells, (a, b) => edges[a, b] || edges[b, a], Neighbors);
    });

    [Fact]
    public void Find_Ties_GoToTheLeastIndex()
    {
        bool[,] edges = new bool[3, 3];
        edges[0, 1] = edges[0, 2] = true;
        Assert.Equal([1, 1, 2], LocalOptima.Find(GraphGens.ToGraph(edges), [0, 1, 1], [1, 1, 1]).Summits.ToArray());
    }

    [Fact]
    public void Find_BadArguments_AreRefused()
    {
        Assert.Throws<ArgumentNullException>(() => LocalOptima.Find(null!, []));
        Assert.Throws<ArgumentException>(() => LocalOptima.Find(GraphGens.ToGraph(new bool[3, 3]), new double[3]));
        Assert.Throws<ArgumentException>(() => LocalOptima.Find(NeighborGraph.Build(), new double[3]));
    }

    [Theory]
    [InlineData(NeighborKind.Raw)]
    [InlineData(NeighborKind.Naszilla)]
    public void Find_RawKinds_HaveTheNeighborsOfTheClass(NeighborKind kind)
    {
        NeighborGraph graph = NeighborGraph.Build();
        int[] indices = new int[Neighbors.GetMaxCount(kind)];
        for (int index = 0; index < graph.Count; index += 37)
        {
            int count = Neighbors.WriteDistinctIndices(Nas101.CellAt(index), indices, kind);
            Assert.Equal(graph[index].ToArray(), indices[..count]);
        }
    }

    [Fact]
    public void Find_WholeSpace_OnlyTheSmallestCellIsIsolated()
    {
        double[] values = [.. Enumerable.Range(0, Nas101.CellCount).Select(index => (double)index)];
        var optima = LocalOptima.Find(NeighborGraph.Build(), values);
        Assert.Equal((Nas101.CellCount, 1), (optima.Cells, optima.Isolated));
        Assert.Equal(optima.Strict, optima.Weak);
        Assert.Equal(new Plateaus(0, 0, 0, 0), optima.Plateaus);
        Assert.Equal(Nas101.CellCount - 1, optima.Summits[^1]);
        Assert.Equal(0, optima.Summits[0]);
    }

    private static (int Summit, int Steps) Climb(int cell, double[] values, Func<int, int[]> neighbors)
    {
        for (int steps = 0; ; steps++)
        {
            int[] best = [.. neighbors(cell).Where(other => values[other] > values[cell]).OrderByDescending(other => values[other]).ThenBy(other => other)];
            if (best.Length == 0)
            {
                return (cell, steps);
            }

            cell = best[0];
        }
    }

    private static void AssertBasins(LocalOptima optima, double[] values, double[] masses, int[] cells, (int Summit, int Steps)[] ends)
    {
        int[] sizes = [.. cells.GroupBy(cell => ends[cell].Summit).Select(basin => basin.Count()).Order()];
        Assert.Equal(sizes.Length, optima.Basins);
        Assert.Equal(sizes.DefaultIfEmpty(0).Max(), optima.LargestBasin);
        Assert.Equal(sizes.Length == 0 ? 0 : sizes[(sizes.Length - 1) / 2], optima.MedianBasin);
        Assert.Equal(cells.Select(cell => ends[cell].Steps).DefaultIfEmpty(0).Max(), optima.MaxSteps);
        int[] global = [.. cells.Where(cell => values[ends[cell].Summit] == cells.Max(other => values[other]))];
        Assert.Equal(global.Length, optima.GlobalBasin);
        if (cells.Length == 0)
        {
            Assert.Equal((double.NaN, double.NaN, double.NaN), (optima.GlobalBasinShare, optima.GlobalBasinMass, optima.MeanSteps));
            return;
        }

        Assert.Equal((double)global.Length / cells.Length, optima.GlobalBasinShare);
        Assert.Equal(global.Sum(cell => masses[cell]) / cells.Sum(cell => masses[cell]), optima.GlobalBasinMass, 12);
        Assert.Equal(cells.Average(cell => ends[cell].Steps), optima.MeanSteps, 12);
    }

    private static void AssertPlateaus(Plateaus plateaus, double[] values, int[] cells, Func<int, int, bool> areJoined, Func<int, int[]> neighbors)
    {
        List<HashSet<int>> sets = [];
        foreach (int cell in cells)
        {
            HashSet<int> set = [cell];
            while (cells.Any(other => values[other] == values[cell] && set.Any(own => areJoined(own, other)) && set.Add(other)))
            {
            }

            if (set.Count > 1 && set.Min() == cell)
            {
                sets.Add(set);
            }
        }

        int optimal = sets.Count(set => set.All(cell => neighbors(cell).All(other => values[other] <= values[cell])));
        Assert.Equal(new Plateaus(sets.Count, sets.Sum(set => set.Count), sets.Select(set => set.Count).DefaultIfEmpty(0).Max(), optimal), plateaus);
    }
}
