using CsCheck;
using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Cells;

/// <summary>A cell of one space is never answered for as a cell of another: each public call refuses it, or answers for the cell's own space.</summary>
public class OtherSpaceTests
{
    private static readonly Gen<Cell> s_fiveVertices = CellsOf<FiveVertices>();

    private static readonly Gen<Cell> s_nas101 = CellsOf<Nas101>();

    private static readonly DistanceKind[] s_kinds = Enum.GetValues<DistanceKind>();

    [Fact]
    public void AnyCall_CellOfFiveVertices_RefusedByNas101() => s_fiveVertices.Sample(AssertRefused<Nas101, FiveVertices>, iter: 300);

    [Fact]
    public void AnyCall_CellOfNas101_RefusedByFiveVertices() => s_nas101.Sample(AssertRefused<FiveVertices, Nas101>, iter: 300);

    [Fact]
    public void AnyCall_CellOfFiveVertices_RefusedBySixVertices() => s_fiveVertices.Sample(AssertRefused<SixVertices, FiveVertices>, iter: 300);

    [Fact]
    public void CallsWithoutSpace_CellOfFiveVertices_Refused() =>
        s_fiveVertices.Sample(
            cell =>
            {
                Assert.Equal(CellStatus.OtherSpace, cell.Validate());
                Assert.Equal(CellStatus.OtherSpace, Nas101.TryLocate(cell, out int index));
                Assert.Equal(-1, index);
                Assert.Equal(CellStatus.OtherSpace, ModuleHasher.TryHash(cell, out ModuleHash hash));
                Assert.Equal(default, hash);
                Assert.Equal(CellStatus.OtherSpace, CellCosts.TryGetTrainableParameters(cell, NetworkShape.Standard, out long parameters));
                Assert.Equal(CellStatus.OtherSpace, CellCosts.TryGetFlops(cell, NetworkShape.Standard, out long flops));
                Assert.Equal(0, parameters + flops);
                Assert.False(CellCosts.TryGetVertexChannels(cell, 128, 128, new int[7]));
                Assert.Equal(0, CellFacts.EncodingCount(cell));
                AssertNotEncoded(cell);
            },
            iter: 300);

    [Fact]
    public void CallsOnTheGraphAlone_CellOfFiveVertices_AsTheSameGraphOfNas101() =>
        s_fiveVertices.Sample(
            cell =>
            {
                Cell same = Cell.Pack<Nas101>(cell.Vertices, cell.AdjacencyBits, 0);

                Assert.Equal(CellFacts.Depth(same), CellFacts.Depth(cell));
                Assert.Equal(CellFacts.Width(same), CellFacts.Width(cell));
                Assert.Equal(CellFacts.PathCount(same), CellFacts.PathCount(cell));
                Assert.Equal(same.EdgeCount, cell.EdgeCount);
                Assert.Equal(same.TryPrune(out Cell samePruned), cell.TryPrune(out Cell pruned));
                Assert.Equal(samePruned.AdjacencyBits, pruned.AdjacencyBits);
            },
            iter: 300);

    [Fact]
    public void DistancesBetween_CellsOfDifferentSpaces_None() =>
        Gen.Select(s_fiveVertices, s_nas101).Sample(
            (foreign, own) =>
            {
                foreach (DistanceKind kind in s_kinds)
                {
                    Assert.Equal(-1, NasBench.Distances.Between(foreign, own, kind));
                    Assert.Equal(-1, NasBench.Distances.Between(own, foreign, kind));
                    Assert.False(NasBench.Distances.IsWithin(own, foreign, 100, out int distance, kind));
                    Assert.Equal(-1, distance);
                    byte[] distances = new byte[3];
                    NasBench.Distances.ToMany(own, [own, foreign, own], distances, kind);
                    int self = NasBench.Distances.Between(own, own, kind);
                    byte expected = self < 0 ? NasBench.Distances.None : (byte)self;
                    Assert.Equal([expected, NasBench.Distances.None, expected], distances);
                }

                Assert.Equal(-1, NasBench.Distances.Encoded<Nas101>(foreign, foreign));
                Assert.Equal(-1, NasBench.Distances.Encoded<Nas101>(foreign, own));
                Assert.Equal(-1, NasBench.Distances.Encoded<Nas101>(own, foreign));
            },
            iter: 300);

    [Fact]
    public void DistancesBetween_CellsOfOneOtherSpace_AsByDefinition() =>
        Gen.Select(s_fiveVertices, s_fiveVertices).Sample(
            (a, b) =>
            {
                // Codes that both spaces have stand for nothing but their difference. The distance of encodings depends on the space: here there is none.
                Cell first = Cell.Pack<SixVertices>(a.Vertices, a.AdjacencyBits, a.OperationBits);
                Cell second = Cell.Pack<SixVertices>(b.Vertices, b.AdjacencyBits, b.OperationBits);
                foreach (DistanceKind kind in s_kinds)
                {
                    Assert.Equal(NasBench.Distances.Between(first, second, kind), NasBench.Distances.Between(a, b, kind));
                    byte[] distances = new byte[1];
                    NasBench.Distances.ToMany(a, [b], distances, kind);
                    Assert.Equal(distances[0] == NasBench.Distances.None ? -1 : distances[0], NasBench.Distances.Between(a, b, kind));
                }
            },
            iter: 300);

    [Fact]
    public void NaszillaDistances_AnyOtherSpace_None() =>
        Gen.Select(s_fiveVertices, s_nas101).Sample(
            (foreign, own) =>
            {
                foreach ((Cell a, Cell b) in ((Cell, Cell)[])[(foreign, own), (own, foreign), (foreign, foreign)])
                {
                    Assert.Equal(-1, NaszillaDistances.Adjacency(a, b));
                    Assert.Equal(-1, NaszillaDistances.ContinuousAdjacency(a, b));
                    Assert.Equal(-1, NaszillaDistances.Path(a, b));
                    Assert.Equal(-1, NaszillaDistances.ContinuousPath(a, b));
                    Assert.Equal(-1, NaszillaDistances.Nasbot(a, b));
                }
            },
            iter: 300);

    [Fact]
    public void Locate_BatchOfCellsOfManySpaces_AsOneByOne()
    {
        Gen<Cell> any = Gen.OneOf(s_nas101, s_fiveVertices, CellsOf<SixVertices>(), CellsOf<TightEdges>(), CellsOf<GraphsOnly>());
        any.Array[0, 150].Sample(
            cells =>
            {
                AssertBatchLikeSingle<Nas101>(cells);
                AssertBatchLikeSingle<FiveVertices>(cells);
                AssertBatchLikeSingle<SixVertices>(cells);
                AssertBatchLikeSingle<GraphsOnly>(cells);
            },
            iter: 300);
    }

    [Fact]
    public void Cells_OfASpaceDeclaredAgain_AreTheSame()
    {
        for (int index = 0; index < Nas101.Count; index += 97)
        {
            Cell cell = Space<Nas101Again>.CellAt(index);

            Assert.Equal(Nas101.CellAt(index), cell);
            Assert.Equal(index, Nas101.Locate(cell));
            Assert.Equal(0UL, cell.Bits >> 41);
        }

        Assert.Equal(0u, Nas101Again.Tag);
        Assert.Equal(0u, Nas101.Tag);
        Assert.Equal(FirstLocate.Tag, SmallSpace.Tag);
        Assert.NotEqual(FirstLocate.Tag, Cancelled.Tag);
        Assert.Equal(17, Space<FirstFind>.Locate(Space<SmallSpace>.CellAt(17)));
    }

    [Fact]
    public void Bits_OfAnotherSpace_HoldItsTagAboveEverything()
    {
        Cell cell = Space<FiveVertices>.CellAt(100);

        Assert.NotEqual(0u, FiveVertices.Tag);
        Assert.InRange(FiveVertices.Tag, 1u, (1u << 20) - 1);
        Assert.Equal((ulong)FiveVertices.Tag, cell.Bits >> 44);
        Assert.Equal(0UL, (cell.Bits >> 41) & 7);
    }

    [Fact]
    public void ToString_WithoutSpace_NamesOfTheOwnSpace()
    {
        Cell cell = Cell.Pack<FiveVertices>(4, 0b101_10_1, 0b011_000);

        Assert.Equal("0101001000010000 input,left,down,output", cell.ToString());
        Assert.Equal(cell.ToString(), cell.ToString<FiveVertices>());
        Assert.Equal($"{cell}", cell.ToString());
        char[] names = new char[100];
        Assert.True(cell.TryFormatOperations(names, out int written));
        Assert.Equal("input,left,down,output", names[..written]);
        byte[] utf8 = new byte[100];
        Assert.True(cell.TryFormatOperations(utf8, out written));
        Assert.Equal("input,left,down,output"u8, utf8.AsSpan(0, written));
        Assert.True(Space<TightEdges>.CellAt(3).TryFormatOperations(utf8, out written));
        Assert.Equal("input,é,output"u8, utf8.AsSpan(0, written));
    }

    [Fact]
    public void ToString_WithTheWrongSpace_NoNamesOfThatSpace()
    {
        Cell cell = Cell.Pack<FiveVertices>(4, 0b101_10_1, 0b011_000);
        Cell own = Nas101.CellAt(1);

        Assert.EndsWith(" input,op0,op3,output", cell.ToString<Nas101>(), StringComparison.Ordinal);
        Assert.EndsWith(" input,op0,op3,output", cell.ToString<SixVertices>(), StringComparison.Ordinal);
        Assert.DoesNotContain("left", own.ToString<FiveVertices>(), StringComparison.Ordinal);
        Assert.EndsWith(",output", own.ToString<FiveVertices>(), StringComparison.Ordinal);
    }

    [Fact]
    public void CompareTo_CellsOfSeveralSpaces_SpaceBySpace() =>
        Gen.Select(s_fiveVertices, s_nas101, CellsOf<SixVertices>()).Sample(
            (a, b, c) =>
            {
                Cell[] cells = [a, b, c];
                Array.Sort(cells);

                Assert.Equal(b, cells[0]);
                Assert.Equal(FiveVertices.Tag < SixVertices.Tag ? [b, a, c] : [b, c, a], cells);
            },
            iter: 100);

    [Fact]
    public void Names_OfTwoSpacesWithOneTag_Refused()
    {
        const uint Unused = 0xFFFFF;
        SpaceNames.Add(Unused, ["p", "q"]);
        SpaceNames.Add(Unused, ["p", "q"]);

        Assert.Contains("same tag", Assert.Throws<InvalidOperationException>(() => SpaceNames.Add(Unused, ["p"])).Message, StringComparison.Ordinal);
        Assert.Equal(["p", "q"], SpaceNames.Find(Unused));
    }

    private static Gen<Cell> CellsOf<TSpace>()
        where TSpace : ISearchSpace<TSpace>
        => CellGens.RawWithOddNames(EngineCells.ToReference<TSpace>(), 1, 9)
            .Where(raw => EngineCells.TryCreate<TSpace>(raw, out _) == CellStatus.Ok)
            .Select(EngineCells.Create<TSpace>);

    /// <summary>Every call that takes a space, asked about a cell of another one.</summary>
    private static void AssertRefused<TAsked, TOwn>(Cell cell)
        where TAsked : ISearchSpace<TAsked>
        where TOwn : ISearchSpace<TOwn>
    {
        Assert.NotEqual(CellStatus.OtherSpace, cell.Validate<TOwn>());
        Assert.Equal(CellStatus.OtherSpace, cell.Validate<TAsked>());
        Assert.Equal(-1, Space<TAsked>.Locate(cell));
        Assert.Equal(CellStatus.OtherSpace, Space<TAsked>.TryLocate(cell, out int index));
        Assert.Equal(-1, index);
        Assert.False(Space<TAsked>.AreIsomorphic(cell, cell));
        Assert.Equal(CellStatus.OtherSpace, ModuleHasher.TryHash<TAsked>(cell, out ModuleHash hash));
        Assert.Equal(default, hash);
        var hashes = new ModuleHash[3];
        Assert.Equal(0, ModuleHasher.Hash<TAsked>([cell, cell, cell], hashes));
        Assert.Equal(new ModuleHash[3], hashes);
        Assert.Equal(0, CellFacts.EncodingCount<TAsked>(cell));
        AssertNoNeighbors<TAsked>(cell);
        AssertNotMutated<TAsked>(cell);
        foreach (DistanceKind kind in s_kinds)
        {
            Assert.Equal(0, SpaceDistances.Nearest<TAsked>(cell, new int[5], new byte[5], kind));
        }
    }

    private static void AssertNoNeighbors<TSpace>(Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        Assert.Equal(0, NasBench.Neighbors.GetEditCount<TSpace>(cell));
        Assert.Throws<ArgumentOutOfRangeException>(() => NasBench.Neighbors.GetEdit<TSpace>(cell, 0));
        foreach (NeighborKind kind in Enum.GetValues<NeighborKind>())
        {
            Assert.Equal(0, NasBench.Neighbors.Write<TSpace>(cell, new Cell[NasBench.Neighbors.MaxCount], kind));
            Assert.Equal(0, NasBench.Neighbors.WriteDistinct<TSpace>(cell, new Cell[NasBench.Neighbors.MaxCount], kind));
            Assert.Equal(0, NasBench.Neighbors.WriteIndices<TSpace>(cell, new int[NasBench.Neighbors.MaxCount], kind));
            Assert.Equal(0, NasBench.Neighbors.WriteDistinctIndices<TSpace>(cell, new int[NasBench.Neighbors.MaxCount], kind));
        }
    }

    private static void AssertNotMutated<TSpace>(Cell cell)
        where TSpace : ISearchSpace<TSpace>
    {
        var random = new SplitMixRandom(1);
        Cell own = Space<TSpace>.CellAt(Space<TSpace>.Count - 1);
        foreach (MutationKind kind in Enum.GetValues<MutationKind>())
        {
            Assert.False(CellMutator.TryMutate<TSpace>(cell, kind, random, out Cell child));
            Assert.Equal(cell.SpaceTag, child.SpaceTag);
            Assert.False(CellMutator.TryMutateUnseen<TSpace>(cell, kind, random, SeenCells.Create<TSpace>(), out _));
        }

        Assert.False(CellMutator.TryCross<TSpace>(cell, own, random, out _));
        Assert.False(CellMutator.TryCross<TSpace>(own, cell, random, out Cell kept));
        Assert.True(kept.IsOf<TSpace>());
    }

    private static void AssertNotEncoded(Cell cell)
    {
        AssertNotEncoded<OneHotEncoding>(cell);
        AssertNotEncoded<NaslibAdjacencyEncoding>(cell);
        AssertNotEncoded<CategoricalEncoding>(cell);
        AssertNotEncoded<GraphEncoding>(cell);
        AssertNotEncoded<PathEncoding>(cell);
        AssertNotEncoded<TruncatedPathEncoding>(cell);
        AssertNotEncoded<CategoricalPathEncoding>(cell);
        AssertNotEncoded<TruncatedCategoricalPathEncoding>(cell);
        AssertNotEncoded<ConfigurationSpaceA>(cell);
        AssertNotEncoded<ConfigurationSpaceB>(cell);
        AssertNotEncoded<ConfigurationSpaceC>(cell);
        AssertNotEncoded<KurobakoSpaceB>(cell);
        AssertNotEncoded<NaszillaAdjacencyEncoding>(cell);
        AssertNotEncoded<NaszillaCategoricalEncoding>(cell);
        AssertNotEncoded<NaszillaContinuousEncoding>(cell);
        double[] mask = new double[GraphBatch.MaskSize];
        Assert.Throws<ArgumentException>(
            () => GraphBatch.Write([cell], new double[GraphBatch.FeatureSize], new double[GraphBatch.AdjacencySize], mask));
        Assert.Equal(new double[GraphBatch.MaskSize], mask);
    }

    private static void AssertNotEncoded<TEncoding>(Cell cell)
        where TEncoding : ICellEncoding
    {
        double[] values = new double[TEncoding.ValueCount];

        Assert.False(TEncoding.TryEncode<double>(cell, values));
        Assert.Throws<ArgumentException>(() => CellEncoding.Encode<TEncoding>(cell));
        Assert.Equal(new double[TEncoding.ValueCount], values);
    }

    private static void AssertBatchLikeSingle<TSpace>(Cell[] cells)
        where TSpace : ISearchSpace<TSpace>
    {
        int[] indices = new int[cells.Length];
        int found = Space<TSpace>.Locate(cells, indices);

        Assert.Equal(cells.Select(Space<TSpace>.Locate), indices);
        Assert.Equal(indices.Count(index => index >= 0), found);
        Assert.All(cells.Zip(indices), pair => Assert.True(pair.Second < 0 || pair.First.IsOf<TSpace>()));
    }
}
