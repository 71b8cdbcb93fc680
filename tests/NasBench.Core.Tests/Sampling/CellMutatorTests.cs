using System.Numerics;
using CsCheck;
using NasBench.Core.Tests.Spaces;
using NasBench.TestUtilities;

namespace NasBench.Core.Tests.Sampling;

public class CellMutatorTests
{
    private const int Draws = 60_000;

    private static readonly Gen<ReferenceCell> s_valid = CellGens.Valid(ReferenceSpace.Nas101);

    [Fact]
    public void TryMutate_AnyKind_ValidCellOfSevenVertices() => Gen.Select(s_valid, Gen.Enum<MutationKind>(), Gen.ULong).Sample((raw, kind, seed) =>
    {
        var random = new SplitMixRandom(seed);
        bool isValid = CellMutator.TryMutate(EngineCells.Create(raw), kind, random, out Cell child, out int index);

        Assert.Equal(7, child.Vertices);
        Assert.Equal(Nas101.Locate(child), index);
        Assert.Equal(isValid, child.Validate() == CellStatus.Ok);
        Assert.True(isValid || kind == MutationKind.NasBenchmarks);
    }, iter: 2_000);

    [Fact]
    public void TryMutate_OneChange_EachAsOftenAsDefined()
    {
        Cell parent = Nas101.CellAt(359_715);
        double[] weights = [.. Enumerable.Range(0, 31).Select(edit => edit < 21 ? 2.0 : 1.0)];
        double[] validWeights = [.. weights.Select((weight, edit) => NasBench.Neighbors.GetEdit(parent, edit).Validate() == CellStatus.Ok ? weight : 0)];

        Statistics.AssertFits(weights, CountEdits(parent, MutationKind.NasBenchmarks, 21));
        Statistics.AssertFits(validWeights, CountEdits(parent, MutationKind.Paper, 22));
    }

    [Theory]
    [InlineData(MutationKind.Notebook, 1.0)]
    [InlineData(MutationKind.Notebook, 0.4)]
    [InlineData(MutationKind.Naszilla, 1.0)]
    [InlineData(MutationKind.Naszilla, 2.5)]
    public void TryMutate_SomeChanges_AsOftenAsInASlowTwin(MutationKind kind, double rate)
    {
        ReferenceCell raw = EngineCells.ToReference(ReferenceSpace.Nas101, Nas101.CellAt(359_715));
        Cell parent = EngineCells.Create(raw);
        var random = new SplitMixRandom(23);
        var twin = new Random(24);
        (double Edges, double Operations) ours = default;
        (double Edges, double Operations) theirs = default;
        for (int i = 0; i < Draws; i++)
        {
            Assert.True(CellMutator.TryMutate(parent, kind, random, out Cell child, rate));
            ours = Add(ours, Differences(parent, child));
            theirs = Add(theirs, Differences(parent, EngineCells.Create(Mutate(raw, twin, kind == MutationKind.Notebook ? rate / 7 : rate / 21, rate / 5))));
        }

        // Means of 60,000 numbers of a variance below 3: a difference of 0.05 is five standard deviations.
        Assert.InRange((ours.Edges - theirs.Edges) / Draws, -0.05, 0.05);
        Assert.InRange((ours.Operations - theirs.Operations) / Draws, -0.05, 0.05);
    }

    [Fact]
    public void TryMutate_RateZero_TheParentPadded() => s_valid.Sample(raw =>
    {
        var random = new SplitMixRandom(25);
        foreach (MutationKind kind in (MutationKind[])[MutationKind.Notebook, MutationKind.Naszilla])
        {
            Assert.True(CellMutator.TryMutate(EngineCells.Create(raw), kind, random, out Cell child, rate: 0));
            Assert.Equal(EngineCells.Create(ReferenceNeighbors.Pad(ReferenceSpace.Nas101, raw, 7)), child);
        }
    }, iter: 300);

    [Fact]
    public void TryMutate_NoValidChild_RefusesWithTheParent()
    {
        var random = new SplitMixRandom(26);
        Assert.Equal(CellStatus.Ok, Cell.CreateRawFromMask(7, (1u << 21) - 1, [0, 0, 0, 0, 0], out Cell full));
        Assert.Equal(CellStatus.Ok, Cell.ParseRaw("0", "input", out Cell single));

        Assert.False(CellMutator.TryMutate(full, MutationKind.Paper, random, out Cell child));
        Assert.Equal(full, child);
        Assert.False(CellMutator.TryMutate(single, MutationKind.Paper, random, out child));
        Assert.Equal(single, child);
    }

    [Fact]
    public void TryMutateUnseen_AgainAndAgain_EachClassOnce()
    {
        var random = new SplitMixRandom(27);
        var seen = new SeenCells();
        var classes = new HashSet<int>();
        Cell parent = Nas101.CellAt(1_000);
        for (int i = 0; i < 5_000; i++)
        {
            Assert.True(CellMutator.TryMutateUnseen(parent, MutationKind.Notebook, random, seen, out Cell child, out int index));
            Assert.Equal(Nas101.Locate(child), index);
            Assert.True(classes.Add(index));
            parent = child;
        }

        Assert.Equal(5_000, seen.Count);
    }

    [Fact]
    public void TryMutateUnseen_NothingLeft_Refuses()
    {
        var random = new SplitMixRandom(28);
        var seen = new SeenCells();
        while (seen.TryNextUnseen(random, out _))
        {
        }

        Assert.False(CellMutator.TryMutateUnseen(Nas101.CellAt(0), MutationKind.Paper, random, seen, out Cell child, out int index));
        Assert.Equal((0, 7, -1), (Nas101.Locate(child), child.Vertices, index));
    }

    [Fact]
    public void TryCross_TwoValidCells_EachPlaceFromAParent() => Gen.Select(s_valid, s_valid, Gen.ULong).Sample((a, b, seed) =>
    {
        var random = new SplitMixRandom(seed);
        Cell first = EngineCells.Create(ReferenceNeighbors.Pad(ReferenceSpace.Nas101, a, 7));
        Cell second = EngineCells.Create(ReferenceNeighbors.Pad(ReferenceSpace.Nas101, b, 7));

        Assert.True(CellMutator.TryCross(EngineCells.Create(a), EngineCells.Create(b), random, out Cell child, out int index));
        Assert.Equal(CellStatus.Ok, child.Validate());
        Assert.Equal(Nas101.Locate(child), index);
        Assert.Equal(first.AdjacencyBits & second.AdjacencyBits, child.AdjacencyBits & first.AdjacencyBits & second.AdjacencyBits);
        Assert.Equal(0u, child.AdjacencyBits & ~(first.AdjacencyBits | second.AdjacencyBits));
        Assert.All(Enumerable.Range(1, 5), vertex =>
            Assert.True(child.GetOperation(vertex) == first.GetOperation(vertex) || child.GetOperation(vertex) == second.GetOperation(vertex)));
    }, iter: 2_000);

    [Fact]
    public void TryCrossUnseen_SameParents_NewClassesUntilNoneIsFound()
    {
        var random = new SplitMixRandom(30);
        var seen = new SeenCells();
        Cell first = Nas101.CellAt(359_715);
        Cell second = Nas101.CellAt(359_000);
        var found = new HashSet<int>();
        while (CellMutator.TryCrossUnseen(first, second, random, seen, out Cell child, out int index))
        {
            Assert.Equal(Nas101.Locate(child), index);
            Assert.True(found.Add(index));
            Assert.Equal(0u, child.AdjacencyBits & ~(first.AdjacencyBits | second.AdjacencyBits));
        }

        Assert.InRange(found.Count, 2, Nas101.Count - 1);
        Assert.Equal(found.Count, seen.Count);
        Assert.False(CellMutator.TryCrossUnseen(first, first, random, seen, out Cell none));
        Assert.Equal(first, none);
    }

    [Fact]
    public void EveryCall_OtherSpace_ChildrenOfThatSpace()
    {
        var random = new Random(31);
        SeenCells seen = SeenCells.Create<SmallSpace>();
        Cell a = Space<SmallSpace>.CellAt(3);
        Cell b = Space<SmallSpace>.CellAt(Space<SmallSpace>.Count - 1);

        Assert.True(CellMutator.TryMutate<SmallSpace>(a, MutationKind.Paper, random, out Cell child));
        Assert.InRange(Space<SmallSpace>.Locate(child), 0, Space<SmallSpace>.Count - 1);
        Assert.True(CellMutator.TryMutateUnseen<SmallSpace>(a, MutationKind.Paper, random, seen, out child));
        Assert.True(seen.Contains(Space<SmallSpace>.Locate(child)));
        Assert.True(CellMutator.TryCross<SmallSpace>(a, b, random, out child));
        Assert.InRange(Space<SmallSpace>.Locate(child), 0, Space<SmallSpace>.Count - 1);
        Assert.True(CellMutator.TryCrossUnseen<SmallSpace>(b, a, random, seen, out child));
        Assert.Equal(2, seen.Count);
    }

    [Fact]
    public void Unseen_ClassesOfAnotherSpace_Throw()
    {
        SeenCells seen = SeenCells.Create<SmallSpace>();
        Cell cell = Nas101.CellAt(1_000);

        Assert.Throws<ArgumentException>(() => CellMutator.TryMutateUnseen(cell, MutationKind.Paper, Random.Shared, seen, out _));
        Assert.Throws<ArgumentException>(() => CellMutator.TryCrossUnseen(cell, cell, Random.Shared, seen, out _));
        Assert.Throws<ArgumentException>(() => CellMutator.TryMutateUnseen<SmallSpace>(cell, MutationKind.Paper, Random.Shared, new SeenCells(), out _));
    }

    [Fact]
    public void EveryCall_AnyCell_AllocatesNothing()
    {
        var seen = new SeenCells();
        Cell a = Nas101.CellAt(1_000);
        Cell b = Nas101.CellAt(300_000);
        Random[] randoms = [new SplitMixRandom(29), new Random(29)];
        foreach ((MutationKind kind, Random random) in Enum.GetValues<MutationKind>().SelectMany(_ => randoms, (kind, random) => (kind, random)))
        {
            AllocationAssert.AllocatesNothing(() =>
            {
                CellMutator.TryMutate(a, kind, random, out _);
                CellMutator.TryMutateUnseen(b, kind, random, seen, out _);
                CellMutator.TryCross(a, b, random, out _);
                CellMutator.TryCrossUnseen(a, b, random, seen, out _);
            });
        }
    }

    private static int[] CountEdits(Cell parent, MutationKind kind, ulong seed)
    {
        Cell[] edits = [.. Enumerable.Range(0, 31).Select(edit => NasBench.Neighbors.GetEdit(parent, edit))];
        int[] counts = new int[edits.Length];
        var random = new SplitMixRandom(seed);
        for (int i = 0; i < Draws; i++)
        {
            CellMutator.TryMutate(parent, kind, random, out Cell child);
            counts[Array.IndexOf(edits, child)]++;
        }

        return counts;
    }

    private static (double Edges, double Operations) Differences(Cell parent, Cell child)
    {
        int edges = BitOperations.PopCount(parent.AdjacencyBits ^ child.AdjacencyBits);
        return (edges, Enumerable.Range(1, 5).Count(vertex => parent.GetOperation(vertex) != child.GetOperation(vertex)));
    }

    private static (double Edges, double Operations) Add((double Edges, double Operations) a, (double Edges, double Operations) b)
        => (a.Edges + b.Edges, a.Operations + b.Operations);

    /// <summary>The notebook's function, sentence by sentence.</summary>
    private static ReferenceCell Mutate(ReferenceCell parent, Random random, double edgeChance, double operationChance)
    {
        while (true)
        {
            int[,] matrix = (int[,])parent.Matrix.Clone();
            string[] operations = [.. parent.Operations];
            for (int from = 0; from < 6; from++)
            {
                for (int to = from + 1; to < 7; to++)
                {
                    if (random.NextDouble() < edgeChance)
                    {
                        matrix[from, to] = 1 - matrix[from, to];
                    }
                }
            }

            for (int vertex = 1; vertex < 6; vertex++)
            {
                if (random.NextDouble() < operationChance)
                {
                    string[] available = [.. ReferenceSpace.Nas101.Operations.Where(other => other != operations[vertex])];
                    operations[vertex] = available[random.Next(available.Length)];
                }
            }

            ReferenceCell child = new(matrix, operations);
            if (Nas101.Locate(EngineCells.Create(child)) >= 0)
            {
                return child;
            }
        }
    }
}
