using CsCheck;
using Five = NasBench.Generators.Tests.FiveVerticesFourOperations.Adjacency;
using Seven = NasBench.Nas101.Adjacency;

namespace NasBench.Generators.Tests;

public sealed class AdjacencyTests
{
    [Fact]
    public void Adjacency_AnyEdges_AnswersAsAMatrix()
        => Gen.UInt[0, Seven.AllEdges].Sample(bits =>
        {
            var edges = new Seven(bits);
            bool[,] matrix = ToMatrix(bits);
            int count = 0;
            for (int vertex = 0; vertex < 7; vertex++)
            {
                uint predecessors = 0;
                uint successors = 0;
                for (int other = 0; other < 7; other++)
                {
                    predecessors |= matrix[other, vertex] ? 1u << other : 0;
                    successors |= matrix[vertex, other] ? 1u << other : 0;
                    count += matrix[vertex, other] ? 1 : 0;
                }

                Assert.Equal(predecessors, edges.Predecessors(vertex));
                Assert.Equal(successors, edges.Successors(vertex));
            }

            Assert.Equal(count, edges.EdgeCount);
        });

    [Fact]
    public void WithAndWithout_EachEdge_ChangesThatEdge()
        => Gen.UInt[0, Seven.AllEdges].Sample(bits =>
        {
            var edges = new Seven(bits);
            for (int to = 1; to < 7; to++)
            {
                for (int from = 0; from < to; from++)
                {
                    uint bit = 1u << Seven.EdgeBit(from, to);
                    Assert.Equal((bits & bit) != 0, edges.HasEdge(from, to));
                    Assert.Equal(bits | bit, edges.With(from, to).Bits);
                    Assert.Equal(bits & ~bit, edges.Without(from, to).Bits);
                }
            }
        });

    [Fact]
    public void Masks_EachVertex_HoldItsEdges()
    {
        var all = new Five(Five.AllEdges);
        Assert.Equal(10, Five.EdgeBits);
        Assert.Equal(10, all.EdgeCount);
        for (int vertex = 0; vertex < 5; vertex++)
        {
            uint incoming = 0;
            uint outgoing = 0;
            for (int other = 0; other < 5; other++)
            {
                incoming |= other < vertex ? 1u << Five.EdgeBit(other, vertex) : 0;
                outgoing |= other > vertex ? 1u << Five.EdgeBit(vertex, other) : 0;
            }

            Assert.Equal(incoming, Five.IncomingEdges[vertex]);
            Assert.Equal(outgoing, Five.OutgoingEdges[vertex]);
        }
    }

    [Theory]
    [InlineData(-1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(0, 5)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    public void EdgeBit_NoSuchEdge_Throws(int from, int to)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Five.EdgeBit(from, to));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Five).HasEdge(from, to));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Five).With(from, to));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Five).Without(from, to));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(5)]
    public void Neighbours_NoSuchVertex_Throws(int vertex)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Five).Predecessors(vertex));
        Assert.Throws<ArgumentOutOfRangeException>(() => default(Five).Successors(vertex));
    }

    [Fact]
    public void Constructor_BitThatIsNoEdge_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => new Five(Five.AllEdges + 1));

    [Fact]
    public void Equality_SameEdges_AreEqual()
    {
        Five one = default(Five).With(0, 4).With(1, 2);
        Five same = default(Five).With(1, 2).With(0, 4);
        Five other = same.Without(0, 4);

        Assert.True(one == same && one.Equals((object)same) && one.GetHashCode() == same.GetHashCode());
        Assert.True(one != other && !one.Equals((object)other) && !one.Equals(null));
    }

    private static bool[,] ToMatrix(uint bits)
    {
        var matrix = new bool[7, 7];
        for (int edge = 0; edge < Seven.EdgeBits; edge++)
        {
            matrix[Nas101.EdgeTails[edge], Nas101.EdgeHeads[edge]] = (bits >> edge & 1) != 0;
        }

        return matrix;
    }
}
