using CsCheck;
using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Hashing;

public class ModuleHasherTests
{
    private static readonly ReferenceSpace s_space = ReferenceSpace.Nas101;

    [Fact]
    public void TryHash_AnyRawCell_AsTheReference() => AssertHashes<Nas101>(3_000);

    [Fact]
    public void TryHash_AnyRawCellOfOtherSpaces_AsTheReference()
    {
        AssertHashes<FiveVertices>(500);
        AssertHashes<SixVertices>(500);
        AssertHashes<ThreeVertices>(200);
        AssertHashes<TwoVertices>(200);
        AssertHashes<TightEdges>(500);
    }

    [Fact]
    public void TryHash_CompleteGraphOfEverySize_AsTheReference()
    {
        for (int vertices = 2; vertices <= 7; vertices++)
        {
            uint mask = (1u << (vertices * (vertices - 1) / 2)) - 1;
            ReferenceCell cell = s_space.CreateCell(vertices, mask, ((byte[])[0, 1, 2, 2, 1])[..(vertices - 2)]);

            Assert.Equal(CellStatus.Ok, ModuleHasher.TryHash(EngineCells.Create(cell), out ModuleHash hash));
            Assert.Equal(s_space.Hash(cell), hash.ToString());
        }
    }

    [Fact]
    public void TryHash_EveryPrunedGraphOfAtMostFiveVertices_AsTheReference()
    {
        ReferenceSpace space = ReferenceSpace.WithoutEdgeLimit(5, s_space.Operations);
        foreach ((int vertices, uint mask) in ReferenceEnumeration.EnumerateTopologies(space))
        {
            foreach (byte[] labels in ReferenceEnumeration.EnumerateLabels(vertices - 2, 3))
            {
                Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(vertices, mask, labels, out Cell cell));
                Assert.Equal(CellStatus.Ok, ModuleHasher.TryHash(cell, out ModuleHash hash));
                Assert.Equal(space.Hash(space.CreateCell(vertices, mask, labels)), hash.ToString());
            }
        }
    }

    [Fact]
    public void TryHash_NoHash_StatusAndDefault()
    {
        Assert.Equal(CellStatus.Disconnected, ModuleHasher.TryHash(default, out ModuleHash hash));
        Assert.Equal(default, hash);
        Assert.Equal(CellStatus.Disconnected, ModuleHasher.TryHash(Cell.Parse("0 input"), out _));

        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask<SixVertices>(3, 7, [6], out Cell otherVocabulary));
        Assert.Equal(CellStatus.OtherSpace, ModuleHasher.TryHash(otherVocabulary, out hash));
        Assert.Equal(default, hash);
        Assert.Equal(CellStatus.Ok, ModuleHasher.TryHash<SixVertices>(otherVocabulary, out _));

        Cell unknown = Cell.Parse("011001000 input,conv1x1-bn-relu,output").WithOperation(1, Cell.UnknownOperation);
        Assert.Equal(CellStatus.UnknownOperation, ModuleHasher.TryHash(unknown, out hash));
        Assert.Equal(default, hash);
    }

    [Fact]
    public void Hash_EveryBatchSizeToForty_AsOneByOne()
    {
        for (int size = 0; size <= 40; size++)
        {
            Gen.Select(CellGens.RawWithOddNames(s_space, 1, 7).Array[size], Gen.Int[0, 3])
                .Sample((raws, longer) => AssertBatch<Nas101>(raws, longer), iter: 10);
        }
    }

    [Fact]
    public void Hash_LargeBatchOfMixedSizes_AsOneByOne()
    {
        CellGens.Raw(s_space, 2, 7).Array[1_003].Sample(raws => AssertBatch<Nas101>(raws, 0), iter: 3);
        CellGens.Raw(EngineCells.ToReference<SixVertices>(), 2, 7).Array[517].Sample(raws => AssertBatch<SixVertices>(raws, 0), iter: 3);
        CellGens.Raw(EngineCells.ToReference<FiveVertices>(), 2, 7).Array[517].Sample(raws => AssertBatch<FiveVertices>(raws, 0), iter: 3);
    }

    [Fact]
    public void Hash_BatchOfOneKind_AsOneByOne()
    {
        int[] indices = [1, 90, 2_000, 60_000, Space<Nas101>.Count - 1];
        Cell[] kinds = [default, Cell.Parse("0100 input,output"), .. indices.Select(Space<Nas101>.CellAt)];
        foreach (Cell kind in kinds)
        {
            Cell[] cells = [.. Enumerable.Repeat(kind, 37)];
            ModuleHash[] hashes = new ModuleHash[37];
            ModuleHasher.TryHash(kind, out ModuleHash expected);

            Assert.Equal(kind == default ? 0 : 37, ModuleHasher.Hash(cells, hashes));
            Assert.All(hashes, hash => Assert.Equal(expected, hash));
        }
    }

    [Fact]
    public void Hash_PrunedGraphsWithoutEdgeLimit_BatchAsOneByOne()
    {
        var random = new Random(20_261);
        Cell[] cells = new Cell[10_000];
        for (int i = 0; i < cells.Length; i++)
        {
            byte[] labels = [.. Enumerable.Range(0, 5).Select(_ => (byte)random.Next(3))];
            Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, (uint)random.Next(1 << 21) | (uint)random.Next(1 << 21), labels, out cells[i]));
        }

        ModuleHash[] hashes = new ModuleHash[cells.Length];
        ModuleHasher.Hash(cells, hashes);
        for (int i = 0; i < cells.Length; i++)
        {
            ModuleHasher.TryHash(cells[i], out ModuleHash expected);
            Assert.True(expected == hashes[i]);
        }
    }

    [Fact]
    public void Hash_MoreCellsThanAreSortedAtOnce_EachInItsPlace()
    {
        // Half a million cells are sorted at once; this batch needs a second, short round.
        const int Length = (1 << 19) + 5;
        Cell[] cells = [.. Enumerable.Range(0, Length).Select(i => Space<Nas101>.CellAt((int)(i * 2_654_435_761L % 60_000)))];
        ModuleHash[] hashes = new ModuleHash[Length];

        Assert.Equal(Length, ModuleHasher.Hash(cells, hashes));
        for (int i = 0; i < Length; i += i < Length - 10 ? 1_013 : 1)
        {
            ModuleHasher.TryHash(cells[i], out ModuleHash expected);
            Assert.Equal(expected, hashes[i]);
        }
    }

    [Fact]
    public void Hash_DestinationTooShort_ThrowsAndWritesNothing()
    {
        ModuleHash[] hashes = new ModuleHash[1];

        Assert.Throws<ArgumentException>(() => ModuleHasher.Hash([Space<Nas101>.CellAt(0), Space<Nas101>.CellAt(1)], hashes));
        Assert.Equal(default, hashes[0]);
    }

    private static void AssertHashes<TSpace>(int iterations)
        where TSpace : ISearchSpace<TSpace>
    {
        ReferenceSpace space = EngineCells.ToReference<TSpace>();
        CellGens.RawWithOddNames(space, 1, 7).Where(raw => EngineCells.TryCreate<TSpace>(raw, out _) == CellStatus.Ok).Sample(raw =>
        {
            string? expected = space.Hash(raw);

            Assert.Equal(
                expected is null ? CellStatus.Disconnected : CellStatus.Ok,
                ModuleHasher.TryHash<TSpace>(EngineCells.Create<TSpace>(raw), out ModuleHash hash));
            Assert.Equal(expected ?? new string('0', 32), hash.ToString());
        }, iter: iterations);
    }

    private static void AssertBatch<TSpace>(ReferenceCell[] raws, int longer)
        where TSpace : ISearchSpace<TSpace>
    {
        Cell[] cells = [.. raws.Select(raw => EngineCells.TryCreate<TSpace>(raw, out Cell cell) == CellStatus.Ok ? cell : default)];
        var filler = new ModuleHash(1, 2);
        ModuleHash[] hashes = [.. Enumerable.Repeat(filler, cells.Length + longer)];
        int hashed = ModuleHasher.Hash<TSpace>(cells, hashes);
        int expectedCount = 0;
        for (int i = 0; i < cells.Length; i++)
        {
            expectedCount += ModuleHasher.TryHash<TSpace>(cells[i], out ModuleHash expected) == CellStatus.Ok ? 1 : 0;
            Assert.Equal(expected, hashes[i]);
        }

        Assert.Equal(expectedCount, hashed);
        Assert.All(hashes[cells.Length..], hash => Assert.Equal(filler, hash));
    }
}
