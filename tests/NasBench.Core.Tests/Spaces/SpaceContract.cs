using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Spaces;

/// <summary>What <see cref="Space{TSpace}"/> promises of any space, each promise held against the brute-force enumeration. One derived class a space.</summary>
public abstract class SpaceContract<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private static readonly ReferenceSpace s_space = EngineCells.ToReference<TSpace>();
    private static readonly Lazy<Cell[]> s_expected = new(() => [.. ReferenceEnumeration.EnumerateClasses(s_space).Select(EngineCells.Create<TSpace>)]);

    /// <summary>The cells of the space by definition, in order.</summary>
    protected static ReadOnlySpan<Cell> Expected => s_expected.Value;

    /// <summary>Cells of every kind: valid or not, with odd names, with codes that only a larger vocabulary knows.</summary>
    private static Gen<Cell> AnyCell { get; } = Gen.Frequency(
        (4, CellGens.RawWithOddNames(s_space, 1, 7).Select(raw => EngineCells.TryCreate<TSpace>(raw, out Cell cell) == CellStatus.Ok ? cell : default)),
        (4, CellGens.Raw(s_space, 2, 7).Select(EngineCells.Create<TSpace>)),
        (1, CellGens.Raw(EngineCells.ToReference<SixVertices>(), 2, 7).Select(EngineCells.Create<SixVertices>)));

    /// <summary>At how many indices the hash is compared with the reference; small spaces are compared whole.</summary>
    protected virtual int HashSample => 3_000;

    [Fact]
    public void Count_WholeSpace_AsEnumerated()
    {
        Assert.Equal(Expected.Length, Space<TSpace>.Count);
        Assert.Equal(Expected.Length, TSpace.CellCount);
    }

    [Fact]
    public void CellAt_EveryIndex_FirstMemberOfTheClass()
    {
        for (int index = 0; index < Expected.Length; index++)
        {
            if (Space<TSpace>.CellAt(index) != Expected[index])
            {
                Assert.Fail($"index {index}: {Space<TSpace>.CellAt(index).ToString<TSpace>()}, expected {Expected[index].ToString<TSpace>()}");
            }
        }
    }

    [Fact]
    public void Cells_WholeSpace_InOrder()
    {
        int index = 0;
        foreach (Cell cell in Space<TSpace>.Cells)
        {
            Assert.True(cell == Expected[index++]);
        }

        Assert.Equal(Expected.Length, index);
    }

    [Fact]
    public void Cells_AsAList_InOrder()
    {
        IReadOnlyList<Cell> cells = Space<TSpace>.Cells;

        Assert.Equal(Expected.Length, cells.Count);
        Assert.Equal(Expected.ToArray(), cells.ToArray());
        Assert.Equal(Expected[^1], cells.Last());
        Assert.Equal(Expected.Length, cells.Count(cell => cell.Vertices >= 2));
        Assert.Equal(Expected[Expected.Length / 2], Space<TSpace>.Cells[Expected.Length / 2]);
        Assert.Throws<ArgumentOutOfRangeException>(() => cells[Expected.Length]);
        using IEnumerator<Cell> enumerator = cells.GetEnumerator();
        enumerator.MoveNext();
        enumerator.MoveNext();
        enumerator.Reset();
        Assert.True(enumerator.MoveNext());
        Assert.Equal(Expected[0], enumerator.Current);
    }

    [Fact]
    public void Locate_EveryCell_ItsIndex()
    {
        int[] indices = new int[Expected.Length];

        Assert.Equal(Expected.Length, Space<TSpace>.Locate(Expected, indices));
        for (int index = 0; index < Expected.Length; index++)
        {
            Assert.True(index == indices[index]);
            Assert.True(index == Space<TSpace>.Locate(Expected[index]));
            Assert.True(Space<TSpace>.TryLocate(Expected[index], out int located) == CellStatus.Ok && index == located);
        }
    }

    [Fact]
    public void Locate_AnyRawCell_IndexOfItsRepresentative() =>
        CellGens.RawWithOddNames(s_space, 1, 7).Where(raw => EngineCells.TryCreate<TSpace>(raw, out _) == CellStatus.Ok).Sample(raw =>
        {
            Cell cell = EngineCells.Create<TSpace>(raw);
            CellStatus status = Space<TSpace>.TryLocate(cell, out int index);

            Assert.Equal(cell.Validate<TSpace>(), status);
            Assert.Equal(index, Space<TSpace>.Locate(cell));
            if (s_space.IsValid(raw))
            {
                Assert.Equal(EngineCells.Create<TSpace>(ReferenceIsomorphism.GetRepresentative(s_space, raw)!), Space<TSpace>.CellAt(index));
            }
            else
            {
                Assert.Equal(-1, index);
            }
        }, iter: 3_000);

    [Fact]
    public void Locate_BatchOfAnyRawCells_AsOneByOne() =>
        AnyCell.Array[0, 70].Sample(cells =>
        {
            int[] indices = [.. Enumerable.Repeat(int.MinValue, cells.Length + 1)];
            int found = Space<TSpace>.Locate(cells, indices);

            Assert.Equal(cells.Select(Space<TSpace>.Locate), indices[..^1]);
            Assert.Equal(int.MinValue, indices[^1]);
            Assert.Equal(indices.Count(index => index >= 0), found);
        }, iter: 300);

    [Fact]
    public void Locate_BatchOfOneKind_AsOneByOne() =>
        Gen.Select(AnyCell, Gen.Int[1, 40]).Sample((cell, count) =>
        {
            int[] indices = new int[count];
            Space<TSpace>.Locate(Enumerable.Repeat(cell, count).ToArray(), indices);

            Assert.Equal(Enumerable.Repeat(Space<TSpace>.Locate(cell), count), indices);
        }, iter: 300);

    [Fact]
    public void Locate_DestinationTooShort_ThrowsAndWritesNothing()
    {
        int[] indices = [7];

        Assert.Throws<ArgumentException>(() => Space<TSpace>.Locate([default, default], indices));
        Assert.Equal([7], indices);
    }

    [Fact]
    public void CountCells_EveryVerticesAndEdges_AsEnumerated()
    {
        Dictionary<(int, int), int> counts = Expected.ToArray().CountBy(cell => (cell.Vertices, cell.EdgeCount)).ToDictionary();
        for (int vertices = 1; vertices <= 8; vertices++)
        {
            for (int edges = 0; edges <= 22; edges++)
            {
                Assert.Equal(counts.GetValueOrDefault((vertices, edges)), Space<TSpace>.CountCells(vertices, edges));
            }
        }
    }

    [Fact]
    public void HashAt_Sample_AsTheReference() => AssertHashes(Math.Max(1, Expected.Length / HashSample));

    [Fact]
    public void CellAtAndHashAt_NoSuchIndex_Throw()
    {
        foreach (int index in (int[])[-1, Space<TSpace>.Count, int.MaxValue, int.MinValue])
        {
            foreach (Action call in (Action[])[() => Space<TSpace>.CellAt(index), () => Space<TSpace>.HashAt(index)])
            {
                ArgumentOutOfRangeException thrown = Assert.Throws<ArgumentOutOfRangeException>(call);
                Assert.Equal(nameof(index), thrown.ParamName);
                Assert.Equal(index, thrown.ActualValue);
                Assert.Contains($"indices are 0 to {Space<TSpace>.Count - 1}", thrown.Message, StringComparison.Ordinal);
                Assert.Equal(index == -1, thrown.Message.Contains("what Locate answers", StringComparison.Ordinal));
            }
        }
    }

    /// <summary>Compares the hash at every so-many-th index with the reference.</summary>
    protected static void AssertHashes(int step)
    {
        for (int index = 0; index < Expected.Length; index += step)
        {
            Assert.Equal(s_space.Hash(EngineCells.ToReference(s_space, Expected[index])), Space<TSpace>.HashAt(index).ToString());
        }
    }

    /// <summary>Looks the hash of every index up.</summary>
    protected static void AssertFindsAll()
    {
        for (int index = 0; index < Expected.Length; index++)
        {
            Assert.True(Space<TSpace>.TryFind(Space<TSpace>.HashAt(index), out int found) && found == index);
        }
    }
}
