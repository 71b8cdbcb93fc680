using CsCheck;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Neighbors;

/// <summary>What <see cref="Neighbors{TSpace}"/> promises, held against the definitions written on matrices. One derived class a space.</summary>
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

        Assert.Equal(expected.Length, Neighbors<TSpace>.GetEditCount(cell));
        Assert.Equal(expected, Enumerable.Range(0, expected.Length).Select(edit => Neighbors<TSpace>.GetEdit(cell, edit)));
    }, iter: Iterations);

    [Fact]
    public void Write_AnyRawCell_AsTheDefinition() => Gen.Select(s_raw, s_kinds).Sample((raw, kind) =>
    {
        Cell[] cells = new Cell[Neighbors<TSpace>.MaxCount];
        int count = Neighbors<TSpace>.Write(EngineCells.Create<TSpace>(raw), kind, cells);

        Assert.InRange(count, 0, Neighbors<TSpace>.GetMaxCount(kind));
        Assert.Equal(Expect(raw, kind), cells[..count]);
    }, iter: Iterations);

    [Fact]
    public void WriteIndices_AnyRawCell_IndexOfEachCell() => Gen.Select(s_raw, s_kinds).Sample((raw, kind) =>
    {
        Cell cell = EngineCells.Create<TSpace>(raw);
        int[] indices = new int[Neighbors<TSpace>.MaxCount];
        Cell[] cells = new Cell[Neighbors<TSpace>.MaxCount];
        int count = Neighbors<TSpace>.WriteIndices(cell, kind, indices);

        Assert.Equal(count, Neighbors<TSpace>.Write(cell, kind, cells));
        Assert.Equal(cells[..count].Select(Space<TSpace>.Locate), indices[..count]);
    }, iter: Iterations);

    [Fact]
    public void Of_AnyRawCell_AsWritten() => Gen.Select(s_raw, s_kinds).Sample((raw, kind) =>
    {
        Cell cell = EngineCells.Create<TSpace>(raw);
        Cell[] cells = new Cell[Neighbors<TSpace>.MaxCount];
        int count = Neighbors<TSpace>.Write(cell, kind, cells);
        var walked = new List<Cell>();
        foreach (Cell neighbor in Neighbors<TSpace>.Of(cell, kind))
        {
            walked.Add(neighbor);
        }

        Assert.Equal(cells[..count], walked);
    }, iter: Iterations);

    [Fact]
    public void WriteDistinct_AnyRawCell_EachClassOnce() => Gen.Select(s_raw.Where(s_space.IsValid), s_kinds).Sample((raw, kind) =>
    {
        Cell cell = EngineCells.Create<TSpace>(raw);
        int[] indices = new int[Neighbors<TSpace>.MaxCount];
        Cell[] cells = new Cell[Neighbors<TSpace>.MaxCount];
        int count = Neighbors<TSpace>.WriteIndices(cell, kind, indices);
        int[] expected = [.. indices[..count].Distinct()];

        Assert.Equal(expected.Order(), indices[..Neighbors<TSpace>.WriteDistinctIndices(cell, kind, indices)]);
        Assert.Equal(expected, cells[..Neighbors<TSpace>.WriteDistinct(cell, kind, cells)].Select(Space<TSpace>.Locate));
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
        for (int edit = 0; edit < Neighbors<TSpace>.GetEditCount(cell); edit++)
        {
            Cell edited = Neighbors<TSpace>.GetEdit(cell, edit);
            Assert.Contains(cell, Enumerable.Range(0, Neighbors<TSpace>.GetEditCount(edited)).Select(back => Neighbors<TSpace>.GetEdit(edited, back)));
        }
    }, iter: Iterations / 4);

    [Fact]
    public void Build_WholeSpace_AsCellByCell()
    {
        foreach (NeighborKind kind in Enum.GetValues<NeighborKind>())
        {
            NeighborGraph graph = NeighborGraph.Build<TSpace>(kind);
            int[] indices = new int[Neighbors<TSpace>.MaxCount];

            Assert.Equal(Space<TSpace>.Count, graph.Count);
            Assert.Equal(graph.Targets.Length, graph.Starts[^1]);
            int step = Math.Max(1, graph.Count / 5_000);
            for (int index = 0; index < graph.Count; index += step)
            {
                int count = Neighbors<TSpace>.WriteDistinctIndices(Space<TSpace>.CellAt(index), kind, indices);
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
        Cell[] cells = new Cell[Neighbors<TSpace>.MaxCount];
        int[] indices = new int[Neighbors<TSpace>.MaxCount];
        foreach (NeighborKind kind in Enum.GetValues<NeighborKind>())
        {
            AllocationAssert.AllocatesNothing(() => Neighbors<TSpace>.Write(cell, kind, cells));
            AllocationAssert.AllocatesNothing(() => Neighbors<TSpace>.WriteDistinct(cell, kind, cells));
            AllocationAssert.AllocatesNothing(() => Neighbors<TSpace>.WriteIndices(cell, kind, indices));
            AllocationAssert.AllocatesNothing(() => Neighbors<TSpace>.WriteDistinctIndices(cell, kind, indices));
            AllocationAssert.AllocatesNothing(() =>
            {
                foreach (Cell neighbor in Neighbors<TSpace>.Of(cell, kind))
                {
                    Neighbors<TSpace>.GetEdit(neighbor, 0);
                }
            });
        }
    }

    [Fact]
    public void Write_DestinationTooShort_ThrowsAndWritesNothing()
    {
        foreach (NeighborKind kind in Enum.GetValues<NeighborKind>())
        {
            int length = Neighbors<TSpace>.GetMaxCount(kind) - 1;
            Cell[] cells = new Cell[length];
            int[] indices = new int[length];

            Assert.Throws<ArgumentException>(() => Neighbors<TSpace>.Write(Space<TSpace>.CellAt(0), kind, cells));
            Assert.Throws<ArgumentException>(() => Neighbors<TSpace>.WriteDistinct(Space<TSpace>.CellAt(0), kind, cells));
            Assert.Throws<ArgumentException>(() => Neighbors<TSpace>.WriteIndices(Space<TSpace>.CellAt(0), kind, indices));
            Assert.Throws<ArgumentException>(() => Neighbors<TSpace>.WriteDistinctIndices(Space<TSpace>.CellAt(0), kind, indices));
            Assert.All(cells, cell => Assert.Equal(default, cell));
            Assert.All(indices, index => Assert.Equal(0, index));
        }
    }

    private static IEnumerable<int> WithoutAdditions(Cell cell)
    {
        int[] indices = new int[Neighbors<TSpace>.MaxCount];
        int count = Neighbors<TSpace>.WriteIndices(cell, NeighborKind.Class, indices);
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
