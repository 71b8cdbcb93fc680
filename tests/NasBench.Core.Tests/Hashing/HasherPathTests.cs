using System.Runtime.Intrinsics;
using CsCheck;
using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Hashing;

/// <summary>Every way to hash that this machine can run, not only the one that it prefers, against the reference.</summary>
public class HasherPathTests
{
    private const string NoSuchVectors = "this machine, or this run, has no vectors of this width";

    /// <summary>Graphs whose vertices have the same degrees, in any order.</summary>
    private static readonly (int Vertices, uint Mask)[][] s_families =
    [
        .. ReferenceEnumeration.EnumerateTopologies(ReferenceSpace.Nas101)
            .GroupBy(graph => string.Join(' ', Enumerable.Range(0, graph.Vertices).Select(vertex => Degrees(graph.Vertices, graph.Mask, vertex)).Order()))
            .Select(family => family.ToArray()),
    ];

    [Fact]
    public void Scalar_AnyCell_AsTheReference()
    {
        AssertSingle<Nas101>(ScalarHasher.Hash<Nas101>);
        AssertSingle<SixVertices>(ScalarHasher.Hash<SixVertices>);
    }

    [Fact]
    public void Vertices_AnyCell_AsTheReference()
    {
        Assert.SkipUnless(VertexHasher.IsSupported, NoSuchVectors);
        AssertSingle<Nas101>(VertexHasher.Hash<Nas101>);
        AssertSingle<SixVertices>(VertexHasher.Hash<SixVertices>);
    }

    [Fact]
    public void Lanes128_AnyGroup_AsTheReference()
    {
        Assert.SkipUnless(Lanes128.IsSupported, NoSuchVectors);
        AssertGroups<Lanes128, Vector128<uint>>();
    }

    [Fact]
    public void Lanes256_AnyGroup_AsTheReference()
    {
        Assert.SkipUnless(Lanes256.IsSupported, NoSuchVectors);
        AssertGroups<Lanes256, Vector256<uint>>();
    }

    [Fact]
    public void Lanes512_AnyGroup_AsTheReference()
    {
        Assert.SkipUnless(Lanes512.IsSupported, NoSuchVectors);
        AssertGroups<Lanes512, Vector512<uint>>();
    }

    private static void AssertSingle<TSpace>(Func<Cell, ModuleHash> hash)
        where TSpace : ISearchSpace<TSpace>
    {
        ReferenceSpace space = EngineCells.ToReference<TSpace>();
        CellGens.Raw(space, 2, 7).Where(raw => raw.Prune() is not null).Sample(
            raw => Assert.Equal(space.Hash(raw), hash(EngineCells.Create<TSpace>(raw.Prune()!)).ToString()), iter: 1_000);
    }

    /// <summary>One vector, two and four at once.</summary>
    private static void AssertGroups<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        AssertGroup<Nas101, TLanes, TVector>();
        AssertGroup<SixVertices, TLanes, TVector>();
        AssertGroup<Nas101, PairLanes<TLanes, TVector>, VectorPair<TVector>>();
        AssertGroup<Nas101, QuadLanes<TLanes, TVector>, VectorQuad<TVector>>();
        AssertFamily<TLanes, TVector>();
        AssertFamily<PairLanes<TLanes, TVector>, VectorPair<TVector>>();
        AssertFamily<QuadLanes<TLanes, TVector>, VectorQuad<TVector>>();
    }

    /// <summary>Cells of different graphs with the same degrees, from one to as many as the lanes hold.</summary>
    private static void AssertFamily<TLanes, TVector>()
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        ReferenceSpace space = ReferenceSpace.Nas101;
        Gen<(int Member, byte[] Labels)> member = Gen.Select(Gen.Int[0, int.MaxValue], Gen.Byte[0, 2].Array[5]);
        Gen.Select(Gen.Int[0, s_families.Length - 1].Select(i => s_families[i]), member.Array[1, TLanes.Count]).Sample((family, members) =>
        {
            ReferenceCell[] group = [.. members.Select(one =>
            {
                (int vertices, uint mask) = family[one.Member % family.Length];
                return space.CreateCell(vertices, mask, one.Labels);
            })];
            ModuleHash[] hashes = new ModuleHash[group.Length];
            LaneHasher<Nas101, TLanes, TVector>.Hash([.. group.Select(EngineCells.Create<Nas101>)], hashes);

            Assert.Equal(group.Select(space.Hash), hashes.Select(hash => hash.ToString()));
        }, iter: 150);
    }

    private static (int In, int Out) Degrees(int vertices, uint mask, int vertex)
    {
        int[,] matrix = ReferenceCell.FromMask(vertices, mask, new string[vertices]).Matrix;
        IEnumerable<int> others = Enumerable.Range(0, vertices);
        return (others.Sum(other => matrix[other, vertex]), others.Sum(other => matrix[vertex, other]));
    }

    /// <summary>Cells of one graph with labels of their own, from one to as many as the lanes hold.</summary>
    private static void AssertGroup<TSpace, TLanes, TVector>()
        where TSpace : ISearchSpace<TSpace>
        where TLanes : struct, ILanes<TVector>
        where TVector : unmanaged
    {
        int width = TLanes.Count;
        ReferenceSpace space = EngineCells.ToReference<TSpace>();
        Gen<byte[]> labels = Gen.Byte[0, (byte)(space.Operations.Length - 1)].Array[5];
        Gen.Select(CellGens.Raw(space, 2, 7).Where(raw => raw.Prune() is not null), labels.Array[1, width]).Sample((raw, labelings) =>
        {
            ReferenceCell pruned = raw.Prune()!;
            ReferenceCell[] group = [.. labelings.Select(codes => space.CreateCell(pruned.Size, pruned.Mask, codes))];
            ModuleHash[] hashes = new ModuleHash[group.Length];
            LaneHasher<TSpace, TLanes, TVector>.Hash([.. group.Select(EngineCells.Create<TSpace>)], hashes);

            Assert.Equal(group.Select(space.Hash), hashes.Select(hash => hash.ToString()));
        }, iter: 150);
    }
}
