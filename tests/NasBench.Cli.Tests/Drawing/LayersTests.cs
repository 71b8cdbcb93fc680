using CsCheck;
using NasBench.Cli.Cells;
using NasBench.Cli.Drawing;

namespace NasBench.Cli.Tests.Drawing;

public class LayersTests
{
    private const double Gap = 10;

    private static Gen<CellGraph> Graphs => CellGens.Raw(ReferenceSpace.Nas101, 1, 10).Select(cell =>
    {
        string digits = string.Concat(Enumerable.Range(0, cell.Size * cell.Size).Select(i => cell.Matrix[i / cell.Size, i % cell.Size]));
        return CellGraph.Of(new GivenCell(GivenMatrix.Parse(digits)!, cell.Operations), onlyKept: false);
    });

    [Fact]
    public void Paths_AnyGraph_GoDownOneLayerAStepFromEndToEnd() =>
        Graphs.Sample(
            graph =>
            {
                Layers layers = new(graph);
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
                Layers layers = new(graph);
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
                Layers layers = new(graph);
                double[] centres = Coordinates.Place(layers, Width, Gap);
                Assert.All(layers.Nodes, layer => Assert.All(layer.Zip(layer.Skip(1)), pair =>
                    Assert.True(centres[pair.Second] - centres[pair.First] >= ((Width(pair.First) + Width(pair.Second)) / 2) + Gap - 1e-6)));
                Assert.True(Enumerable.Range(0, layers.NodeCount).All(node => centres[node] - (Width(node) / 2) >= -1e-6));

                double Width(int node) => layers.IsWayPoint(node) ? 5 : 50 + node;
            },
            iter: 300);
}
