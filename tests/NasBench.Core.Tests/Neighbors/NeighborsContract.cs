using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Neighbors;

/// <summary>What <see cref="NasBench.Neighbors"/> promises, compared with the definitions on matrices. One derived class per space.</summary>
public abstract class NeighborsContract<TSpace>
    where TSpace : ISearchSpace<TSpace>
{
    private const int Iterations = 600;

    private static readonly ReferenceSpace s_space = EngineCells.ToReference<TSpace>();
    private static readonly Gen<ReferenceCell> s_raw = CellGens.Raw(s_space, 2, 7);
    private static readonly Gen<NeighborKind> s_kinds = Gen.Enum<NeighborKind>();

    [Fact]
    public void GetEdit_AnyRawCell_AsOnTheMatrix() => s_raw.Sample(raw =>
    {
        Cell cell = EngineCells.Create<TSpace>(raw);
        ReferenceCell padded = ReferenceNeighbors.Pad(s_space, raw, s_space.MaxVertices);
        Cell[] expected = [.. ReferenceNeighbors.GetEdits(s_space, padded).Select(EngineCells.Create<TSpace>)];

        Assert.Equal(expected.Length, NasBench.Neighbors.GetEditCount<TSpace>(cell));
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(edit => NasBench.Neighbors.GetEdit<TSpace>(cell, edit)));
    }, iter: Iterations);

    [Fact]
    public void Write_AnyRawCell_AsTheDefinition() => Gen.Select(s_raw, s_kinds).Sample((raw, kind) =>
    {
        Cell[] cells = new Cell[NasBench.Neighbors.MaxCount];
        int count = NasBench.Neighbors.Write<TSpace>(EngineCells.Create<TSpace>(raw), cells, kind);

        Assert.InRange(count, 0, NasBench.Neighbors.GetMaxCount<TSpace>(kind));
        Assert.Equal(Expect(raw, kind), cells[..count]);
    }, iter: Iterations);

    [Fact]
    public void WriteIndices_AnyRawCell_IndexOfEachCell() => Gen.Select(s_raw, s_kinds).Sample((raw, kind) =>
    {
        Cell cell = EngineCells.Create<TSpace>(raw);
        int[] indices = new int[NasBench.Neighbors.MaxCount];
        Cell[] cells = new Cell[NasBench.Neighbors.MaxCount];
        int count = NasBench.Neighbors.WriteIndices<TSpace>(cell, indices, kind);

        Assert.Equal(count, NasBench.Neighbors.Write<TSpace>(cell, cells, kind));
        Assert.Equal(cells[..count].Select(Space<TSpace>.Locate), indices[..count]);
    }, iter: Iterations);

    [Fact]
    public void Of_AnyRawCell_AsWritten() => Gen.Select(s_raw, s_kinds).Sample((raw, kind) =>
    {
        Cell cell = EngineCells.Create<TSpace>(raw);
        Cell[] cells = new Cell[NasBench.Neighbors.MaxCount];
        int count = NasBench.Neighbors.Write<TSpace>(cell, cells, kind);
        var walked = new List<Cell>();
        foreach (Cell neighbor in NasBench.Neighbors.Of<TSpace>(cell, kind))
        {
            walked.Add(neighbor);
        }

        Assert.Equal(cells[..count], walked);
        Assert.Equal(walked, NasBench.Neighbors.Of<TSpace>(cell, kind).ToArray());
    }, iter: Iterations);

    [Fact]
    public void Of_AsEnumerable_StartsAgain()
    {
        NeighborSequence<TSpace> neighbors = NasBench.Neighbors.Of<TSpace>(Space<TSpace>.CellAt(Space<TSpace>.Count - 1));
        Cell[] expected = [.. neighbors];
        IEnumerator<Cell> enumerator = ((IEnumerable<Cell>)neighbors).GetEnumerator();
        for (int round = 0; round < 2; round++)
        {
            foreach (Cell cell in expected)
            {
                Assert.True(enumerator.MoveNext());
                Assert.Equal(cell, enumerator.Current);
            }

            Assert.False(enumerator.MoveNext());
            enumerator.Reset();
        }
    }

    [Fact]
    public void WriteDistinct_AnyRawCell_EachClassOnce() => Gen.Select(s_raw.Where(s_space.IsValid), s_kinds).Sample((raw, kind) =>
    {
        Cell cell = EngineCells.Create<TSpace>(raw);
        int[] indices = new int[NasBench.Neighbors.MaxCount];
        Cell[] cells = new Cell[NasBench.Neighbors.MaxCount];
        int count = NasBench.Neighbors.WriteIndices<TSpace>(cell, indices, kind);
        int[] expected = [.. indices[..count].Distinct()];

        Assert.Equal(expected.Order(), indices[..NasBench.Neighbors.WriteDistinctIndices<TSpace>(cell, indices, kind)]);
        Assert.Equal(expected, cells[..NasBench.Neighbors.WriteDistinct<TSpace>(cell, cells, kind)].Select(Space<TSpace>.Locate));
        Assert.DoesNotContain(Space<TSpace>.Locate(cell), expected);
    }, iter: Iterations);

    /// <summary>Edges run forwards only, so what can be added depends on the order of the vertices; the rest does not.</summary>
    [Fact]
    public void WriteIndices_ClassOfRenamedCell_SameButForAddedEdges() => CellGens.WithRenaming(CellGens.Valid(s_space)).Sample((cell, renamed) =>
        Assert.Equal(WithoutAdditions(EngineCells.Create<TSpace>(cell)), WithoutAdditions(EngineCells.Create<TSpace>(renamed))), iter: Iterations);

    [Fact]
    public void GetEdit_AnyEdit_CanBeTakenBack() => s_raw.Sample(raw =>
    {
        Cell cell = Padded(EngineCells.Create<TSpace>(raw));
        for (int edit = 0; edit < NasBench.Neighbors.GetEditCount<TSpace>(cell); edit++)
        {
            Cell edited = NasBench.Neighbors.GetEdit<TSpace>(cell, edit);
            IEnumerable<int> changes = Enumerable.Range(0, NasBench.Neighbors.GetEditCount<TSpace>(edited));
            Assert.Contains(cell, changes.Select(back => NasBench.Neighbors.GetEdit<TSpace>(edited, back)));
        }
    }, iter: Iterations / 4);

    [Fact]
    public void Build_WholeSpace_AsCellByCell()
    {
        foreach (NeighborKind kind in Enum.GetValues<NeighborKind>())
        {
            NeighborGraph graph = NeighborGraph.Build<TSpace>(kind);
            int[] indices = new int[NasBench.Neighbors.MaxCount];

            Assert.Equal(Space<TSpace>.Count, graph.Count);
            Assert.Equal(graph.Targets.Length, graph.Starts[^1]);
            int step = Math.Max(1, graph.Count / 5_000);
            for (int index = 0; index < graph.Count; index += step)
            {
                int count = NasBench.Neighbors.WriteDistinctIndices<TSpace>(Space<TSpace>.CellAt(index), indices, kind);
                Assert.True(graph[index].SequenceEqual(indices.AsSpan(0, count)));
            }
        }
    }

    [Fact]
    public void Build_RawKinds_AsClass()
    {
        NeighborGraph expected = NeighborGraph.Build<TSpace>();
        foreach (NeighborKind kind in (NeighborKind[])[NeighborKind.Raw, NeighborKind.Naszilla])
        {
            NeighborGraph graph = NeighborGraph.Build<TSpace>(kind);
            Assert.True(graph.Starts.SequenceEqual(expected.Starts) && graph.Targets.SequenceEqual(expected.Targets));
        }
    }

    /// <summary>Every class with a vertex more has a smaller one that grows into it, if one of its vertices has one edge in and one out.</summary>
    [Fact]
    public void Build_Extended_HoldsClassAndTheWayBackOfSimpleVertices()
    {
        NeighborGraph plain = NeighborGraph.Build<TSpace>();
        NeighborGraph extended = NeighborGraph.Build<TSpace>(NeighborKind.Extended);
        int step = Math.Max(1, plain.Count / 2_000);
        for (int index = 0; index < plain.Count; index += step)
        {
            Assert.Subset(extended[index].ToArray().ToHashSet(), plain[index].ToArray().ToHashSet());
            Cell cell = Space<TSpace>.CellAt(index);
            foreach (int other in extended[index])
            {
                if (Space<TSpace>.CellAt(other).Vertices > cell.Vertices)
                {
                    Assert.True(plain[other].BinarySearch(index) >= 0);
                }
            }
        }
    }

    [Fact]
    public void EveryCall_AnyCell_AllocatesNothing()
    {
        Cell cell = Space<TSpace>.CellAt(Space<TSpace>.Count / 2);
        Cell[] cells = new Cell[NasBench.Neighbors.MaxCount];
        int[] indices = new int[NasBench.Neighbors.MaxCount];
        foreach (NeighborKind kind in Enum.GetValues<NeighborKind>())
        {
            AllocationAssert.AllocatesNothing(() => NasBench.Neighbors.Write<TSpace>(cell, cells, kind));
            AllocationAssert.AllocatesNothing(() => NasBench.Neighbors.WriteDistinct<TSpace>(cell, cells, kind));
            AllocationAssert.AllocatesNothing(() => NasBench.Neighbors.WriteIndices<TSpace>(cell, indices, kind));
            AllocationAssert.AllocatesNothing(() => NasBench.Neighbors.WriteDistinctIndices<TSpace>(cell, indices, kind));
            AllocationAssert.AllocatesNothing(() =>
            {
                foreach (Cell neighbor in NasBench.Neighbors.Of<TSpace>(cell, kind))
                {
                    NasBench.Neighbors.GetEdit<TSpace>(neighbor, 0);
                }
            });
        }
    }

    [Fact]
    public void Write_DestinationTooShort_ThrowsAndWritesNothing()
    {
        foreach (NeighborKind kind in Enum.GetValues<NeighborKind>())
        {
            int length = NasBench.Neighbors.GetMaxCount<TSpace>(kind) - 1;
            Cell[] cells = new Cell[length];
            int[] indices = new int[length];

            Assert.Throws<ArgumentException>(() => NasBench.Neighbors.Write<TSpace>(Space<TSpace>.CellAt(0), cells, kind));
            Assert.Throws<ArgumentException>(() => NasBench.Neighbors.WriteDistinct<TSpace>(Space<TSpace>.CellAt(0), cells, kind));
            Assert.Throws<ArgumentException>(() => NasBench.Neighbors.WriteIndices<TSpace>(Space<TSpace>.CellAt(0), indices, kind));
            Assert.Throws<ArgumentException>(() => NasBench.Neighbors.WriteDistinctIndices<TSpace>(Space<TSpace>.CellAt(0), indices, kind));
            Assert.All(cells, cell => Assert.Equal(default, cell));
            Assert.All(indices, index => Assert.Equal(0, index));
        }
    }

    private static IEnumerable<int> WithoutAdditions(Cell cell)
    {
        int[] indices = new int[NasBench.Neighbors.MaxCount];
        int count = NasBench.Neighbors.WriteIndices<TSpace>(cell, indices);
        cell.TryPrune(out Cell pruned);
        return indices[..count].Where(index => Space<TSpace>.CellAt(index).EdgeCount <= pruned.EdgeCount).Order();
    }

    private static Cell Padded(Cell cell)
        => EngineCells.Create<TSpace>(ReferenceNeighbors.Pad(s_space, EngineCells.ToReference(s_space, cell), s_space.MaxVertices));

    private static IEnumerable<Cell> Expect(ReferenceCell raw, NeighborKind kind)
    {
        ReferenceCell padded = ReferenceNeighbors.Pad(s_space, raw, s_space.MaxVertices);
        if (kind == NeighborKind.Naszilla)
        {
            return ReferenceNeighbors.GetNaszilla(s_space, padded).Select(EngineCells.Create<TSpace>);
        }

        ReferenceCell? pruned = raw.Prune();
        IEnumerable<ReferenceCell> edits = kind switch
        {
            NeighborKind.Raw => ReferenceNeighbors.GetEdits(s_space, padded),
            NeighborKind.Class => pruned is null ? [] : ReferenceNeighbors.GetEdits(s_space, pruned),
            _ => pruned is null ? [] : ReferenceNeighbors.GetEdits(s_space, pruned).Concat(ReferenceNeighbors.GetInsertions(s_space, pruned)),
        };
        string? own = s_space.IsValid(raw) ? ReferenceIsomorphism.GetRepresentative(s_space, raw)!.ToString() : null;
        return edits
            .Where(edit => s_space.IsValid(edit) && ReferenceIsomorphism.GetRepresentative(s_space, edit)!.ToString() != own)
            .Select(edit => EngineCells.Create<TSpace>(edit.Prune()!));
    }
}
