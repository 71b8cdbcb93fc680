using CsCheck;

namespace NasBench.Analysis.Tests.Graphs;

[Trait("Category", "Once")]
public sealed class NeighborGraphsTests
{
    [Fact]
    public void Reverse_AnyGraph_TransposesTheMatrix() => GraphGens.Landscapes.Sample(
        landscape => AssertEdges(NeighborGraphs.Reverse(GraphGens.ToGraph(landscape.Edges)), landscape.Edges, (edges, a, b) => edges[b, a]));

    [Fact]
    public void Symmetrize_AnyGraph_HasEachEdgeInBothDirections() => GraphGens.Landscapes.Sample(
        landscape => AssertEdges(
            NeighborGraphs.Symmetrize(GraphGens.ToGraph(landscape.Edges)), landscape.Edges, (edges, a, b) => edges[a, b] || edges[b, a]));

    [Fact]
    public void Restrict_MissingValues_LosesTheEdgesOfThese() => GraphGens.Landscapes.Sample(
        landscape => AssertEdges(
            NeighborGraphs.Restrict(GraphGens.ToGraph(landscape.Edges), landscape.Values),
            landscape.Edges,
            (edges, a, b) => edges[a, b] && !double.IsNaN(landscape.Values[a]) && !double.IsNaN(landscape.Values[b])));

    [Fact]
    public void From_AnyGraph_IsTheLeastPowerOfTheMatrixThatReaches() => Gen.Select(GraphGens.Landscapes, Gen.Int[0, 11].Array[0, 3]).Sample(
        (landscape, origins) =>
        {
            int count = landscape.Values.Length;
            int[] within = [.. origins.Where(origin => origin < count)];
            byte[] distances = StepDistances.From(GraphGens.ToGraph(landscape.Edges), within);
            bool[] reached = [.. Enumerable.Range(0, count).Select(index => within.Contains(index))];
            int[] expected = [.. reached.Select(isReached => isReached ? 0 : 255)];
            for (int step = 1; step <= count; step++)
            {
                bool IsReached(int to) => reached[to] || Enumerable.Range(0, count).Any(from => reached[from] && landscape.Edges[from, to]);
                reached = [.. Enumerable.Range(0, count).Select(IsReached)];
                expected = [.. expected.Select((distance, index) => reached[index] ? Math.Min(distance, step) : distance)];
            }

            Assert.Equal(expected, distances.Select(distance => (int)distance));
        });

    private static void AssertEdges(NeighborGraph graph, bool[,] edges, Func<bool[,], int, int, bool> isExpected)
    {
        bool[,] actual = GraphGens.ToMatrix(graph);
        Assert.Equal(edges.GetLength(0), graph.Count);
        for (int a = 0; a < graph.Count; a++)
        {
            Assert.Equal(graph[a].ToArray().Order().Distinct(), graph[a].ToArray());
            for (int b = 0; b < graph.Count; b++)
            {
                Assert.Equal(isExpected(edges, a, b), actual[a, b]);
            }
        }
    }
}
