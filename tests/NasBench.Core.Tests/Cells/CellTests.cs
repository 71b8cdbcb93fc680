using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

public class CellTests
{
    private const uint AllEdges = (1u << 21) - 1;

    [Fact]
    public void Bits_DefaultCell_TwoVerticesWithoutEdge()
    {
        Cell cell = default;

        Assert.Equal(0UL, cell.Bits);
        Assert.Equal(2, cell.Vertices);
        Assert.Equal(0u, cell.AdjacencyBits);
        Assert.True(cell.FirstIsInput);
        Assert.True(cell.LastIsOutput);
        Assert.False(cell.TryPrune(out _));
        Assert.Equal(CellStatus.Disconnected, cell.Validate());
        Assert.Equal("0000 input,output", cell.ToString());
    }

    [Fact]
    public void Bits_EveryFieldAtItsExtreme_AsTheLayoutSays()
    {
        // Bits 0-20 edges, 21-35 five operations, 36-38 vertices - 2, 39 first is not input, 40 last is not output.
        Assert.Equal(0x1F_FFFFUL | (5UL << 36), FromMask(7, AllEdges, 0, 0, 0, 0, 0).Bits);
        Assert.Equal((5UL << 36) | (2UL << 21) | (1UL << 24) | (2UL << 33), FromMask(7, 0, 2, 1, 0, 0, 2).Bits);
        Assert.Equal(1UL, FromMask(2, 1).Bits);
        Assert.Equal((1UL << 36) | 7 | (2UL << 21), FromMask(3, 7, 2).Bits);
        Assert.Equal(1UL << 39, Parse("0000 x,output").Bits);
        Assert.Equal(1UL << 40, Parse("0000 input,x").Bits);
        Assert.Equal((7UL << 36) | (1UL << 40), Parse("0 input").Bits);
        Assert.Equal((5UL << 36) | (0x7FFFUL << 21), Parse(new string('0', 49) + " input,a,b,c,d,e,output").Bits);
    }

    [Theory]
    [InlineData("0 input", true, false)]
    [InlineData("0 output", false, true)]
    [InlineData("0 conv3x3-bn-relu", false, false)]
    public void Vertices_SingleVertex_IsOne(string text, bool firstIsInput, bool lastIsOutput)
    {
        Cell cell = Parse(text);

        Assert.Equal(1, cell.Vertices);
        Assert.Equal(0, cell.EdgeCount);
        Assert.Equal(firstIsInput, cell.FirstIsInput);
        Assert.Equal(lastIsOutput, cell.LastIsOutput);
        Assert.False(cell.TryPrune(out _));
        Assert.Equal(CellStatus.Disconnected, cell.Validate());
        Assert.Equal("invalid spec, provided graph is disconnected.", cell.Describe());
    }

    [Fact]
    public void HasEdge_EveryEdgeAlone_OnlyThatEdge()
    {
        for (int y = 1; y < 7; y++)
        {
            for (int x = 0; x < y; x++)
            {
                Cell cell = FromMask(7, 1u << (x + (y * (y - 1) / 2)), 0, 0, 0, 0, 0);

                Assert.Equal(1, cell.EdgeCount);
                for (int from = 0; from < 7; from++)
                {
                    Assert.Equal(from == x ? 1u << y : 0, cell.Successors(from));
                    Assert.Equal(from == y ? 1u << x : 0, cell.Predecessors(from));
                    for (int to = 0; to < 7; to++)
                    {
                        Assert.Equal(from == x && to == y, cell.HasEdge(from, to));
                    }
                }
            }
        }
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(0, 7)]
    [InlineData(0, int.MaxValue)]
    [InlineData(int.MinValue, 6)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void HasEdge_NoSuchPair_False(int from, int to) => Assert.False(FromMask(7, AllEdges, 0, 0, 0, 0, 0).HasEdge(from, to));

    [Fact]
    public void GetOperation_EveryCodeOnEveryVertex_ReadsBack()
    {
        for (int vertex = 1; vertex <= 5; vertex++)
        {
            for (byte code = 0; code < 3; code++)
            {
                byte[] codes = new byte[5];
                codes[vertex - 1] = code;
                Cell cell = FromMask(7, AllEdges, codes);

                for (int other = 1; other <= 5; other++)
                {
                    Assert.Equal(other == vertex ? code : 0, cell.GetOperation(other));
                }
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(7)]
    public void GetOperation_NoInteriorVertex_Throws(int vertex) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => FromMask(7, AllEdges, 0, 0, 0, 0, 0).GetOperation(vertex));

    [Theory]
    [InlineData(-1)]
    [InlineData(7)]
    public void PredecessorsAndSuccessors_NoVertex_Throw(int vertex)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => FromMask(7, AllEdges, 0, 0, 0, 0, 0).Predecessors(vertex));
        Assert.Throws<ArgumentOutOfRangeException>(() => FromMask(7, AllEdges, 0, 0, 0, 0, 0).Successors(vertex));
    }

    [Fact]
    public void Equals_OneFieldDiffers_Different()
    {
        Cell[] cells =
        [
            default,
            FromMask(2, 1),
            FromMask(3, 1, 0),
            FromMask(3, 1, 1),
            FromMask(3, 2, 1),
            Parse("010000000 input,x,output"),
            Parse("0100 x,output"),
            Parse("0100 input,x"),
            Parse("0 input"),
            Parse("0 output"),
        ];

        for (int i = 0; i < cells.Length; i++)
        {
            for (int j = 0; j < cells.Length; j++)
            {
                Assert.Equal(i == j, cells[i] == cells[j]);
                Assert.Equal(i != j, cells[i] != cells[j]);
                Assert.Equal(i == j, cells[i].Equals(cells[j]));
                Assert.Equal(i == j, cells[i].Equals((object)cells[j]));
                Assert.Equal(i == j, cells[i].CompareTo(cells[j]) == 0);
            }
        }

        Assert.False(cells[0].Equals("0000 input,output"));
        Assert.Equal(Parse("0100 input,output").GetHashCode(), FromMask(2, 1).GetHashCode());
    }

    [Fact]
    public void CompareTo_LabelledGraphsInEnumerationOrder_Ascending()
    {
        ReferenceSpace space = ReferenceSpace.Nas101 with { MaxVertices = 5 };
        Cell[] cells = [.. ReferenceEnumeration.EnumerateLabelled(space).Select(EngineCells.Create<Nas101>)];

        for (int i = 1; i < cells.Length; i++)
        {
            Assert.True(cells[i - 1].CompareTo(cells[i]) < 0);
            Assert.True(cells[i].CompareTo(cells[i - 1]) > 0);
        }

        Cell[] shuffled = [.. cells.Reverse()];
        Array.Sort(shuffled);
        Assert.Equal(cells, shuffled);
    }

    private static Cell FromMask(int vertices, uint mask, params byte[] codes)
    {
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(vertices, mask, codes, out Cell cell));
        return cell;
    }

    private static Cell Parse(string text) => Cell.Parse(text);
}
