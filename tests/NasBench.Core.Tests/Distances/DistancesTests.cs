using System.Runtime.Intrinsics;
using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Distances;

public class DistancesTests
{
    private const int Iterations = 500;

    private const string NoSuchVectors = "this machine, or this run, has no vectors of this width";

    private static readonly ReferenceSpace s_space = ReferenceSpace.Nas101;
    private static readonly Gen<ReferenceCell> s_raw = CellGens.Raw(s_space, 2, 7);
    private static readonly Gen<Cell> s_cells = Gen.Frequency(
        (2, s_raw.Select(EngineCells.Create)),
        (2, Gen.Int[0, Nas101.CellCount - 1].Select(Nas101.CellAt)),
        (1, CellGens.RawWithOddNames(s_space, 1, 7).Select(raw => EngineCells.TryCreate<Nas101>(raw, out Cell cell) == CellStatus.Ok ? cell : default)));

    private static readonly Gen<Cell> s_connected = s_cells.Where(cell => cell.TryPrune(out _));
    private static readonly Gen<AlignedCell> s_aligned = s_connected.Select(cell => AlignedCell.TryCreate(cell, out AlignedCell aligned) ? aligned : default);

    [Fact]
    public void EditAndGraphEdit_AnyPair_AsOnMatrices() => Gen.Select(s_raw, s_raw).Sample((a, b) =>
    {
        Cell first = EngineCells.Create(a);
        Cell second = EngineCells.Create(b);

        Assert.Equal(ReferenceDistances.Edit(a, b, dummiesAreFree: true) ?? -1, NasBench.Distances.Edit(first, second));
        Assert.Equal(ReferenceDistances.Edit(a, b, dummiesAreFree: false) ?? -1, NasBench.Distances.GraphEdit(first, second));
        Assert.Equal(ReferenceDistances.Hamming(s_space, a, b), NasBench.Distances.Hamming(first, second));
    }, iter: Iterations);

    [Fact]
    public void Scalar_AnyPair_AsOnMatrices() => Gen.Select(s_raw, s_raw, Gen.Bool)
        .Where((a, b, _) => a.Prune() is not null && b.Prune() is not null).Sample((a, b, free) =>
    {
        AlignedCell.TryCreate(EngineCells.Create(a), out AlignedCell first);
        AlignedCell.TryCreate(EngineCells.Create(b), out AlignedCell second);

        Assert.Equal(ReferenceDistances.Edit(a, b, free), new ScalarAssignments(first, free).DistanceTo(second));
    }, iter: Iterations);

    [Fact]
    public void Lanes128_AnyPair_AsScalar()
    {
        Assert.SkipUnless(Bytes128.IsSupported, NoSuchVectors);
        AssertPairs<Bytes128, Vector128<byte>>();
    }

    [Fact]
    public void Lanes256_AnyPair_AsScalar()
    {
        Assert.SkipUnless(Bytes256.IsSupported, NoSuchVectors);
        AssertPairs<Bytes256, Vector256<byte>>();
    }

    [Fact]
    public void Lanes512_AnyPair_AsScalar()
    {
        Assert.SkipUnless(Bytes512.IsSupported, NoSuchVectors);
        AssertPairs<Bytes512, Vector512<byte>>();
    }

    [Fact]
    public void ToMany_AnyTargets_AsPairs() => Gen.Select(Gen.Enum<DistanceKind>(), s_cells, s_cells.Array[0, 40]).Sample((kind, source, targets) =>
    {
        byte[] distances = [.. Enumerable.Repeat((byte)77, targets.Length + 1)];
        NasBench.Distances.ToMany(source, targets, distances, kind);

        Assert.Equal(targets.Select(target => (byte)NasBench.Distances.Between(source, target, kind)), distances[..^1]);
        Assert.Equal(77, distances[^1]);
    }, iter: Iterations);

    [Fact]
    public void BetweenAll_AnyLists_AsPairs() => Gen.Select(Gen.Enum<DistanceKind>(), s_cells.Array[0, 6], s_cells.Array[0, 9]).Sample((kind, rows, columns) =>
    {
        byte[] distances = new byte[rows.Length * columns.Length];
        NasBench.Distances.BetweenAll(rows, columns, distances, kind);

        Assert.Equal(rows.SelectMany(row => columns.Select(column => (byte)NasBench.Distances.Between(row, column, kind))), distances);
    }, iter: Iterations / 5);

    [Fact]
    public void IsWithin_AnyBound_AsTheDistance() => Gen.Select(Gen.Enum<DistanceKind>(), s_cells, s_cells, Gen.Int[-1, 30]).Sample((kind, a, b, bound) =>
    {
        int distance = NasBench.Distances.Between(a, b, kind);
        bool near = distance >= 0 && distance <= bound;

        Assert.Equal(near, NasBench.Distances.IsWithin(a, b, bound, out int found, kind));
        Assert.Equal(near ? distance : -1, found);
    }, iter: 2_000);

    [Fact]
    public void Between_NoKind_EditDistance() => Gen.Select(s_cells, s_cells).Sample((a, b) =>
    {
        byte[] distances = new byte[2];
        NasBench.Distances.ToMany(a, [b], distances);
        NasBench.Distances.BetweenAll([a], [b], distances.AsSpan(1));
        int edit = NasBench.Distances.Edit(a, b);

        Assert.Equal(edit, NasBench.Distances.Between(a, b));
        Assert.Equal([(byte)edit, (byte)edit], distances);
        Assert.Equal(edit >= 0, NasBench.Distances.IsWithin(a, b, 60, out int within));
        Assert.Equal(edit, within);
    }, iter: Iterations);

    [Fact]
    public void Between_Swapped_Same() => Gen.Select(Gen.Enum<DistanceKind>(), s_cells, s_cells).Sample((kind, a, b) =>
        Assert.Equal(NasBench.Distances.Between(a, b, kind), NasBench.Distances.Between(b, a, kind)), iter: 2_000);

    [Fact]
    public void EditDistances_AnyPair_ZeroExactlyForIsomorphicCells() =>
        Gen.Select(CellGens.Raw(s_space, 2, 4).Select(EngineCells.Create), CellGens.Raw(s_space, 2, 4).Select(EngineCells.Create))
            .Where((a, b) => a.TryPrune(out _) && b.TryPrune(out _)).Sample((a, b) =>
        {
            bool isomorphic = Nas101.AreIsomorphic(a, b);
            Assert.Equal(isomorphic, NasBench.Distances.Edit(a, b) == 0);
            Assert.Equal(isomorphic, NasBench.Distances.GraphEdit(a, b) == 0);
            Assert.Equal(isomorphic, NasBench.Distances.Encoded(a, b) == 0);
        }, iter: 3_000);

    [Fact]
    public void Between_Renamed_Same() => Gen.Select(CellGens.WithRenaming(s_raw), s_cells).Sample((pair, other) =>
    {
        Cell cell = EngineCells.Create(pair.Cell);
        Cell renamed = EngineCells.Create(pair.Renamed);

        Assert.Equal(NasBench.Distances.Edit(cell, other), NasBench.Distances.Edit(renamed, other));
        Assert.Equal(NasBench.Distances.GraphEdit(cell, other), NasBench.Distances.GraphEdit(renamed, other));
        Assert.Equal(NasBench.Distances.Encoded(cell, other), NasBench.Distances.Encoded(renamed, other));
    }, iter: Iterations);

    [Fact]
    public void GraphEdit_AnyTriple_TriangleInequality() => Gen.Select(s_connected, s_connected, s_connected).Sample((a, b, c) =>
        Assert.True(NasBench.Distances.GraphEdit(a, c) <= NasBench.Distances.GraphEdit(a, b) + NasBench.Distances.GraphEdit(b, c)), iter: 5_000);

    [Fact]
    public void Hamming_AnyTriple_TriangleInequality() => Gen.Select(s_cells, s_cells, s_cells).Sample((a, b, c) =>
        Assert.True(NasBench.Distances.Hamming(a, c) <= NasBench.Distances.Hamming(a, b) + NasBench.Distances.Hamming(b, c)), iter: 5_000);

    [Fact]
    public void Hamming_AnyPairOfRawCells_ZeroExactlyForTheSame() => Gen.Select(CellGens.Raw(s_space, 7, 7), CellGens.Raw(s_space, 7, 7)).Sample((a, b) =>
        Assert.Equal(
            EngineCells.Create(a) == EngineCells.Create(b),
            NasBench.Distances.Hamming(EngineCells.Create(a), EngineCells.Create(b)) == 0), iter: 2_000);

    [Fact]
    public void EditAndGraphEdit_AnyPair_InOrder() => Gen.Select(s_connected, s_connected).Sample((a, b) =>
        Assert.True(NasBench.Distances.Edit(a, b) <= NasBench.Distances.GraphEdit(a, b)), iter: 2_000);

    /// <summary>The triple that the conformance page gives: the distance is not a metric.</summary>
    [Fact]
    public void Edit_KnownTriple_BreaksTheTriangleInequality()
    {
        Cell a = Find("ac650572f24097855e14770cceb359c2");
        Cell b = Find("e749c0ad86ac111d12eeea8f53c2f46d");
        Cell c = Find("477263554bca5c4bfa2cfdb48f5c9de8");
        int[] distances = [NasBench.Distances.Edit(a, b), NasBench.Distances.Edit(b, c), NasBench.Distances.Edit(a, c)];

        Assert.Equal([6, 4, 11], distances);
    }

    /// <summary>
    /// One change of a pruned cell that cuts no vertex off is a step of one by both edit distances. The converse does not hold:
    /// the edit distances add edges in any direction that some order of the vertices allows, the neighbours only in that of the cell.
    /// </summary>
    [Fact]
    public void Edit_ClassNeighborWithAllItsVertices_One() => Gen.Int[0, Nas101.CellCount - 1].Sample(index =>
    {
        Cell cell = Nas101.CellAt(index);
        foreach (Cell neighbor in NasBench.Neighbors.Of(cell))
        {
            if (neighbor.Vertices == cell.Vertices)
            {
                Assert.Equal(1, NasBench.Distances.Edit(cell, neighbor));
                Assert.Equal(1, NasBench.Distances.GraphEdit(cell, neighbor));
            }
        }
    }, iter: Iterations);

    /// <summary>A raw neighbour differs in one place of one encoding, so it is at distance 1 between encodings.</summary>
    [Fact]
    public void Encoded_RawNeighbor_One() => CellGens.Raw(s_space, 7, 7).Where(s_space.IsValid).Sample(raw =>
    {
        Cell cell = EngineCells.Create(raw);
        foreach (Cell neighbor in NasBench.Neighbors.Of(cell, NeighborKind.Raw))
        {
            Assert.Equal(1, NasBench.Distances.Encoded(cell, neighbor));
        }
    }, iter: Iterations / 5);

    [Fact]
    public void Encoded_AnyPairOfRawCells_AtMostHamming() => Gen.Select(s_connected, s_connected).Sample((a, b) =>
        Assert.True(NasBench.Distances.Encoded(a, b) <= NasBench.Distances.Hamming(a, b)), iter: 2_000);

    [Fact]
    public void EveryCall_AnyCells_AllocatesNothing()
    {
        Cell a = Nas101.CellAt(1_000);
        Cell b = Nas101.CellAt(300_000);
        Cell[] targets = [.. Enumerable.Range(0, 50).Select(i => Nas101.CellAt(i * 5_000)), default];
        byte[] distances = new byte[targets.Length];
        foreach (DistanceKind kind in Enum.GetValues<DistanceKind>())
        {
            AllocationAssert.AllocatesNothing(() => NasBench.Distances.Between(a, b, kind));
            AllocationAssert.AllocatesNothing(() => NasBench.Distances.IsWithin(a, b, 5, out _, kind));
            AllocationAssert.AllocatesNothing(() => NasBench.Distances.ToMany(a, targets, distances, kind));
            AllocationAssert.AllocatesNothing(() => NasBench.Distances.BetweenAll(targets.AsSpan(0, 1), targets, distances, kind));
        }
    }

    [Fact]
    public void ToManyAndBetweenAll_DestinationTooShort_Throw()
    {
        Assert.Throws<ArgumentException>(() => NasBench.Distances.ToMany(default, new Cell[2], new byte[1]));
        Assert.Throws<ArgumentException>(() => NasBench.Distances.BetweenAll(new Cell[2], new Cell[3], new byte[5]));
    }

    private static Cell Find(string hash)
    {
        Assert.True(Nas101.TryFind(ModuleHash.Parse(hash), out int index));
        return Nas101.CellAt(index);
    }

    private static unsafe void AssertPairs<TLanes, TVector>()
        where TLanes : struct, IByteLanes<TVector>
        where TVector : unmanaged =>
        Gen.Select(s_aligned, s_aligned, Gen.Bool).Sample((a, b, free) =>
        {
            int expected = new ScalarAssignments(a, free).DistanceTo(b);
            AssignmentCosts costs;

            Assert.Equal(expected, LanePair<TLanes, TVector>.Distance(a, b, free));
            Assert.Equal(expected, new LaneAssignments<TLanes, TVector>(&costs, a, free).DistanceTo(b));
        }, iter: 3_000);
}
