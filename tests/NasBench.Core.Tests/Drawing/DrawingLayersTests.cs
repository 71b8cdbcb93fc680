using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Drawing;

public class DrawingLayersTests
{
    private const double Gap = 10;

    private static Gen<DrawnGraph> Graphs => CellGens.Raw(ReferenceSpace.Nas101, 1, 10)
        .Select(cell => DrawnGraph.Of<Nas101>(EngineCells.ToBytes(cell), cell.Operations, onlyKept: false));

    [Fact]
    public void Paths_AnyGraph_GoDownOneLayerAStepFromEndToEnd() =>
        Graphs.Sample(
            graph =>
            {
                DrawingLayers layers = new(graph, CancellationToken.None);
                Assert.All(graph.Edges.Zip(layers.Paths), pair =>
                {
                    Assert.Equal(pair.First.From, pair.Second[0]);
                    Assert.Equal(pair.First.To, pair.Second[^1]);
                    Assert.All(pair.Second.Zip(pair.Second.Skip(1)), step => Assert.Equal(layers.LayerOf(step.First) + 1, layers.LayerOf(step.Second)));
                    Assert.All(pair.Second[1..^1], node => Assert.True(layers.IsWayPoint(node)));
                });
                Assert.Equal(Enumerable.Range(0, layers.NodeCount), layers.Nodes.SelectMany(layer => layer).Order());
            },
            iter: 300);

    [Fact]
    public void Nodes_AnyGraph_HaveInputAloneAtTheTopAndOutputAloneAtTheBottom() =>
        Graphs.Where(graph => graph.Names.Count > 1).Sample(
            graph =>
            {
                DrawingLayers layers = new(graph, CancellationToken.None);
                Assert.Equal([0], layers.Nodes[0]);
                Assert.Equal([graph.Names.Count - 1], layers.Nodes[^1]);
                Assert.All(layers.Nodes, Assert.NotEmpty);
            },
            iter: 300);

    [Fact]
    public void Place_AnyGraph_KeepsOrderAndRoom() =>
        Graphs.Sample(
            graph =>
            {
                DrawingLayers layers = new(graph, CancellationToken.None);
                double[] centres = DrawingCoordinates.Place(layers, Width, Gap, CancellationToken.None);
                Assert.All(layers.Nodes, layer => Assert.All(layer.Zip(layer.Skip(1)), pair =>
                    Assert.True(centres[pair.Second] - centres[pair.First] >= ((Width(pair.First) + Width(pair.Second)) / 2) + Gap - 1e-6)));
                Assert.True(Enumerable.Range(0, layers.NodeCount).All(node => centres[node] - (Width(node) / 2) >= -1e-6));

                double Width(int node) => layers.IsWayPoint(node) ? 5 : 50 + node;
            },
            iter: 300);
}
