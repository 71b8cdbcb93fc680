using System.Numerics;
using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Hashing;

public class DegreeOrderTests
{
    private static readonly Gen<ReferenceCell> s_pruned =
        CellGens.Raw(ReferenceSpace.Nas101, 2, 7).Where(raw => raw.Prune() is not null).Select(raw => raw.Prune()!);

    [Fact]
    public void Constructor_AnyPrunedCell_DegreesOfItsVertices() => s_pruned.Sample(reference =>
    {
        Cell cell = EngineCells.Create(reference);
        var order = new DegreeOrder(cell);
        int[] vertices = [.. Enumerable.Range(0, cell.Vertices).Select(order.VertexAt)];
        (int In, int Out)[] degrees = [.. vertices.Select(vertex => Degrees(cell, vertex))];

        Assert.Equal(0, vertices[0]);
        Assert.Equal(cell.Vertices - 1, vertices[^1]);
        Assert.Equal(Enumerable.Range(0, cell.Vertices), vertices.Order());
        Assert.Equal(degrees[..^1].Order(), degrees[..^1]);
        for (int place = 0; place < Cell.MaxVertices; place++)
        {
            (int In, int Out) expected = place < cell.Vertices ? degrees[place] : default;
            Assert.Equal(expected, (DegreeOrder.InDegree(order.Degrees, place), DegreeOrder.OutDegree(order.Degrees, place)));
        }
    });

    [Fact]
    public void PlacesOfAndOperations_AnyPrunedCell_AsVertexAt() => Gen.Select(s_pruned, Gen.UInt[0, 127]).Sample((reference, chosen) =>
    {
        Cell cell = EngineCells.Create(reference);
        var order = new DegreeOrder(cell);
        chosen &= (1u << cell.Vertices) - 1;
        uint places = order.PlacesOf(chosen);
        uint operations = order.Operations(cell);

        Assert.Equal(BitOperations.PopCount(chosen), BitOperations.PopCount(places));
        for (int place = 0; place < cell.Vertices; place++)
        {
            int vertex = order.VertexAt(place);
            Assert.Equal((chosen >> vertex) & 1, (places >> place) & 1);
            if (vertex > 0 && vertex < cell.Vertices - 1)
            {
                Assert.Equal((uint)cell.GetOperation(vertex), (operations >> (Cell.OperationWidth * (place - 1))) & Cell.OperationMask);
            }
        }
    });

    private static (int In, int Out) Degrees(Cell cell, int vertex)
    {
        int[] others = [.. Enumerable.Range(0, cell.Vertices)];
        return (others.Count(other => cell.HasEdge(other, vertex)), others.Count(other => cell.HasEdge(vertex, other)));
    }
}
