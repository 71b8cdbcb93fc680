using System.Security.Cryptography;
using System.Text;

namespace NasBench.Generators.Tests;

/// <summary>What every space's tables must be, against <see cref="BruteForceSpace"/>. The derived classes name the spaces.</summary>
public abstract class SpaceTableTests<TSpace>(int maxVertices, int maxEdges, params string[] operations)
    where TSpace : ISearchSpace<TSpace>
{
    private const uint MaskBits = 0xffffff;

    private static BruteForceSpace? s_twin;

    private readonly BruteForceSpace _twin = s_twin ??= new BruteForceSpace(maxVertices, maxEdges);

    [Fact]
    public void Limits_AsDeclared_Resolved()
    {
        Assert.Equal(maxVertices, TSpace.MaxVertices);
        Assert.Equal(maxEdges, TSpace.MaxEdges);
        Assert.Equal(operations.Length, TSpace.OperationCount);
    }

    [Fact]
    public void Edges_EveryPair_HaveTheOriginalsNumbers()
    {
        int edgeBits = maxVertices * (maxVertices - 1) / 2;
        Assert.Equal(edgeBits, TSpace.EdgeTails.Length);
        Assert.Equal(edgeBits, TSpace.EdgeHeads.Length);
        for (int y = 1; y < maxVertices; y++)
        {
            for (int x = 0; x < y; x++)
            {
                int bit = x + (y * (y - 1) / 2);
                Assert.Equal((x, y), (TSpace.EdgeTails[bit], TSpace.EdgeHeads[bit]));
            }
        }
    }

    [Fact]
    public void Relabellings_All_AreThePermutationsInLexicographicOrder()
        => Assert.Equal(_twin.Permutations.SelectMany(permutation => permutation), TSpace.Relabellings.ToArray().Select(place => (int)place));

    [Fact]
    public void EdgeRelabellings_EachEdge_FollowsItsVertices()
    {
        int edgeBits = TSpace.EdgeTails.Length;
        Assert.Equal(_twin.Permutations.Length * edgeBits, TSpace.EdgeRelabellings.Length);
        for (int r = 0; r < _twin.Permutations.Length; r++)
        {
            for (int edge = 0; edge < edgeBits; edge++)
            {
                int image = TSpace.EdgeRelabellings[(r * edgeBits) + edge];
                int from = NewVertex(r, TSpace.EdgeTails[edge]);
                int to = NewVertex(r, TSpace.EdgeHeads[edge]);
                Assert.Equal(from > to, (image & 0x80) != 0);
                Assert.Equal(Math.Min(from, to), TSpace.EdgeTails[image & 0x7f]);
                Assert.Equal(Math.Max(from, to), TSpace.EdgeHeads[image & 0x7f]);
            }
        }
    }

    [Fact]
    public void TopologyMasks_All_AreThePrunedGraphsWithinTheLimits()
        => Assert.Equal(_twin.Topologies.Select(topology => topology.Mask | (uint)topology.Vertices << 24), TSpace.TopologyMasks.ToArray());

    [Fact]
    public void Classes_EachTopology_IsMappedToTheSmallestOfItsClass()
    {
        Assert.Equal(_twin.Topologies.Length, TSpace.TopologyClasses.Length);
        Assert.Equal(_twin.Topologies.Length, TSpace.TopologyRelabellings.Length);
        for (int topology = 0; topology < _twin.Topologies.Length; topology++)
        {
            (int vertices, uint mask) = _twin.Topologies[topology];
            uint representative = TSpace.TopologyMasks[TSpace.ClassTopologies[TSpace.TopologyClasses[topology]]];
            Assert.Equal(_twin.Smallest(vertices, mask) | (uint)vertices << 24, representative);

            int smallestRelabelling = _twin.PermutationsOf(vertices).First(r => _twin.Rename(vertices, mask, r) == (representative & MaskBits));
            Assert.Equal(smallestRelabelling, TSpace.TopologyRelabellings[topology]);
        }
    }

    [Fact]
    public void Classes_InOrder_AreNumberedByTheirRepresentatives()
    {
        ushort[] representatives = TSpace.ClassTopologies.ToArray();

        Assert.Equal(representatives.Order().Distinct(), representatives);
        Assert.Equal(Enumerable.Range(0, representatives.Length), TSpace.TopologyClasses.ToArray().Distinct().Select(number => (int)number));
        Assert.Equal(Enumerable.Range(0, representatives.Length), representatives.Select(topology => (int)TSpace.TopologyClasses[topology]));
    }

    [Fact]
    public void Groups_EachClass_HoldsExactlyItsAutomorphisms()
    {
        Assert.Equal(TSpace.ClassTopologies.Length, TSpace.ClassGroups.Length);
        for (int number = 0; number < TSpace.ClassTopologies.Length; number++)
        {
            (int vertices, uint mask) = _twin.Topologies[TSpace.ClassTopologies[number]];
            Assert.Equal(_twin.Automorphisms(vertices, mask), Members(TSpace.ClassGroups[number]));
        }
    }

    [Fact]
    public void Groups_All_AreDifferentAndNumberedByFirstUse()
    {
        int[] firstUses = [.. TSpace.ClassGroups.ToArray().Distinct().Select(group => (int)group)];
        Assert.Equal(Enumerable.Range(0, TSpace.GroupStarts.Length - 1), firstUses);
        Assert.Equal(0, TSpace.GroupStarts[0]);
        Assert.Equal(TSpace.GroupMembers.Length, TSpace.GroupStarts[^1]);

        var groups = Enumerable.Range(0, TSpace.ClassGroups.Length)
            .Select(number => (TSpace.ClassGroups[number], Vertices: VerticesOf(number), Text: string.Join(',', Members(TSpace.ClassGroups[number]))))
            .Distinct()
            .ToArray();
        Assert.Equal(firstUses.Length, groups.Length);
        Assert.Equal(firstUses.Length, groups.DistinctBy(group => (group.Vertices, group.Text)).Count());
    }

    [Fact]
    public void ClassFirstIndices_EachClass_CountsTheLabellingsThatAreSmallestOfTheirOrbit()
    {
        Assert.Equal(TSpace.ClassTopologies.Length + 1, TSpace.ClassFirstIndices.Length);
        Assert.Equal(0, TSpace.ClassFirstIndices[0]);
        Assert.Equal(TSpace.CellCount, TSpace.ClassFirstIndices[^1]);
        for (int number = 0; number < TSpace.ClassTopologies.Length; number++)
        {
            (int vertices, uint mask) = _twin.Topologies[TSpace.ClassTopologies[number]];
            int count = TSpace.ClassFirstIndices[number + 1] - TSpace.ClassFirstIndices[number];
            Assert.Equal(_twin.Labellings(vertices, mask, operations.Length).Count(), count);
        }
    }

    [Fact]
    public void FirstRoundDigests_EachVertexKind_IsTheMd5OfItsTuple()
    {
        int labels = operations.Length + 2;
        Assert.Equal(7 * 7 * labels * 16, TSpace.FirstRoundDigests.Length);
        for (int outDegree = 0; outDegree < 7; outDegree++)
        {
            for (int inDegree = 0; inDegree < 7; inDegree++)
            {
                for (int label = -2; label < operations.Length; label++)
                {
                    int entry = (((outDegree * 7) + inDegree) * labels) + label + 2;
                    byte[] expected = MD5.HashData(Encoding.ASCII.GetBytes($"({outDegree}, {inDegree}, {label})"));
                    Assert.Equal(expected, TSpace.FirstRoundDigests.Slice(entry * 16, 16).ToArray());
                }
            }
        }
    }

    [Fact]
    public void Operations_EachName_GoesThereAndBack()
    {
        Assert.Equal(operations, TSpace.OperationNames.ToArray());
        for (int code = 0; code < operations.Length; code++)
        {
            Assert.Equal(Encoding.UTF8.GetBytes(operations[code]), TSpace.GetOperationNameUtf8(code).ToArray());
            Assert.True(TSpace.TryParseOperation(operations[code], out byte fromText));
            Assert.True(TSpace.TryParseOperation(TSpace.GetOperationNameUtf8(code), out byte fromUtf8));
            Assert.Equal((code, code), (fromText, fromUtf8));
        }
    }

    [Fact]
    public void TryParseOperation_NearMisses_Refused()
    {
        IEnumerable<string> near = operations.SelectMany(name => new[] { name + "x", name[..^1], name[..^1] + '\u00ff', name.ToUpperInvariant() });
        string[] misses = ["", "input", "output", "unknown", .. near];
        foreach (string name in misses.Except(operations))
        {
            Assert.False(TSpace.TryParseOperation(name, out byte fromText));
            Assert.False(TSpace.TryParseOperation(Encoding.UTF8.GetBytes(name), out byte fromUtf8));
            Assert.Equal((0, 0), (fromText, fromUtf8));
        }
    }

    [Fact]
    public void GetOperationNameUtf8_NoSuchOperation_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => TSpace.GetOperationNameUtf8(-1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => TSpace.GetOperationNameUtf8(operations.Length).Length);
    }

    [Fact]
    public void Members_Warm_AllocateNothing()
        => TestUtilities.AllocationAssert.AllocatesNothing(() =>
        {
            int touched = TSpace.OperationNames.Length + TSpace.TopologyMasks.Length + TSpace.FirstRoundDigests.Length + TSpace.GroupStarts.Length
                + TSpace.TopologyClasses.Length + TSpace.ClassFirstIndices.Length + TSpace.Relabellings.Length + TSpace.EdgeRelabellings.Length;
            TSpace.TryParseOperation(TSpace.GetOperationNameUtf8(0), out byte operation);
            TSpace.TryParseOperation(TSpace.OperationNames[0], out operation);
            GC.KeepAlive(touched + operation == 0 ? TSpace.OperationNames[0] : null);
        });

    private static byte[] Members(int group) => TSpace.GroupMembers[TSpace.GroupStarts[group]..TSpace.GroupStarts[group + 1]].ToArray();

    private int VerticesOf(int number) => _twin.Topologies[TSpace.ClassTopologies[number]].Vertices;

    private int NewVertex(int permutation, int vertex)
        => vertex == 0 || vertex == maxVertices - 1 ? vertex : _twin.Permutations[permutation][vertex - 1] + 1;
}
